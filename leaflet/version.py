"""Which version of the program this is: files say it, since another version may lay them out otherwise."""

__version__ = "0.1.0"
