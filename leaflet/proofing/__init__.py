"""The sheet that checks a printer: a product's sheet with scales in millimetres in place of a leaflet."""

from __future__ import annotations

from leaflet.proofing.arrangement import lay_out_proof
from leaflet.proofing.words import ProofWords, proof_words, unwritten

__all__ = ["ProofWords", "lay_out_proof", "proof_words", "unwritten"]
