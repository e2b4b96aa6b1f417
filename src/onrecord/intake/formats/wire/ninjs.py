"""ninjs 1, 2 and 3 (IPTC's news in JSON), one item or a list of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from onrecord.errors import PageDamaged
from onrecord.intake.encoding import encoding_of
from onrecord.intake.format import Format, Part
from onrecord.intake.formats.wire.release import check_release
from onrecord.intake.formats.wire.story import Story, page_of
from onrecord.intake.reading.json import dicts_in, text_in, value_of
from onrecord.intake.source import Source
from onrecord.model import Page

_URI = re.compile(r'"uri"\s{0,20}:\s{0,20}"')
_TYPICAL = re.compile(
    r'"(pub_?status|version_?created|first_?created|content_?created|representation_?type|body_[a-z]{1,20}|bodies'
    r'|headlines?|embargoed(?:until)?|copyright_?(?:holder|notice)|usage_?terms|urgency|slugline|by(?:line)?|located)"'
    r"\s{0,20}:",
    re.I,
)
_NINJS = re.compile(r'"name"\s{0,20}:\s{0,20}"[a-z]{0,9}ninjs"', re.I)
_LIST = re.compile(r'\s*(?:\[|\{\s*"(?:_?items|results|data|entries|docs)"\s*:\s*\[)', re.I)
_FEWEST = 3
"""Members that are typical of ninjs; two may stand in any JSON of stories."""
_OTHER = ("xml", "nitf", "caption", "teaser", "summary", "rich")


def _is_ninjs(head: str) -> bool:
    if not _URI.search(head):
        return False
    return len({name.lower() for name in _TYPICAL.findall(head)}) >= _FEWEST or _NINJS.search(head) is not None


def _looks_like_one(head: str) -> float:
    return float(head.lstrip("\ufeff \t\r\n").startswith("{") and not _LIST.match(head) and _is_ninjs(head))


def _looks_like_list(head: str) -> float:
    return float(_LIST.match(head) is not None and _is_ninjs(head))


def _parts(source: Source) -> Iterator[Part]:
    """Read whole, within the limit for a page; each item is a page of its own, as it is written in the list."""
    data = source.whole()
    text = data.decode(encoding_of(data), errors="replace").removeprefix("\ufeff").encode()
    try:
        items = _items(text)
    except (msgspec.DecodeError, RecursionError) as error:
        raise PageDamaged(source.name, f"its JSON is broken or cut short ({error})") from error
    for number, item in enumerate(items, 1):
        yield source.inside(bytes(item), f"{source.name}, {_identity(item) or f'item {number}'}")


class _Identity(msgspec.Struct):
    uri: str = ""


def _identity(item: msgspec.Raw) -> str:
    try:
        return msgspec.json.decode(item, type=_Identity).uri[:300]
    except (msgspec.DecodeError, RecursionError):
        return ""


def _items(text: bytes) -> list[msgspec.Raw]:
    if text.lstrip().startswith(b"["):
        return msgspec.json.decode(text, type=list[msgspec.Raw])
    members = msgspec.json.decode(text, type=dict[str, msgspec.Raw])
    listed = next(value for value in members.values() if bytes(value).lstrip().startswith(b"["))
    return msgspec.json.decode(listed, type=list[msgspec.Raw])


def _opened(page: Page) -> Page:
    """In the worker: the item is read whole."""
    value = value_of(page.data, page.name)
    if not isinstance(value, dict):
        raise PageDamaged(page.name, "no JSON object")
    # version 1 writes all names in lower case, versions 2 and 3 in camel case
    item = {key.lower().replace("_", ""): member for key, member in value.items()}
    check_release(page.name, status=text_in(item, "pubstatus"), embargo=_embargo(item))
    body, marked_up = _body(item)
    created = text_in(item, "firstcreated", "contentcreated", "versioncreated")
    return page_of(
        page,
        Story(
            headline=_headline(item),
            body=body,
            marked_up=marked_up,
            byline=tuple(_texts(item, "byline", "bylines", "by")),
            outlet=text_in(item, "copyrightholder"),
            credits=tuple(_texts(item, "infosource", "infosources", "creditline")),
            published=created,
            changed=text_in(item, "versioncreated"),
            language=text_in(item, "language"),
            uri=text_in(item, "uri"),
        ),
    )


def _embargo(item: dict[str, Any]) -> str | None:
    """As written; what is there and no text is an embargo without an end."""
    for key in ("embargoeduntil", "embargoed"):
        if item.get(key) not in (None, False):
            return text_in(item, key) or ""
    return None


def _headline(item: dict[str, Any]) -> str | None:
    """The main one of the variants of versions 2 and 3; the first where none is called so."""
    variants = dicts_in(item, "headlines")
    main = [each for each in variants if (text_in(each, "role") or "main") in ("main", "headline", "title")]
    found = (text_in(each, "value", "text") for each in main + variants)
    return text_in(item, "headline") or next((each for each in found if each), None) or text_in(item, "title")


def _body(item: dict[str, Any]) -> tuple[str, bool]:
    """The text and whether it is HTML: that is preferred, with its paragraphs."""
    if markup := text_in(item, "bodyhtml", "bodyhtml5", "bodyxhtml"):
        return markup, True
    bodies = [each for each in dicts_in(item, "bodies") if text_in(each, "value")]
    usual = [each for each in bodies if not any(word in (text_in(each, "role") or "").lower() for word in _OTHER)]
    for kind in ("html", ""):
        for each in usual or bodies:
            named = _kind(each)
            if kind in named and "xml" not in named.replace("xhtml+xml", ""):
                value = text_in(each, "value") or ""
                return value, "html" in named or value.lstrip().startswith("<")
    return text_in(item, "bodytext") or "", False


def _kind(body: dict[str, Any]) -> str:
    kind = {key.lower(): member for key, member in body.items()}
    return (text_in(kind, "contenttype") or text_in(kind, "role") or "").lower()


def _texts(item: dict[str, Any], *keys: str) -> Iterator[str]:
    """The texts of members that are a text, a list of texts, or objects with a name."""
    for key in keys:
        value = item.get(key)
        for each in value if isinstance(value, list) else [value]:
            found = each if isinstance(each, str) else text_in(each, "name", "value", "byline", "literal")
            if found:
                yield found


ITEM = Format(name="ninjs", what="a story in ninjs", looks_like=_looks_like_one, opened=_opened)
LIST = Format(name="ninjs-list", what="a list of stories in ninjs", looks_like=_looks_like_list, parts=_parts)
