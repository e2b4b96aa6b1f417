"""Where spans end, whatever the model says."""

import pytest
from tests.extraction.reading import marked

from onrecord.extraction.borders import completed, tidied
from onrecord.extraction.quotations import quotations
from onrecord.model import quote


def _mended(text: str) -> tuple[str, str, str]:
    words, told = marked(text)
    clean = tidied(words, told, quotations(words))
    assert clean is not None
    (found,) = completed(words, [clean], quotations(words))
    return quote(words, found.source), quote(words, found.cue), quote(words, found.content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("{S|Ada Roe} {Q|said} {C|that it broke.}", "that it broke"),
        ("“{C|We go on},” {S|Ada Roe} {Q|said}.", "“We go on,”"),
        (
            "{C|“We go on with the work. }Nobody will stop us,” {S|Ada Roe} {Q|said}.",
            "“We go on with the work. Nobody will stop us,”",
        ),
        ("{C|The dam}, {C|once mended, holds}, {S|Ada Roe} {Q|said}.", "The dam, once mended, holds"),
        (
            "Ulm hopes that Orlan will be rid of Tidewall {C|(a banned group) in May}, {S|Ada Roe} {Q|said}.",
            "Ulm hopes that Orlan will be rid of Tidewall (a banned group) in May",
        ),
        ("Ulm {C|hopes that it holds}, {S|Ada Roe} {Q|said}.", "Ulm hopes that it holds"),
        (
            "The dam will hold, {C|the mayor said on Friday}, {S|ABC} {Q|reports}.",
            "The dam will hold, the mayor said on Friday",
        ),
        ("{C|It rained all night. The dam will hold}, {S|Ada Roe} {Q|said}.", "The dam will hold"),
        ("A part of Ulm {C|is flooded}, {S|Ada Roe} {Q|said}.", "A part of Ulm is flooded"),
        ("ULM (ABC) – {C|The dam holds}, {S|Ada Roe} {Q|said}.", "The dam holds"),
        ("{C|ULM (ABC) – The dam holds}, {S|Ada Roe} {Q|said}.", "The dam holds"),
        ("{C|TEHRAN- Ships left}, {S|Ada Roe} {Q|said}.", "Ships left"),
        ("{C|UN troops left}, {S|Ada Roe} {Q|said}.", "UN troops left"),
        ("“That is bad. {C|I don’t like it,”} {S|Ada Roe} {Q|said}.", "“That is bad. I don’t like it,”"),
        ("In Ulm, {C|streets are flooded}, {S|Ada Roe} {Q|said}.", "streets are flooded"),
        ("{S|Ulm} {Q|holds} {C|that the dam is old and} that is true.", "that the dam is old"),
        ("{S|Ulm} {Q|holds} {C|that the dam is a grand} thing.", "that the dam is a grand"),
    ],
)
def test_contents(text: str, content: str) -> None:
    assert _mended(text)[2] == content


def test_sources_and_cues_end_with_their_words() -> None:
    assert _mended("{S|Ada Roe,} {Q|said:} {C|“We go on.”}")[:2] == ("Ada Roe", "said")
    assert _mended("{S|Minister}{Q|:} {C|talks off}")[1] == ":"


def test_indirect_words_of_another_paragraph_are_no_content() -> None:
    assert _mended("{C|Ulm in spring}\n{C|The dam holds}, {S|Ada Roe} {Q|said}.")[2] == "The dam holds"


def test_what_others_said_is_not_taken() -> None:
    words, first = marked("{S|Bo Lee} {Q|said} {C|Ulm} hopes it holds, Ada Roe said.")
    second = marked("Bo Lee said Ulm {C|hopes it holds}, {S|Ada Roe} {Q|said}.")[1]
    assert [quote(words, one.content) for one in completed(words, [first, second], ())] == ["Ulm", "hopes it holds"]


def test_marks_alone_are_nothing() -> None:
    words, told = marked("{S|Ada Roe} {Q|said} {C|”}.")
    assert tidied(words, told, quotations(words)) is None
