"""Bytes → Page: files, folders and standard input, told apart by what is in them, never by their names."""

from onrecord.intake.format import Format
from onrecord.intake.formats import FORMATS
from onrecord.intake.pages import page_from_bytes, pages

__all__ = ["FORMATS", "Format", "page_from_bytes", "pages"]
