"""Tags that bear out what the model has only half."""

import pytest
from tests.extraction.reading import marked

from onrecord.extraction.tags import before_tag, with_tag
from onrecord.model import Span, quote


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("{C|Much of it is invented}, he went on.", "he", "went on"),
        ("{C|Much of it is invented}, Ada Roe went on.", "Ada Roe", "went on"),
        ("{C|Much of it is invented}, the mayor continued.", "the mayor", "continued"),
    ],
)
def test_who_went_on(text: str, source: str, cue: str) -> None:
    words, told = marked(text)
    at = words.index(cue)
    found = with_tag(words, told, Span(at, at + len(cue.split(maxsplit=1)[0])))
    assert found is not None
    assert (quote(words, found.source), quote(words, found.cue)) == (source, cue)
    assert found.content == told.content


def test_no_tag_no_attribution() -> None:
    words, told = marked("{C|Much of it is invented} and the town went on as before.")
    at = words.index("went")
    assert with_tag(words, told, Span(at, at + 4)) is None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The dam broke. Much of it is invented, he went on.", "Much of it is invented"),
        ("The dam broke.\nMuch, as ever, is invented, Ada Roe went on.", "Much, as ever, is invented"),
        ("Much of it is invented, but who went on?", None),
        ("“Much of it is invented”, he went on.", None),
        ("He went on.", None),
        ("Much of it is invented, he drowned.", None),
    ],
)
def test_the_sentence_before_a_tag(text: str, content: str | None) -> None:
    at = max(text.find("went"), text.find("drowned"))
    found = before_tag(text, Span(at, text.index(" ", at) if " " in text[at:] else len(text) - 1), 0.2)
    assert (found and quote(text, found.content)) == content
