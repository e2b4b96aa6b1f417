from __future__ import annotations

from onrecord.intake.reading.layout import Paragraph, PrintedLine, headline_of, paragraphs_of


def lines(*words: str, top: float = 700, size: float = 10, left: float = 72) -> list[PrintedLine]:
    return [PrintedLine(each, left, top - 12 * number, size) for number, each in enumerate(words)]


def told(*pages: list[PrintedLine]) -> list[str]:
    return [paragraph.words for paragraph in paragraphs_of(pages)]


ONE = (
    "It runs twice a day from December on, the captain",
    "said at the harbour, and three times in the summer",
    "months.",
)
TWO = ("It runs to the mainland and the outer islands, he", "said, where nobody had asked for it to run before.")


def test_a_gap_an_indent_or_a_line_with_room_left_ends_a_paragraph():
    apart = lines(*ONE) + lines(*TWO, top=640)
    assert told(apart) == [" ".join(ONE), " ".join(TWO)]
    after_room = lines(*ONE, *TWO)
    assert told(after_room) == [" ".join(ONE), " ".join(TWO)]
    full = (*ONE[:1], "said at the harbour, and three times in summer.")
    indented = [*lines(*full), *lines(TWO[0], top=676, left=90), *lines(TWO[1], top=664)]
    assert told(indented) == [" ".join(full), " ".join(TWO)]


def test_a_paragraph_goes_on_over_pages_and_columns_and_running_heads_do_not():
    first = [*lines("Tolbur Ferry Line – page 1", top=820), *lines(ONE[0])]
    second = [*lines("Tolbur Ferry Line – page 2", top=820), *lines(*ONE[1:]), *lines("- 2 -", top=20)]
    assert told(first, second) == [" ".join(ONE)]
    column = [*lines(ONE[0], top=100), *lines(*ONE[1:], left=300)]
    assert told(column) == [" ".join(ONE)]


def test_torn_words_are_joined_unless_the_text_has_them_with_their_hyphen():
    assert told(
        lines("The captain said that it was the strong sto-", "rms that kept it ashore for all of that week.")
    ) == ["The captain said that it was the strong storms that kept it ashore for all of that week."]
    known = lines(
        "A well-known captain of the ferry line said that well-", "known captains of it had said so for many years."
    )
    assert "that well-known captains" in told(known)[0]


def test_list_items_stand_alone():
    assert told(lines("• one boat that runs all of the year", "• another boat that runs in summer")) == [
        "• one boat that runs all of the year",
        "• another boat that runs in summer",
    ]


def test_the_headline_is_in_the_largest_letters_if_it_is_more_than_a_label():
    text = [Paragraph("It runs twice a day. " * 20, 10)]
    assert (
        headline_of([Paragraph("Press release", 20), Paragraph("Ferry to run twice a day", 16), *text])
        == "Ferry to run twice a day"
    )
    assert headline_of(text) is None
    assert headline_of([]) is None
