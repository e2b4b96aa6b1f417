"""Names in the words of a byline: people, else the desk or agency that stands in their place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.articles.naming.outlets import OutletNames, squashed
from onrecord.languages import table

MOST_WORDS = 5  # of a person's name
_LONG_OPENER = 8  # characters: "Posted by " tells more than "By "
_LONGEST_INITIALS = 5  # a single word in capitals, no longer, is a party or an agency
_SHORTEST = 3  # characters of a name; fewer are initials
_LONGEST = 300  # characters of a piece that are read
_DATA = table("en", "bylines")
_NOT_NAMES = frozenset(_DATA["not_names"])
_ROLES = frozenset(_DATA["roles"])
_DESKS = frozenset(_DATA["desks"])
_DESKS_ALONE = (["newsroom"], ["newsdesk"])
_NOBODY = frozenset(map(squashed, _DATA["nobody"]))
_LETTERS = frozenset(map(squashed, _DATA["letters"]))
_PARTICLES = frozenset(_DATA["particles"])
_AGENCIES = frozenset(
    squashed(name) for key, others in table("en", "outlets")["agencies"].items() for name in (key, *others)
)
_ORDINARY = frozenset(map(squashed, table("en", "outlets")["ordinary"]))
_CITIES = frozenset(table("en", "places")["cities"]) | {
    country["capital"] for country in table("en", "places")["country"] if "capital" in country
}
_GIVEN = frozenset(
    name.casefold() for names in table("en", "given_names").values() if isinstance(names, list) for name in names
)
_ORGANISATIONS = frozenset(word.casefold() for word in table("en", "organisations")["heads"])


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace("\\ ", r"\s") for word in sorted(words, key=len, reverse=True))


_OPENER = re.compile(
    rf"[\s|•·,–—-]{{0,9}}(?:(?:{_any(_DATA['openers'])})(?:\s{{0,3}}:\s{{0,9}}|\s{{1,9}}|$)"
    rf"|(?:{_any(_DATA['labels'])})\s{{0,3}}:\s{{0,9}})",
    re.I,
)
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = re.compile(
    rf"\s(?:on\s)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|{_MONTHS}\s\d)|(?<!\w)\d|\s(?:on|at|is|was|for|in|has)\s",
    re.I,
)
_BESIDE = re.compile(r"\s*[|•·—–@(\[<>]\s*|\s-\s*|\s/\s*|\s:\s")
_JOINER = re.compile(rf"\s*[,;&]\s*(?:(?:{'|'.join(_DATA['joiners'])})\s)?|\s(?:{'|'.join(_DATA['joiners'])})\s", re.I)
_JOINS = re.compile(rf"[\s,;&]*(?:{'|'.join(_DATA['joiners'])})?[\s,;&]*", re.I)
_ENDS_JOINING = re.compile(rf"(?:[,;&]|\s(?:{'|'.join(_DATA['joiners'])}))\s*$", re.I)
_LEADING = " |•·,–—-*"
_AROUND = ' .,;:*"“”'
_NO_SIGNS = {code: None for code in range(128) if not (chr(code).isalnum() or chr(code).isspace())}
_MC = re.compile(r"\bMc(?=[A-Z]{2})")
_ADDRESS = re.compile(r"@|\w\.\w{2,}|https?:")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w.-]{0,64}|https?:\S{0,200}|(?<![\w@])@\w{1,40}")
_HANDLE = re.compile(r"[a-z][a-z0-9_-]{2,29}", re.I)


@dataclass(frozen=True, slots=True)
class Names:
    """People, and desks or agencies, in the order in which they stand."""

    people: tuple[str, ...] = ()
    desks: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.people or self.desks)

    @property
    def authors(self) -> tuple[str, ...]:
        """The people; the desks where no person is named. Each once, whatever its case and diacritics."""
        each: dict[str, str] = {}
        for name in self.people or self.desks:
            each.setdefault(_folded(name), name)
        return tuple(each.values())

    def __add__(self, other: Names) -> Names:
        return Names(self.people + other.people, self.desks + other.desks)


def is_city(text: str) -> bool:
    """Whether it is a large city's name: no byline, however much it looks like a person's."""
    return text in _CITIES


def joins(text: str) -> bool:
    """Do these words only join one name to the next?"""
    return _JOINS.fullmatch(" ".join(text.split())[:40]) is not None


def after_opener(text: str) -> str | None:
    """What follows a byline's opening words ("By "); None where there are none."""
    found = _OPENER.match(text[:_LONGEST])
    return text[found.end() :] if found else None


def names_in(pieces: Iterable[str], outlet: OutletNames, *, alone: bool) -> Names:
    """The names in the pieces of a byline, read up to what no longer belongs to them.

    ``alone``: a single word may be a name, because the page itself calls it the author.
    """
    found, joined, opener = Names(), True, 0
    for piece in pieces:
        rest = after_opener(piece)
        words = piece if rest is None else rest
        opener = opener or len(piece) - len(words)
        if not words.strip() or joins(words):
            joined = joined or bool(words.strip())
            continue
        if found and not joined and not joins(words[:1]):
            break
        told = alone or opener > _LONG_OPENER
        found += _names_in(words[:_LONGEST], outlet, alone=told and not found, first=not found)
        joined = _ENDS_JOINING.search(words[-20:]) is not None
        if opener and not found:
            break
    return found


