import ast
import dataclasses
import inspect
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import model
from onrecord.model import Article, Page, Span, quote

NOUNS = [c for _, c in inspect.getmembers(model, dataclasses.is_dataclass) if isinstance(c, type)]


def article(title: str, body: str) -> Article:
    text = f"{title}\n\n{body}" if title else body
    return Article(id="a", revision="r", url=None, title=title, text=text)


@pytest.mark.parametrize("noun", NOUNS)
def test_nouns_are_frozen_slotted_and_keyword_only(noun: type):
    parameters = vars(noun)["__dataclass_params__"]
    assert parameters.frozen
    assert hasattr(noun, "__slots__")
    assert all(f.kw_only for f in dataclasses.fields(noun))
    assert not [f.name for f in dataclasses.fields(noun) if str(f.type).startswith("list")]


def test_the_nouns_import_nothing_of_ours():
    parts = sorted(Path(str(model.__file__)).parent.glob("*.py"))
    names = {n.module for part in parts for n in ast.walk(ast.parse(part.read_text())) if isinstance(n, ast.ImportFrom)}
    ours = {name for name in names if name and name.startswith("onrecord")}
    assert ours == {f"onrecord.model.{part.stem}" for part in parts if part.stem != "__init__"}


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_quoting_is_slicing_by_code_points(text: str, start: int, length: int):
    span = Span(start, start + length)
    assert quote(text, span) == text[start : start + length]
    assert quote(text, (span,)) == quote(text, span)


def test_pieces_of_a_span_set_are_told_apart():
    assert article("", "one two three")[(Span(0, 3), Span(8, 13))] == "one … three"


def test_paragraphs_leave_the_title_out_and_point_at_their_words():
    made = article("A title", "First one.\nSecond one.")
    assert [made[span] for span in made.paragraphs] == ["First one.", "Second one."]
    assert made[made.title_span] == "A title"


def test_without_a_title_the_first_line_is_body():
    made = article("", "First one.\nSecond one.")
    assert [made[span] for span in made.paragraphs] == ["First one.", "Second one."]


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\n"), max_size=20), max_size=5))
def test_paragraphs_cover_every_line_that_says_something(lines: list[str]):
    made = article("", "\n".join(lines))
    assert [made[span] for span in made.paragraphs] == [line for line in lines if line.strip()]


def test_a_page_decodes_with_one_kind_of_line_end_and_no_byte_order_mark():
    page = Page(data="\ufeffa\r\nb\rc".encode(), name="x", format="text")
    assert page.text == "a\nb\nc"
    assert Page(data=b"caf\xe9 \xff", name="x", format="text").text == "caf\ufffd \ufffd"
