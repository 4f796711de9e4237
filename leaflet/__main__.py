"""``python -m leaflet``."""

from leaflet.cli import main

main()
