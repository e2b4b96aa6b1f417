from __future__ import annotations

import pytest

from onrecord.resolution import resolve

from ..builder import article, one, statement, told

NAME = "Karl Lund"


@pytest.mark.parametrize(
    ("text", "content", "source", "cue"),
    [
        ("It rains, Reuters quoted Karl Lund as saying.", "It rains", "Reuters", "quoted"),
        ("It rains, Reuters quoted Karl Lund, the mayor, as saying.", "It rains", "Reuters", "quoted"),
        ("Karl Lund was quoted by Reuters as saying that it rains.", "that it rains", "Reuters", "was quoted"),
        ("Karl Lund said on Monday it rains, AP said.", "Karl Lund said on Monday it rains", "AP", "said@2"),
        ("“It rains,” said Karl Lund, Reuters reported.", "“It rains,” said Karl Lund", "Reuters", "reported"),
        ("Karl Lund, a baker, has denied it, AP said.", "Karl Lund, a baker, has denied it", "AP", "said"),
    ],
)  # fmt: skip
def test_who_is_heard_through_an_outlet_is_the_speaker(text: str, content: str, source: str, cue: str) -> None:
    form = "indirect" if content[0] != "“" else "mixed"
    assert one(text, content, source, cue, form=form).speaker.name == NAME


def test_an_outlet_that_reports_for_itself_is_the_speaker() -> None:
    text = "Karl Lund left Veld by train, Reuters reported."
    assert one(text, "Karl Lund left Veld by train", "Reuters", "reported").speaker.name == "Reuters"


def test_unnamed_officials_whom_an_outlet_quotes_stay_unnamed() -> None:
    found = one("Reuters quoted two officials as saying it rains.", "it rains", "Reuters", "quoted").speaker
    assert (found.name, found.anonymous) == (None, True)


def test_who_is_quoted_in_the_passive_speaks() -> None:
    assert one("It rains, Karl Lund was quoted as saying.", "It rains", NAME, "was quoted").speaker.name == NAME


def test_an_outlet_keeps_what_holds_a_statement_of_its_own() -> None:
    art = article("Reuters reported that Karl Lund said it rains.")
    outer = statement(art, "that Karl Lund said it rains", "Reuters", "reported")
    inner = statement(art, "it rains", NAME, "said", reported_in=outer.id)
    assert [s.speaker.name for s in resolve(art, [outer, inner])] == ["Reuters", NAME]


def test_an_office_that_an_outlet_passes_on_goes_back_to_its_bearer() -> None:
    spoken = told(
        "Mayor Karl Lund said no. The mayor said it rains, Reuters reported.",
        ("no", "Mayor Karl Lund", "said"),
        ("The mayor said it rains", "Reuters", "reported"),
    )
    assert spoken[1].speaker.name == NAME