def _names_in(text: str, outlet: OutletNames, *, alone: bool, first: bool) -> Names:
    cut = _DATE.split(f" {_MAIL.sub('|', text)}", maxsplit=1)[0]
    said = _BESIDE.split(cut.strip(_LEADING), maxsplit=1)[0]
    rest = after_opener(said)
    if _is_desk(rest or said, outlet, alone=alone) and (rest or said).casefold().split()[0] in _DESKS:
        return Names(desks=(_cased(rest or said),))
    people: list[str] = []
    desks: list[str] = []
    for joiner, part in _split(said if rest is None else rest):
        if squashed(part) in _LETTERS:
            continue
        if _is_desk(part, outlet, alone=alone):
            desks.append(_cased(part))
            first = False
        elif is_person(part, outlet, alone=alone and first):
            people.append(_cased(part))
            first = False
        elif not first and (part in _CITIES or _is_initials(part)):
            continue  # where they sit, or an agency that helped, which is a credit
        elif joiner.isalpha():
            return Names()
        else:
            break
    return Names(tuple(people), tuple(desks))


def _split(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a list of names, each with the word or sign that joins it to the part before."""
    start, joiner = 0, ""
    for found in _JOINER.finditer(text):
        yield joiner, _trimmed(text[start : found.start()])
        start, joiner = found.end(), found[0].strip(" ,;")
    if text[start:].strip():
        yield joiner, _trimmed(text[start:])


def _trimmed(part: str) -> str:
    bare = part.strip(_AROUND)
    return f"{bare}." if bare.endswith((" Jr", " Sr")) and f"{bare}." in part else bare


def _is_desk(text: str, outlet: OutletNames, *, alone: bool) -> bool:
    name = squashed(text)
    if name in _AGENCIES and (alone or name not in _ORDINARY):
        return name not in outlet.labels
    words = text.casefold().split()
    if words in _DESKS_ALONE:
        return True
    named = text[:1].isupper() or words[:1] == ["our"]
    return 1 < len(words) <= MOST_WORDS and words[-1] in _DESKS and named and not outlet.are(text)


def _is_initials(text: str) -> bool:
    return text.isupper() and text.isalpha()


def is_person(text: str, outlet: OutletNames, *, alone: bool) -> bool:
    """Does this look like a person's name (or a pen name), in a place where one is expected?

    ``alone``: it may be a single word, a handle too.
    """
    words = text.split()
    if not 1 - alone < len(words) <= MOST_WORDS or len(text) < _SHORTEST or _ADDRESS.search(text):
        return False
    lower = [word.casefold() for word in words]
    if lower[0] in _NOT_NAMES or _ROLES & set(lower) or squashed(text) in _NOBODY or squashed(text).endswith("admin"):
        return False
    given = lower[0] in _GIVEN and 1 < len(words) <= 3
    if (_is_outlet(text, outlet) or lower[-1] in _ORGANISATIONS) and not given:
        return False
    if len(words) == 1 and (text.isupper() and len(text) <= _LONGEST_INITIALS):
        return False
    if len(words) == 1 and _HANDLE.fullmatch(text):
        return True
    return all(_is_name_word(word) for word in words) and words[0][0].isupper()


def _is_outlet(text: str, outlet: OutletNames) -> bool:
    if outlet.are(text) or (len(text.split()) > 1 and outlet.begin(text)):
        return True
    name = squashed(text)
    return any(
        known.startswith(name) or name.startswith(known) for known in outlet.names if min(len(name), len(known)) >= 5
    )


def _is_name_word(word: str) -> bool:
    letters = word.replace("-", "").replace("'", "").replace("’", "").replace(".", "")
    if not letters.isalpha():
        return False
    return any(c.isupper() for c in word) or word.casefold() in _PARTICLES or not any(c.islower() for c in word)


def _cased(name: str) -> str:
    """As names are written: capitals become name case, save short ones alone ("PTI")."""
    letters = [c for c in _MC.sub("", name) if c.isalpha()]
    if any(c.islower() for c in letters) or not any(c.isupper() for c in letters):
        return " ".join(name.split())
    words = name.split()
    if len(words) == 1 and len(name) <= _LONGEST_INITIALS:
        return name
    return " ".join(_cased_word(word, first=at == 0) for at, word in enumerate(words))


def _cased_word(word: str, *, first: bool) -> str:
    lower = word.lower()
    if lower in _PARTICLES and not first:
        return lower
    if word.strip(".") in ("II", "III", "IV") or (len(word) > 1 and set(word[1::2]) == {"."}):
        return word
    parts = re.split(r"([-'’.])", lower)
    cased = "".join(part[:1].upper() + part[1:] for part in parts)
    return f"Mc{cased[2:3].upper()}{cased[3:]}" if lower.startswith("mc") and len(lower) > 3 else cased


def _folded(name: str) -> str:
    if name.isascii():
        return " ".join(name.casefold().translate(_NO_SIGNS).split())
    letters = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in letters if c.isalnum() or c.isspace()).split())


def variants(names: Iterable[str]) -> Iterator[str]:
    """The names in the form in which they are compared."""
    yield from map(_folded, names)
