"""The sheet that checks a printer: a product's sheet with scales in millimetres in place of a leaflet."""

from __future__ import annotations

from leaflet.products import PRODUCTS, Product
from leaflet.proofing.arrangement import lay_out_proof
from leaflet.proofing.words import PROOF, ProofWords, proof_words, unwritten

PROOFS: dict[str, Product] = {product.proof: product for product in PRODUCTS.values() if product.proof}
"""The products on whose sheets there is a proof, by the name of that."""

__all__ = ["PROOF", "PROOFS", "ProofWords", "lay_out_proof", "proof_words", "unwritten"]
