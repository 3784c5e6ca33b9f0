"""Scores what was extracted against gold annotations."""

from kg.evaluate.names import NameRules, Record
from kg.evaluate.report import describe, read_gold, read_records, report
from kg.evaluate.scores import Mistake, Rate, Scores, iou, overlap, right_slots, score

__all__ = [
    "Mistake",
    "NameRules",
    "Rate",
    "Record",
    "Scores",
    "describe",
    "iou",
    "overlap",
    "read_gold",
    "read_records",
    "report",
    "right_slots",
    "score",
]
