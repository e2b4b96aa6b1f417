"""Pages of UTF-8 with stray bytes of another encoding in them: pasted quotation marks, an old template's accents."""

from __future__ import annotations

import codecs

from onrecord.model import Page

_HANDLER = "onrecord.stray"


def text_of(page: Page) -> str:
    """The page's text, the bytes that are no UTF-8 read as Windows-1252, which is what they nearly always are."""
    if page.encoding not in ("utf-8", "utf-8-sig") or "\ufffd" not in page.text:
        return page.text
    text = page.data.decode("utf-8", errors=_HANDLER).removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return stray.decode("cp1252", errors="replace"), error.end


codecs.register_error(_HANDLER, _as_windows)
