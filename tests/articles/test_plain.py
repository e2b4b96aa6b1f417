"""What a page of plain text says of itself beside its story."""

from __future__ import annotations

import pytest

from onrecord.articles.plain import read_plain

STORY = """The ferry sails on Monday, the captain, Piet Halloran, said on the quay.

Nobody was hurt, he added, and all went ashore."""


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Newsroom, 16 November 2021", ("Newsroom",)),
        ("Hester Lowndes, 16 November 2021", ("Hester Lowndes",)),
        ("By our foreign staff and VELTAG", ("our foreign staff",)),
        ("New York, 16 November 2021", ()),
        ("16 November 2021", ()),
    ],
)
def test_the_line_under_the_headline(line: str, byline: tuple[str, ...]):
    story = read_plain(f"Ferry to sail again\n{line}\n\n{STORY}")
    assert (story.title, story.byline) == ("Ferry to sail again", byline)
    assert len(story.paragraphs) == 2


def test_the_outlets_name_after_a_bar_is_not_the_headlines():
    story = read_plain(f"Officials find lost barge | The Velm Courier\n\n{STORY}")
    assert (story.title, story.outlet) == ("Officials find lost barge", "The Velm Courier")


@pytest.mark.parametrize("title", ["Ferry | a story of three captains", "Home | The Velm Courier of Record"])
def test_what_stands_after_a_bar_is_not_always_an_outlet(title: str):
    assert read_plain(f"{title}\n\n{STORY}").outlet is None
