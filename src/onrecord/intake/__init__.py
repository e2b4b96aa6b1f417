"""Bytes → Page: files, folders, streams and what they hold, told apart by what is in them, never by their names."""

from onrecord.intake.format import Format, Item
from onrecord.intake.formats import FORMATS
from onrecord.intake.formats.tables.columns import columns_of
from onrecord.intake.known import Known
from onrecord.intake.links import LeftOut, Link
from onrecord.intake.pages import opened, page_from_bytes, pages, pages_in

__all__ = [
    "FORMATS",
    "Format",
    "Item",
    "Known",
    "LeftOut",
    "Link",
    "columns_of",
    "opened",
    "page_from_bytes",
    "pages",
    "pages_in",
]
