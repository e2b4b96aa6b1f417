"""Figures that answer one question, and which of them conflict. Nothing is compared across populations."""

from onrecord.comparison.figures.asking import asked_for
from onrecord.comparison.figures.cited import Told
from onrecord.comparison.figures.grouping import group_figures

__all__ = ["Told", "asked_for", "group_figures"]
