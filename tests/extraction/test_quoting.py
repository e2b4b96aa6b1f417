"""Who is quoted by somebody else, and cues that TERMS has otherwise than PolNeAR."""

import pytest
from tests.extraction.reading import marked

from onrecord.extraction.quoting import unwrapped
from onrecord.model import quote


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "{C|The dam is safe}, {S|ABC} {Q|quoted} {C|Ada Roe as saying} on Friday.",
            "Ada Roe",
            "quoted … as saying",
            "The dam is safe",
        ),
        (
            "{S|The agency} {Q|quoted} {C|an unnamed guest as saying the two had “agreed on nothing”}.",
            "an unnamed guest",
            "quoted … as saying",
            "the two had “agreed on nothing”",
        ),
        (
            "{C|“We go on,” Roe} {Q|was quoted by} {S|Reuters} {C|as saying the dam held}.",
            "Roe",
            "was quoted by … as saying",
            "“We go on,” … the dam held",
        ),
        (
            "{C|The mayor, Al Roe,} {Q|was quoted} by {S|Reuters} {C|as saying that it held}.",
            "The mayor, Al Roe,",
            "was quoted … as saying",
            "that it held",
        ),
        ("{C|“It held,” he said}, {Q|according to} {S|Reuters}.", "he", "said", "“It held,”"),
        ("{C|“It held,” he said}, {Q|according to} {S|Al Roe}.", "Al Roe", "according to", "“It held,” he said"),
        (
            "{C|“We go on,” the team’s manager, Al Roe}, {Q|was quoted as saying}.",
            "the team’s manager, Al Roe",
            "was quoted as saying",
            "“We go on,”",
        ),
        ("{S|It} {Q|was announced} {C|that the dam had broken}.", "", "was announced", "that the dam had broken"),
        ("{S|She} {Q|called} {C|to show “some care” in May}.", "She", "called to show", "“some care” in May"),
        ("{S|She} {Q|called to} {C|show “some care”}.", "She", "called to show", "“some care”"),
        ("{S|She} {Q|called} {C|the dam “a wreck”}.", "She", "called", "the dam “a wreck”"),
        ("{S|The mayor} {Q|quoted} {C|a poem of her youth}.", "The mayor", "quoted", "a poem of her youth"),
        ("{S|It} {Q|said} {C|that the dam had broken}.", "It", "said", "that the dam had broken"),
    ],
)
def test_unwrapped(text: str, source: str, cue: str, content: str) -> None:
    words, told = marked(text)
    found = unwrapped(words, told)
    assert [quote(words, spans) for spans in (found.source, found.cue, found.content)] == [source, cue, content]
