"""Safari's web archive: a binary property list with the page's bytes in it."""

from __future__ import annotations

from dataclasses import replace

from onrecord.errors import PageDamaged, PageEmpty
from onrecord.intake.addresses import web_address
from onrecord.intake.encoding import declared_encoding, encoding_of
from onrecord.intake.format import Format
from onrecord.intake.known import Known
from onrecord.intake.reading.plist import BrokenList, PropertyList
from onrecord.model import Page

_MAIN, _DATA, _URL = "WebMainResource", "WebResourceData", "WebResourceURL"
_CHARSET, _TYPE = "WebResourceTextEncodingName", "WebResourceMIMEType"
_CUT = "a saved page (Safari's web archive) that is cut short or broken; save it again"


def _begins(opening: bytes) -> float:
    return float(opening.startswith(b"bplist00"))


def _origin(data: bytes) -> Known:
    try:
        listed, main = _main(data)
        return Known(url=web_address(listed.text(main[_URL]))) if _URL in main else Known()
    except BrokenList:
        return Known()


def _main(data: bytes) -> tuple[PropertyList, dict[str, int]]:
    listed = PropertyList.of(data)
    top = listed.members(listed.top)
    return listed, listed.members(top[_MAIN]) if _MAIN in top else {}


def _opened(page: Page) -> Page:
    try:
        listed, main = _main(page.data)
        data = listed.bytes_of(main[_DATA]) if _DATA in main else b""
        charset = listed.text(main[_CHARSET]) if _CHARSET in main else None
        kind = listed.text(main[_TYPE]) if _TYPE in main else "text/html"
    except BrokenList as error:
        raise PageDamaged(page.name, _CUT) from error
    if not data.strip():
        raise PageEmpty(page.name, "a property list without a saved page in it; save the page itself as HTML")
    encoding = encoding_of(data, charset or declared_encoding(data))
    return replace(page, data=data, encoding=encoding, format="text" if kind == "text/plain" else "html")


FORMAT = Format(name="webarchive", what="a saved web page (Safari's)", begins=_begins, origin=_origin, opened=_opened)
