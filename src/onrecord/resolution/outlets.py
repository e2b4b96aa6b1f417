"""Names of outlets and agencies in running words: where they stand, and which of them are known."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import NamedTuple

from onrecord.languages import table
from onrecord.resolution.lexicon import Phrase, lexicon, phrase

_WORD = re.compile(r"[^\W_]+(?:[’'&.‐‑–-][^\W_]+)*")
_AGENCY = re.compile(
    r"\s+(?:(?:official|state)\s+)?(?:[Nn]ews\s+(?:[Aa]gency|[Ss]ervice)|[Aa]gency|[Nn]ewspaper|[Ww]ebsite|[Pp]ortal)$"
)
_POSSESSIVE = re.compile(r"(?<=\w)[’']s?$")
_INITIALS = re.compile(r"\s*\([A-Z][\w.]{1,9}\)$")
_GAPS = frozenset((" ", "\u00a0", " & "))
_INSIDE = frozenset(("of", "and", "the", "de", "für", "for", "&"))
"""Small words that a name goes on over."""
_TELLING = re.compile(
    r"\b(?:newspaper|news agency|news service|broadcaster|daily|weekly|magazine|news channel|news website|"
    r"issue of|edition of)\s(?=[A-Z])"
)
"""What stands directly before an outlet's name, and nowhere else."""
_BEFORE = 4
"""Small words that may stand between a trigger and the name after it: "the semi-official"."""
_LONGEST = 8
_REACH = 100


class Press:
    """The outlets that an article itself calls so somewhere: "the daily Orbis"."""

    def __init__(self, text: str) -> None:
        self._text = text

    def knows(self, name: str) -> bool:
        """Whether a name is known as an outlet's, here or anywhere."""
        return is_known(name) or name in self._called

    @cached_property
    def _called(self) -> frozenset[str]:
        found = (after(self._text, match.end()) for match in _TELLING.finditer(self._text))
        return frozenset(self._text[named.start : named.end] for named in found if named)


class Named(NamedTuple):
    """A name in a text, without a leading "the"."""

    start: int
    end: int
    described: bool
    """Whether a noun beside it says that it is an outlet: "the daily Orbis"."""


@cache
def _sorts() -> re.Pattern[str]:
    words = sorted(table("en", "relays")["sorts"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})\b")


@cache
def _sort_ends() -> re.Pattern[str]:
    return re.compile(rf"\b{_sorts().pattern}$")


def is_known(shown: str) -> bool:
    """Whether a name is one of an outlet or an agency: by the tables, or by its own words ("Lund Tribune")."""
    words = phrase(shown)
    bare = words[1:] if words[:1] == ("the",) else words
    if not bare:
        return False
    if any(known_as(w) for w in (words, bare, bare[:1], bare[:2])) or _AGENCY.search(shown):
        return True
    agency = bare[-2:] in (("press", "agency"), ("news", "wire")) or bare[-1] == "newswire"
    medium = len(bare) > 1 and (bare[0] == "radio" or bare[-1] in lexicon().media_heads)
    return agency or medium


def known_as(words: Phrase) -> str | None:
    """What the tables call an outlet."""
    return lexicon().outlets.get(words)


def shown(name: str) -> str:
    """A name as a chain gives it: as it is written, without "news agency"."""
    return _AGENCY.sub("", " ".join(name.split()))


def after(text: str, at: int) -> Named | None:
    """The name that stands at a place, or behind a few small words and the noun that describes it."""
    described, small = False, 0
    while small <= _BEFORE:
        while at < len(text) and text[at] in " \u00a0":
            at += 1
        if sort := _sorts().match(text, at):
            described, at, small = True, sort.end(), small + 1
            continue
        word = _WORD.match(text, at)
        if word is None:
            return None
        if _opens_name(word[0]) and not _is_adjective(text, word):
            return _named(text, word, described=described)
        if word[0] in lexicon().prepositions or (word[0][0].isupper() and not _is_adjective(text, word)):
            return None
        at, small = word.end(), small + 1
    return None


def before(text: str, end: int) -> Named | None:
    """The name that ends at a place, or before a noun or initials in brackets that belong to it."""
    start = max(0, end - _REACH)
    part = text[start:end].rstrip()
    part = _INITIALS.sub("", part)
    sort = _sort_ends().search(part)
    whole = part if sort is None else _INITIALS.sub("", part[: sort.start()].rstrip())
    words = list(_WORD.finditer(whole))
    first = last = len(words) - 1
    if last < 0 or not _opens_name(words[last][0]) or words[last].end() < len(whole):
        return None
    while first > 0 and last - first < _LONGEST and _goes_on(whole, words[first - 1], words[first]):
        first -= 1
    opens = not whole[: words[first].start()].strip() or whole[: words[first].start()].endswith("  ")
    while words[first][0] in _INSIDE or (words[first][0] == "The" and opens and first < last):
        first += 1
    return Named(start + words[first].start(), start + words[last].end(), sort is not None)


def _named(text: str, first: re.Match[str], *, described: bool) -> Named:
    last, word = first, first
    for _ in range(_LONGEST):
        following = _WORD.search(text, word.end(), word.end() + _REACH)
        if following is None or not _goes_on(text, word, following):
            break
        word = following
        last = word if _opens_name(word[0]) else last
    mark = _POSSESSIVE.search(last[0])
    end = last.start() + mark.start() if mark else last.end()
    sort = _sorts().match(text, last.end() + 1) if text[last.end() : last.end() + 1].isspace() else None
    return Named(first.start(), end, described or sort is not None)


def _goes_on(text: str, one: re.Match[str], two: re.Match[str]) -> bool:
    if text[one.end() : two.start()] not in _GAPS or one[0].endswith(("’s", "'s")):
        return False
    return all(_opens_name(word[0]) or word[0] in _INSIDE for word in (one, two))


def _is_day(word: str) -> bool:
    return word.lower() in lexicon().calendar and word not in ("TV", "Sun")


def _opens_name(word: str) -> bool:
    """Whether it is written as a name is: Orbis, al-Orbis, BBC, but also "al" of "al Orbis"."""
    if _is_day(word):
        return False
    return word[0].isupper() or word in ("al", "el") or (word[:3] in ("al-", "el-") and word[3:4].isupper())


def _is_adjective(text: str, word: re.Match[str]) -> bool:
    """Whether it is "Norvanian" of "the Norvanian newspaper Orbis", or "UK-based"."""
    following = text[word.end() : word.end() + _REACH].lstrip()
    sort = _sorts().match(following)
    if sort and word[0].endswith("n") and following[sort.end() + 1 : sort.end() + 2].isupper():
        return True
    land = phrase(word[0]) in lexicon().demonyms or "-" in word[0] or word[0] in ("U.S", "US", "UK", "U.K")
    return land and bool(following) and (following[0].islower() or sort is not None)
