"""Articles: read them from files and records, clean them with a way back to the original, find their dates."""

from kg.article.cleaning import clean
from kg.article.rules import CleanRules
from kg.article.sources import read_sources

__all__ = ["CleanRules", "clean", "read_sources"]
