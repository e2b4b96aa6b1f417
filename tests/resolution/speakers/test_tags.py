from __future__ import annotations

from onrecord.model import Span
from onrecord.models.reader.scan import Entity, EntityKind
from onrecord.resolution.speakers.tags import Tags
from onrecord.resolution.tokens import Words

from ..builder import span


def tags(text: str, *names: tuple[str, EntityKind]) -> tuple[Words, Tags]:
    words = Words(text)
    return words, Tags(words, [Entity(span=span(text, name), kind=kind) for name, kind in names])


def test_a_name_torn_inside_a_word_is_whole() -> None:
    text = "Ali-Hossein Lund came."
    words = Words(text)
    parts: list[tuple[int, int, EntityKind]] = [(0, 3, "organisation"), (3, 16, "person")]
    found = Tags(words, [Entity(span=Span(a, b), kind=kind) for a, b, kind in parts])
    name = found.name_at(0)
    assert name is not None
    assert (name.first, name.last, name.kind) == (0, 1, "person")


def test_a_land_before_a_person_is_no_part_of_the_name() -> None:
    _, found = tags("Envoy for Norway Karl Lund came.", ("Norway Karl Lund", "person"))
    assert not found.begins_person(2)
    assert found.begins_person(3)


def test_a_body_is_believed_by_its_own_words_alone() -> None:
    _, found = tags(
        "The Lund Office for Ports met. Fellow Karl Lund spoke. Orvo Tamm sang.",
        ("Lund Office for Ports", "organisation"),
        ("Fellow Karl Lund", "organisation"),
        ("Orvo Tamm", "organisation"),
    )
    assert found.body_end(1) == 4
    assert found.joins(2, 4)
    assert found.body_end(6) == found.body_end(10) == -1


def test_what_an_article_mostly_shows_decides_and_a_tie_leaves_it_open() -> None:
    text = "Veld said no. Veld left. Veld is old."
    places: list[tuple[str, EntityKind]] = [("Veld", "person"), ("Veld@2", "person"), ("Veld@3", "place")]
    assert tags(text, *places)[1].vote(("veld",)) == "person"
    assert tags(text, *places[1:])[1].vote(("veld",)) is None


def test_a_wide_gap_ends_a_name() -> None:
    text = "He stayed in Oslo  Tamm left."
    words = Words(text)
    found = Tags(words, [Entity(span=Span(13, 23), kind="person")])
    assert not found.begins_person(3)
