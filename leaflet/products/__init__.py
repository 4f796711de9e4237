"""The products, by name. A new one is a file here and a line below; README says what the command takes."""

from __future__ import annotations

from leaflet.products.a4 import A4, LETTER
from leaflet.products.model import Product
from leaflet.products.trifold import LETTER_TRIFOLD, TRIFOLD

PRODUCTS: dict[str, Product] = {product.name: product for product in (TRIFOLD, A4, LETTER_TRIFOLD, LETTER)}

ON_LETTER = {"trifold": "trifold-letter", "a4": "letter"}
"""The product that is laid out for US Letter in place of one for A4."""

__all__ = ["ON_LETTER", "PRODUCTS", "Product"]
