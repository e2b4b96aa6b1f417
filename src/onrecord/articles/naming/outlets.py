"""The outlet of an HTML page: what it calls itself, and whether some words are only its name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.articles.markup.metadata import PageMetadata

SEPARATOR = re.compile(
    r"\s+(?:[|｜·•~/\\‹›-]|--|[–—:]|::)\s+|\s+[»«]\s+(?=[^»«]+$)|\s{0,9}[|｜]\s{0,9}|\s+—|—\s+|_|(?<=[^\x00-\xff])-(?=[^\x00-\xff])"
)
"""What stands between the parts of a page's title. The last guillemet of a title may be one; the others quote."""

AROUND = " \t|·•–—:-"
"""What may be left around a part of it."""

_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?([\w-]{1,60}(?:\.[\w-]{1,60}){1,5})/?", re.I)
_ENDS_OF_HOSTS = frozenset({"co", "com", "org", "net", "gov", "gob", "edu", "ac", "or", "ne", "go", "info"})
_NOT_TELLING = frozenset(
    {"www", "blog", "blogs", "news", "m", "en", "mobile", "amp", "edition", "hosted", "static", "home"}
)
_SMALL = frozenset({"the", "of", "and", "&"})
_MOST_WORDS = 6  # of a name; more is a sentence
_LONGEST = 1_000  # characters that are compared


def squashed(text: str) -> str:
    """Letters and digits alone, lower case, without diacritics and a leading "the": for comparing names."""
    letters = unicodedata.normalize("NFKD", text[:_LONGEST].casefold())
    return "".join(c for c in letters if c.isalnum()).removeprefix("the")


@dataclass(frozen=True, slots=True)
class OutletNames:
    """Every way in which a page names its outlet, squashed, and the telling labels of its host."""

    written: tuple[str, ...]
    names: frozenset[str]
    labels: frozenset[str]

    def are(self, words: str) -> bool:
        """Are these words the outlet's name, and nothing else?"""
        name = squashed(_bare(words))
        return bool(name) and (name in self.names or name in self.labels)

    def begin(self, words: str) -> bool:
        """Are they its name, shortened or abbreviated in its host, or with a word or two beside it ("CNN Politics")?"""
        if self.are(words):
            return True
        name, tokens = squashed(_bare(words)), words.casefold().split()
        if not name or len(tokens) > _MOST_WORDS:
            return False
        known = self.names | self.labels
        if any(k.startswith(name) for k in known if len(name) >= 4) or any(abbreviates(k, tokens) for k in self.labels):
            return True
        return len(tokens) <= 3 and any(_with_more(k, name, tokens) for k in known)


def _with_more(known: str, name: str, tokens: list[str]) -> bool:
    """As in "CNNPolitics" or "RT World News"; or, for a host sputniknews, "Sputnik International"."""
    if name.startswith(known) and len(known) >= 3:
        return True
    return tokens[0] == known or (len(tokens[0]) >= 5 and known.startswith(tokens[0]))


def abbreviates(label: str, words: list[str]) -> bool:
    """Is a host's label made of the beginnings of the words, each in turn ("nytimes", "wsj", "jpost")?"""
    told = [squashed(word) for word in words if word not in _SMALL]
    places = {0}
    for word in told:
        places = {at + n for at in places for n in range(1, len(word) + 1) if label.startswith(word[:n], at)}
    return len(told) > 1 and len(label) in places


def outlet_names(metadata: PageMetadata) -> OutletNames:
    """Collected from the site names, the publishers and the host of the page's address."""
    written = tuple(dict.fromkeys(_written(metadata)))
    labels = frozenset(squashed(label) for label in _labels(metadata.host))
    return OutletNames(
        written, frozenset(filter(None, map(squashed, written))), labels | {squashed(metadata.host)} - {""}
    )


def outlet_of(metadata: PageMetadata) -> str | None:
    """The outlet's name as a reader would write it; the bare host where the page names none, None without an address.

    Names that fit the page's host win; of several writings of one name, the one with spaces.
    """
    names = outlet_names(metadata)
    found = [*names.written, *_title_parts(metadata, names)]
    best = next((name for name in found if _fits(name, names)), found[0] if found else None)
    if best is None:
        return metadata.host or None
    return max((name for name in found if squashed(name) == squashed(best)), key=lambda name: len(name.split()))


def _fits(name: str, names: OutletNames) -> bool:
    squash = squashed(name)
    return any(
        squash.startswith(label)
        or (len(squash) > 2 and label.startswith(squash))
        or abbreviates(label, name.casefold().split())
        for label in names.labels
    )


def _title_parts(metadata: PageMetadata, names: OutletNames) -> Iterator[str]:
    """Parts of the page's title that fit its host: often the only place where an outlet's name is written out."""
    title = next((title.value for title in metadata.titles if title.where == "title"), "")
    parts = [part.strip(AROUND) for part in SEPARATOR.split(title.replace(": ", " : "))]
    if len(parts) > 1:
        yield from (_bare(part) for part in (parts[-1], parts[0]) if names.begin(part) and _fits(part, names))


def _written(metadata: PageMetadata) -> Iterator[str]:
    for stated in (*metadata.sites, *metadata.publishers):
        name = _bare(stated.value)
        if name.isdigit() or ("/" in name and _ADDRESS.match(name)):
            continue
        parts = [part.strip(AROUND) for part in SEPARATOR.split(name) if part.strip(AROUND)]
        yield from (part for part in (*parts[:1], name) if len(part.split()) <= _MOST_WORDS or part != parts[0])


def _bare(name: str) -> str:
    """Without what makes it an address or a handle: "https://www.example.org", "@example"."""
    found = _ADDRESS.fullmatch(name.strip())
    return found[1] if found else name.strip().lstrip("@").strip()


def _labels(host: str) -> Iterator[str]:
    labels = host.split(".")[:-1]
    while labels and labels[-1] in _ENDS_OF_HOSTS and len(labels) > 1:
        labels.pop()
    yield from (label for label in labels if label not in _NOT_TELLING and len(label) > 1)
