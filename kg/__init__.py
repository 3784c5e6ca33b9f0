"""Perintah: who ordered what, to whom, when, where, in which sentence, from Indonesian news.

Importing this package imports neither torch nor stanza; the functions that need them import them when called.
"""

__version__ = "0.1.0"
