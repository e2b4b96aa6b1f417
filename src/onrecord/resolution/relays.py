"""Through whom words came to this page: relay chains, nearest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from onrecord.languages import table
from onrecord.model import Span, Statement
from onrecord.resolution import outlets
from onrecord.resolution.frames import Frame
from onrecord.resolution.lexicon import lexicon, phrase
from onrecord.resolution.outlets import Named
from onrecord.resolution.speakers.bodies import name as body_name
from onrecord.resolution.speakers.cast import Cast, Member

_Sort: TypeAlias = Literal["reports", "quotes", "says", "quoted_by", "citing", "told", "interview"]
_ORDER: dict[_Sort, int] = {
    "reports": 0,
    "quotes": 0,
    "says": 0,
    "quoted_by": 1,
    "citing": 1,
    "told": 2,
    "interview": 2,
}
"""0: it reports or quotes; 1: it is quoted by another; 2: the words were told to it, next to the speaker."""
_BEHIND: frozenset[_Sort] = frozenset({"reports", "quotes", "says", "interview"})
"""Triggers that stand behind the name."""
_END = re.compile(r"\s*(?:$|[.\n]|quoting\b|citing\b|on\s+[A-Z]\w+day|(?:earlier|late|later)\s)")
_AS_SAYING = re.compile(r"[^.\n]{0,120}\bas\s+(?:saying|telling|adding|noting|stating|having)\b")
_ON_DAY = re.compile(r"\s+(?:late\s+|early\s+)?on\s+[A-Z]\w+day(?:\s+\w+)?")
_WORDS = re.compile(r"\w+")
_STAFF = re.compile(r"[’']?s?\s+([a-z]+)")
_CREDIT = re.compile(r"(?m)^\s*[–—-]+\s[^\n]*,\s(?P<name>[A-Z][^\n,]{1,40})$")
_WIDEST = 100
"""Code points before a name in which a longer one that ends with it may begin."""


class Link(NamedTuple):
    """An outlet of a chain, and where it stands in the frame."""

    order: int
    place: int
    name: str


class _Found(NamedTuple):
    """A name beside a trigger."""

    sort: _Sort
    trigger: Span
    named: Named


@cache
def _triggers() -> re.Pattern[str]:
    data = table("en", "relays")

    def either(sort: str) -> str:
        words = sorted(data[sort], key=len, reverse=True)
        return rf"(?P<{sort}>{'|'.join(re.escape(w) for w in words)})"

    order = ("quoted_by", "citing", "told", "reports", "quotes", "interview", "says")
    return re.compile(rf"\b(?:{'|'.join(map(either, order))})\b")


class Relays:
    """The chains of one article. ``own``: the page's own outlet, to which words are told without a link."""

    def __init__(self, cast: Cast, own: str | None) -> None:
        self._cast, self._own = cast, own
        self._press = outlets.Press(cast.words.text)

    def of(self, statement: Statement, frame: Frame | None) -> tuple[str, ...]:
        """The chain of one statement, whose speaker is known."""
        if frame is None:
            return ()
        links: dict[str, Link] = {}
        for found in _found(frame.text):
            link = self._link(statement, frame, found)
            if link is not None and not (link.order == _ORDER["told"] and _is_own(link.name, self._own)):
                links.setdefault(link.name, link)
        return tuple(link.name for link in sorted(links.values()))

    def _link(self, statement: Statement, frame: Frame, found: _Found) -> Link | None:
        shown = frame.text[found.named.start : found.named.end]
        known = found.named.described or self._press.knows(shown)
        place = frame.shifted(Span(found.named.start, found.named.end))
        if not _is_slot(frame, found, known=known) or frame.is_others(place, frame.shifted(found.trigger)):
            return None
        if _ORDER[found.sort] and frame.has_fellow_before(found.trigger.start):
            return None
        member = _member(self._cast, place)
        if not known and member is not None and (member.strong or member.sort == "place"):
            return None
        name = _name(shown, member)
        return None if _is_speaker(statement, name, shown) else Link(_ORDER[found.sort], found.named.start, name)


def _found(text: str) -> Iterator[_Found]:
    for match in _triggers().finditer(text):
        sort: _Sort = match.lastgroup  # type: ignore[assignment]  # the groups are the sorts
        named = outlets.before(text, match.start()) if sort in _BEHIND else outlets.after(text, match.end())
        if named is not None:
            yield _Found(sort, Span(*match.span()), named)
    for match in _CREDIT.finditer(text):
        yield _Found("reports", Span(match.end(), match.end()), Named(*match.span("name"), described=False))


def _member(cast: Cast, place: Span) -> Member | None:
    """Whose name it is: that of a mention which ends with it, or holds it."""
    mentions = [cast.mentions[i] for i in cast.within(Span(max(0, place.start - _WIDEST), place.end))]
    return next((cast.of(m) for m in mentions if m.span.end >= place.end), None)


def _name(shown: str, member: Member | None) -> str:
    """As it is written, or in full where the article tells what initials stand for."""
    short = outlets.shown(shown)
    if outlets.is_known(short):
        return short
    whole = body_name(member) if member is not None and member.sort == "body" else short
    return whole if len(whole) > len(short) and not whole.lower().startswith("the ") else short


def _is_speaker(statement: Statement, name: str, shown: str) -> bool:
    speaker = outlets.shown(statement.speaker.name or statement.speaker.description or "")
    return _plain(speaker) in (_plain(name), _plain(shown))


def _plain(name: str) -> str:
    words = _WORDS.findall(name.casefold())
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _is_slot(frame: Frame, found: _Found, *, known: bool) -> bool:
    """Whether a name stands where an outlet does; one that no table knows where only an outlet can."""
    text, rest = frame.text, frame.text[found.trigger.end :]
    rest = rest[day.end() :] if (day := _ON_DAY.match(rest)) else rest
    ahead = text[: found.named.start].rstrip()
    match found.sort:
        case "reports":
            last = ahead.removesuffix("the").rstrip().endswith(",") and bool(_END.match(rest))
            return known or last
        case "says":
            return known and ahead.removesuffix("the").rstrip().endswith(",") and bool(_END.match(rest))
        case "quotes":
            return known or bool(_AS_SAYING.match(rest))
        case "quoted_by":
            return known or not (_is_owner(text, found.named.end) or _is_body(text[slice(*found.named[:2])]))
        case _:
            return known and not _is_staff(text, found.named.end)


def _is_owner(text: str, end: int) -> bool:
    """Whether a name only says whose it is: "citing Norvania's ministry", "quoted by Orbis editor Anna Lund"."""
    return text.startswith(("’", "'"), end) or _is_staff(text, end)


def _is_staff(text: str, end: int) -> bool:
    """Whether a name goes on with whom it employs: "Orbis editor Anna Lund"."""
    after = _STAFF.match(text, end)
    return after is not None and (after[1],) in lexicon().roles


def _is_body(name: str) -> bool:
    """Whether a name is one of a body that publishes no news: "the Lund Ministry"."""
    words = phrase(name)
    return bool(lexicon().body_heads & set(words)) or words in lexicon().known_bodies


def _is_own(name: str, own: str | None) -> bool:
    """Whether an outlet is the page's own: "the Courier" on a page of the Lund Courier."""
    if own is None:
        return False
    return set(phrase(name)) <= {*phrase(own), *phrase(outlets.known_as(phrase(own)) or "")}
