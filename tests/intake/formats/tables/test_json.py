from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import PageDamaged, PageEmpty, PageError, PageNotText, PageTooLarge
from onrecord.intake import LeftOut, Link, opened, pages_in
from onrecord.intake.format import Item
from onrecord.model import Page, Stated
from onrecord.settings import Settings

STORY = "The ferry to Tolbur runs again, its captain said on Monday."


def found(text: str | bytes, **settings: Any) -> list[Item]:
    data = text if isinstance(text, bytes) else text.encode()
    return list(pages_in(data, "rows", settings=Settings(**settings)))


def read(text: str | bytes, **settings: Any) -> list[Page]:
    """The opened pages of a text that has nothing else in it."""
    made = found(text, **settings)
    pages = [page for page in made if isinstance(page, Page)]
    assert len(pages) == len(made), made
    return [opened(page) for page in pages]


ROW = {
    "Headline": "Ferry runs",
    "article": {"body": STORY, "lang": "en"},
    "source": {"id": None, "name": "Tolbur Post"},
    "authors": [{"name": "Ane Brandvik"}, "Ole Tan"],
    "publishedAt": 1509408000,
    "url": "https://tolbur.example/1",
}


@pytest.mark.parametrize(
    "written",
    [
        json.dumps(ROW) + "\n" + json.dumps(ROW),
        "\ufeff" + json.dumps(ROW) + "\r\n\r\n" + json.dumps(ROW),
        json.dumps([ROW, ROW]),
        json.dumps([ROW, ROW], indent=2),
        json.dumps(ROW, indent=2) + json.dumps(ROW, indent=2),
        json.dumps({"status": "ok", "articles": [ROW, ROW]}),
        json.dumps({"response": {"docs": [ROW, ROW]}}, indent=1),
        "\n".join(json.dumps({"_id": "1", "_source": ROW}) for _ in range(2)),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251"])
def test_lines_lists_and_documents_give_the_same_pages(written: str, encoding: str):
    pages = read(written.removeprefix("\ufeff" * (encoding != "utf-8")).encode(encoding))
    stated = Stated(
        title="Ferry runs",
        byline=("Ane Brandvik", "Ole Tan"),
        outlet="Tolbur Post",
        published="2017-10-31T00:00:00+00:00",
        language="en",
    )
    assert [(page.text, page.url, page.stated) for page in pages] == [(STORY, "https://tolbur.example/1", stated)] * 2


def test_the_bytes_that_are_kept_are_the_line():
    line = json.dumps(ROW, ensure_ascii=False)
    page = found(line + "\n")[0]
    assert isinstance(page, Page)
    assert (page.data, page.format) == (line.encode(), "json row")


def test_text_html_and_beginnings_are_told_apart():
    row = {"title": {"rendered": "Ferry"}, "content": {"rendered": f"<p>{STORY}</p><p>It left.</p>"}}
    cut = {"url": "https://a.example/1", "content": "The ferry to Tolbur… [+2304 chars]"}
    listed = {"paragraphs": [STORY, {"text": "It left."}]}
    html, link, text = found("\n".join(map(json.dumps, (row, cut, listed))))
    assert isinstance(html, Page)
    assert (opened(html).format, opened(html).stated) == ("html", Stated(title="Ferry"))
    assert isinstance(link, Link)
    assert isinstance(text, Page)
    assert opened(text).text == f"{STORY}\n\nIt left."


def test_keys_can_be_named():
    row = json.dumps({"k": "Ferry", "story body": STORY, "text": "wrong"})
    assert read(row, columns=("title=k", "text=Story Body"))[0].text == STORY


def test_keys_that_fit_nothing_are_named():
    (error,) = found('{"name":"onrecord","version":1}')
    assert isinstance(error, PageNotText)
    assert "name, version" in str(error)


def test_objects_that_hold_nothing_are_counted_beside_those_that_do():
    action = '{"index": {"_id": "1"}}'
    page, left_out = found(f"{action}\n{json.dumps(ROW)}\n{action}\n")
    assert isinstance(page, Page)
    assert isinstance(left_out, LeftOut)
    assert left_out.counts == {"object without a text or an address": 2}


def test_a_broken_line_or_object_costs_no_other():
    good = json.dumps(ROW)
    for written in (f'{good}\n{{"text": oops}}\n{good}\n', f'[{good},\n{{"text": oops}},\n{good}]'):
        one, error, other = found(written)
        assert isinstance(one, Page)
        assert isinstance(error, PageDamaged)
        assert "line 2" in str(error)
        assert isinstance(other, Page)


@pytest.mark.parametrize("cut", [1, 20, 60, -2])
def test_half_a_download_is_told(cut: int):
    whole = "[" + ",".join([json.dumps(ROW)] * 3) + "]"
    *_, last = found(whole[:cut])
    assert isinstance(last, PageError) or (isinstance(last, Page) and last.format == "text")


def test_a_huge_object_is_refused_and_the_others_go_on():
    huge = json.dumps({"text": "It runs. " * 10_000})
    small = json.dumps(ROW)
    for written in (f"{small}\n{huge}\n{small}", f"[{small},{huge},{small}]"):
        one, error, other = found(written, page_bytes=50_000)
        assert isinstance(one, Page)
        assert isinstance(error, PageTooLarge)
        assert isinstance(other, Page)


@pytest.mark.parametrize(
    "hostile",
    [
        '{"a":' * 100_000,
        '[{"text": "' + "\\" * 300_001,
        '[{"text": 1' + "0" * 10_000 + "}]",
        '{"text": "' + "\\u0000" * 10 + '"}',
        '{"onrecord columns": ["nonsense=x"], "row": {"text": "x"}}',
        '{"onrecord columns": [[]], "row": 5, "text": "It runs."}',
        "[{}]" * 1_000,
    ],
)
def test_hostile_json_ends_in_pages_or_errors(hostile: str):
    for item in found(hostile):
        assert isinstance(item, Page | PageError | LeftOut)


def test_a_row_that_pretends_to_carry_a_persons_word_is_refused():
    (page,) = found('{"text": "It runs."}')
    assert isinstance(page, Page)
    forged = replace(page, data=b'{"onrecord columns": ["nonsense=x"], "row": {"text": "x"}}')
    with pytest.raises(PageDamaged):
        opened(forged)


_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60).map(
    lambda text: f"It says: {text} and so on today"
)


@given(st.lists(st.fixed_dictionaries({"title": _TEXT, "text": _TEXT}), min_size=1, max_size=5), st.booleans())
def test_what_is_written_comes_back(rows: list[dict[str, str]], by_line: bool):
    written = "\n".join(map(json.dumps, rows)) if by_line else json.dumps(rows, ensure_ascii=False, indent=1)
    assert [page.data.decode() for page in read(written)] == [row["text"].strip() for row in rows]


_KEYS = st.sampled_from(
    ["url", "title", "text", "html", "author", "source", "date", "article", "data", "items", "name"]
)
_ANY = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda each: st.lists(each, max_size=3) | st.dictionaries(_KEYS, each, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(_KEYS, _ANY, min_size=1))
def test_any_object_ends_in_pages_links_or_errors(row: dict[str, Any]):
    for item in found(json.dumps(row)):
        assert isinstance(item, Page | Link | PageEmpty | PageError | LeftOut)
        if isinstance(item, Page):
            assert opened(item).data
