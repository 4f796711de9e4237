"""The products, by name. A new one is one file here and one line below."""

from __future__ import annotations

from leaflet.products.a4 import A4
from leaflet.products.model import Product
from leaflet.products.trifold import TRIFOLD

PRODUCTS: dict[str, Product] = {product.name: product for product in (TRIFOLD, A4)}

__all__ = ["PRODUCTS", "Product"]
