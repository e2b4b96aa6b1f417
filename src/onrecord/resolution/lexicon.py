"""The language tables of the room, as sets that can be asked fast."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from onrecord.languages import table

Gender: TypeAlias = Literal["male", "female"]
Phrase: TypeAlias = tuple[str, ...]


_LETTERS = str.maketrans({"’": "'", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ß": "ss"})


@lru_cache(maxsize=32_768)
def bare(word: str) -> str:
    """A word as it is compared: small letters, no full stops, no marks on letters, straight apostrophes."""
    plain = word.lower().replace(".", "")
    if plain.isascii():
        return plain
    letters = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
    return "".join(c for c in letters if not unicodedata.combining(c))


def phrase(words: str) -> Phrase:
    """A name or title as the words by which it is compared."""
    return tuple(bare(w) for w in words.split() if bare(w))


@dataclass(frozen=True, slots=True)
class Country:
    """A country and the names that speak for it."""

    name: str
    capital: str


class Lexicon:
    """What is known of names, titles, places and bodies in one language."""

    def __init__(self, language: str = "en") -> None:
        names = table(language, "names")
        self.calendar = frozenset(bare(w) for w in names["calendar"])
        self.starters = frozenset(bare(w) for w in names["starters"])
        self.particles = frozenset(names["particles"])
        self.connectors = frozenset(names["connectors"])
        self.abbreviations = frozenset(names["abbreviations"])
        self.prepositions = frozenset(names["prepositions"])
        self.object_markers = frozenset(names["object_markers"])
        self.determiners = frozenset(names["determiners"])
        self.title_connectors = frozenset(names["title_connectors"])
        self.participles = frozenset(names["participles"])
        self.single_bodies = frozenset(names["single_bodies"])
        self._titles(language)
        self._places(language)
        self._bodies(language)

    def _titles(self, language: str) -> None:
        honorifics, roles = table(language, "honorifics"), table(language, "roles")
        self.honorifics = {phrase(w) for sort in ("male", "female", "either") for w in honorifics[sort]}
        self.regal = frozenset(bare(w) for w in honorifics["regal"])
        self.suffixes = frozenset(bare(w) for w in honorifics["suffixes"])
        self._gendered: dict[str, Gender] = dict.fromkeys(map(bare, honorifics["female"]), "female")
        self._gendered |= dict.fromkeys(map(bare, honorifics["male"]), "male")
        self._gendered |= dict.fromkeys(roles["gender"]["male"], "male")
        self._gendered |= dict.fromkeys(roles["gender"]["female"], "female")
        self.groups = {group: frozenset(members) for group, members in roles["groups"].items()}
        words = {w for members in roles["groups"].values() for w in members} | set(roles["groups"])
        self.roles = {phrase(w) for w in words | set(roles["words"]["person"])}
        self.long_titles = {t[:n] for t in self.roles | self.honorifics for n in range(2, len(t) + 1)}
        self.plural_roles = frozenset(roles["words"]["body_plural"])
        self.lower_offices = frozenset(roles["modifiers"]["lower"])
        self.contrasts = frozenset(roles["modifiers"]["contrasts"])
        self.short_titles: dict[str, str] = roles["abbreviations"]
        self.unnamed = frozenset(roles["weak"]["unnamed"])
        self.nobodies = frozenset(roles["weak"]["nobodies"])
        self.weak_roles = frozenset(roles["weak"]["words"])
        self.role_modifiers = frozenset(roles["modifiers"]["words"])
        given = table(language, "given_names")
        self.given: dict[str, Gender | None] = dict.fromkeys(map(bare, given["either"]))
        self.given |= dict.fromkeys(map(bare, given["male"]), "male")
        self.given |= dict.fromkeys(map(bare, given["female"]), "female")

    def _places(self, language: str) -> None:
        places = table(language, "places")
        self.countries: dict[Phrase, Country] = {}
        self.capitals: dict[Phrase, Country] = {}
        self.offices: dict[Phrase, Country] = {}
        self.demonyms: dict[Phrase, Country | None] = {phrase(w): None for w in places["adjectives"]}
        for row in places["country"]:
            country = Country(row["name"], row["capital"])
            self.capitals[phrase(country.capital)] = country
            for name in (country.name, *row.get("aliases", ())):
                self.countries[phrase(name)] = country
            self.offices |= {phrase(w): country for w in row.get("offices", ())}
            self.demonyms |= {phrase(w): country for w in row.get("demonyms", ())}
        self.demonyms |= {phrase(w): self.demonyms.get((bare(w)[:-1],)) for w in places["nationality_nouns"]}
        self.places = {phrase(w) for w in (*places["cities"], *places["regions"])}
        self.places |= set(self.countries) | set(self.capitals)

    def _bodies(self, language: str) -> None:
        bodies = table(language, "organisations")
        self.body_heads = frozenset(bare(w) for w in bodies["heads"])
        self.acronyms = frozenset(bodies["acronyms"])
        self.body_nouns = frozenset(bodies["nouns"])
        self.any_body = frozenset(bodies["general"])
        self.spoken_documents = frozenset(bodies["spoken"])
        self.topics = frozenset(bodies["topics"])
        self.portfolios = frozenset(bodies["portfolios"])
        self.initials = {phrase(name): short.lower() for short, name in bodies["initials"].items()}
        self.listing = frozenset(bodies["listing"])
        self.whole = frozenset(bodies["whole"])
        self.national = frozenset(bodies["national"])
        self.networks = frozenset(bodies["networks"])
        self.media_heads = frozenset(bodies["media"])
        self.outlet_nouns = frozenset([*bodies["papers"], "agency", "wire"])
        self.papers = frozenset(bodies["papers"])
        self.laws = frozenset(bodies["laws"])
        self.documents = frozenset(bodies["documents"])
        self.worded_documents = frozenset(bodies["worded"])
        self.known_bodies = {phrase(w) for w in bodies["known"]} | set(self.offices)
        self.outlets = dict(_outlet_names(language))
        self.known_bodies |= {p for p, name in self.outlets.items() if len(p) > 1 or name.isupper()}

        self.long_names = {p[:n] for p in self.known_bodies for n in range(2, len(p) + 1)}
        self.known_pairs = {p[:2] for p in self.places | self.known_bodies if len(p) > 1}

    def country_of(self, words: Phrase) -> Country | None:
        """The country that a name, capital, office or demonym belongs to."""
        for known in (self.countries, self.capitals, self.offices):
            if words in known:
                return known[words]
        return self.demonyms.get(words)

    def gender_of(self, words: Iterable[str]) -> Gender | None:
        """The gender that an honorific, title or role word shows."""
        return next((self._gendered[w] for w in words if w in self._gendered), None)


def _outlet_names(language: str) -> Iterator[tuple[Phrase, str]]:
    outlets = table(language, "outlets")
    for sort in ("outlets", "agencies"):
        for name, aliases in outlets[sort].items():
            for alias in (name, *aliases):
                words = phrase(alias)
                yield (words[1:] if words[:1] == ("the",) and len(words) > 2 else words), name


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The tables of a language, read once."""
    return Lexicon(language)
