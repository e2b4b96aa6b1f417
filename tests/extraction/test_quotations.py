"""Where quotation marks open and close."""

import pytest

from onrecord.extraction.quotations import quotations


def words(text: str) -> list[str]:
    return [text[q.span.start : q.span.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" and "yes".', ['"no"', '"yes"']),
        ("“One,” he said, “two.”", ["“One,”", "“two.”"]),
        ("“It is a “soft” way,” he said. “No.”", ["“It is a “soft” way,”", "“No.”"]),
        ("«Un», dit-il.", ["«Un»"]),
        ("''One,'' he said.", ["''One,''"]),
        ("‘One,’ he said.", ["‘One,’"]),
        ("‘It is the workers’ union,’ he said.", ["‘It is the workers’ union,’"]),
        ("'It isn't so,' he said.", ["'It isn't so,'"]),
        ("The workers' union and the dogs' home met.", []),
        ("“He told me ‘never’ twice,” she said.", ["“He told me ‘never’ twice,”"]),
        ('A board of 6" by 4" was sold.', []),
        ("“One, he said.", ["“One, he said."]),
        ("“One. “Two,” he said.", ["“One. ", "“Two,”"]),
    ],
)
def test_marks_pair(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_quotation_runs_on_where_the_next_paragraph_opens_with_a_mark() -> None:
    first, second = quotations("“One.\n\n“Two,” he said.")
    assert first.runs_on
    assert not first.closed
    assert second.closed
    assert not second.runs_on


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    (only,) = quotations("“One.\n\nTwo, he said.")
    assert not only.runs_on
    assert only.span.end == len("“One.")
