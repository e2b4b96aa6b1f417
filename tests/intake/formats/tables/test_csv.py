from __future__ import annotations

import csv
import io
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import articles
from onrecord.errors import PageDamaged, PageEmpty, PageError, PageNotText, PageTooLarge
from onrecord.intake import Known, Link, opened, pages_in
from onrecord.intake.format import Item
from onrecord.model import Page, Stated
from onrecord.settings import Settings

STORY = "The ferry to Tolbur runs again, its captain said on Monday."
HEAD = "url,title,text\n"


def found(table: str | bytes, known: Known | None = None, **settings: Any) -> list[Item]:
    data = table if isinstance(table, bytes) else table.encode()
    return list(pages_in(data, "rows", settings=Settings(**settings), known=known))


def read(table: str | bytes, **settings: Any) -> list[Page]:
    """The opened pages of a table that has nothing else in it."""
    made = found(table, **settings)
    pages = [page for page in made if isinstance(page, Page)]
    assert len(pages) == len(made), made
    return [opened(page) for page in pages]


def test_a_row_with_a_text_is_a_page_and_one_without_is_a_link():
    table = (
        "Title,Body,Link,Publish Date,Author,Source,Language\n"
        f'Ferry runs,"{STORY}\nIt left at noon.",https://tolbur.example/1,'
        "2017-10-31,Ane Brandvik and Ole Tan,Tolbur Post,en\n"
        "Bus stops,,https://tolbur.example/2,20171101,,,\n"
    )
    page, link = found(table)
    assert isinstance(page, Page)
    assert (page.url, page.name, page.format) == ("https://tolbur.example/1", "https://tolbur.example/1", "csv row")
    read_in = opened(page)
    assert (read_in.text, read_in.format) == (f"{STORY}\nIt left at noon.", "text")
    assert read_in.stated == Stated(
        title="Ferry runs",
        byline=("Ane Brandvik", "Ole Tan"),
        outlet="Tolbur Post",
        published="2017-10-31",
        language="en",
    )
    assert isinstance(link, Link)
    assert (link.url, link.title, link.published) == ("https://tolbur.example/2", "Bus stops", "2017-11-01")


def test_the_bytes_that_are_kept_are_the_columns_and_the_row_as_they_arrived():
    row = f'https://a.example/1,"Ferry ""runs""",{STORY.replace(",", " ")}\r\n'.encode()
    (page,) = found(HEAD.encode() + row)
    assert isinstance(page, Page)
    assert page.data.endswith(HEAD.encode() + row)


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-32",
        "cp1252",
        "big5",
        "cp1251",
        "koi8-r",
        "gb18030",
        "shift_jis",
    ],
)
def test_encodings_and_delimiters(encoding: str, sign: str):
    words = {
        "big5": "渡輪又開往托爾布爾了，船長星期一說；風暴已經過去。",
        "cp1251": "Паром снова ходит в Тольбур, сказал капитан; «буря прошла».",
        "koi8-r": "Паром снова ходит в Тольбур, сказал капитан; буря прошла.",
        "gb18030": "渡轮又开往托尔布尔了，船长星期一说；风暴已经过去。",
        "shift_jis": "フェリーはまたトルブルへ行く、と船長は月曜日に言った。",
    }.get(encoding, "Die Fähre fährt wieder, „so der Kapitän“; das Café öffnet.")
    buffer = io.StringIO()
    table = csv.writer(buffer, delimiter=sign)
    table.writerow(["Headline", "Story", "Day"])
    table.writerows([[f"{n}", f"{words}\n{words} {n}", "2017-10-31"] for n in range(8)])
    pages = read(buffer.getvalue().encode(encoding))
    assert [page.text for page in pages] == [f"{words}\n{words} {n}" for n in range(8)]


def test_what_is_not_ascii_far_behind_the_beginning_is_read_in_its_own_encoding():
    table = (HEAD + f",a,{STORY.replace(',', '')}\n" * 6_000).encode() + ",b,Das Café öffnet morgen wieder\n".encode(
        "cp1252"
    )
    assert read(table)[-1].text == "Das Café öffnet morgen wieder"


def test_excels_own_line_nuls_returns_and_blanks_are_no_hindrance():
    assert read("sep=;\nTitle;Text\nFerry;It runs, he said.\n")[0].text == "It runs, he said."
    assert read(b"Title,Text\rFerry,It runs.\rBus,It stops.\r")[1].text == "It stops."
    assert read("Title,Text\nFerry,It \0runs.\n\n , \nBus,It stops.\n" + "x,y\n" * 50)[0].text == "It runs."
    assert read('title, text\nFerry, "It runs, he said."\n')[0].text == "It runs, he said."
    assert read('title,text\nFerry,"It \\"runs\\", he said."\n')[0].text == 'It "runs", he said.'


def test_ragged_rows_are_told_apart():
    short, long, empty = found("url,title,text\nhttps://a.example/1,Ferry\n,Ferry,It runs,he said\n,Bus,\n")
    assert isinstance(short, Link)
    assert isinstance(long, PageDamaged)
    assert "4 cells in a table of 3 columns" in str(long)
    assert "line 3" in str(long)
    assert isinstance(empty, PageEmpty)


def test_an_open_quotation_mark_costs_one_row():
    one, *others = found('title,text\nA,"never closed\nB,It runs\nC,It stops\nD,It waits\n')
    assert isinstance(one, PageDamaged)
    assert "line 2" in str(one)
    assert [opened(page).text for page in others if isinstance(page, Page)] == ["It runs", "It stops", "It waits"]


def test_half_a_download_ends_in_one_error():
    page, cut = found(f'title,text\nA,It runs\nB,"{STORY}\nAnd the story goes on\n\nand on.')
    assert isinstance(page, Page)
    assert isinstance(cut, PageDamaged)
    assert "never closed" in str(cut)


def test_a_huge_field_is_refused_and_the_others_go_on():
    table = f'title,text\nA,"{"It runs. " * 4_000}\n{"It runs. " * 4_000}"\nB,It stops\nC,{"x" * 90_000}\nD,It waits\n'
    huge, page, unquoted, last = found(table, page_bytes=50_000)
    assert isinstance(huge, PageTooLarge)
    assert isinstance(unquoted, PageTooLarge)
    assert "page_bytes" in str(huge)
    assert isinstance(page, Page)
    assert isinstance(last, Page)
    assert (page.name, last.name) == ("rows, line 4", "rows, line 6")


class _Rows(io.RawIOBase):
    """A table of many rows that nobody holds in memory."""

    def __init__(self, rows: int) -> None:
        self._rows: Iterator[bytes] = iter([HEAD.encode()] + [f',a,"{STORY * 20}\n"\n'.encode()] * rows)
        self._rest = b""

    def read(self, size: int = -1, /) -> bytes:
        piece = self._rest or next(self._rows, b"")
        self._rest = piece[size:]
        return piece[:size]


def test_memory_does_not_grow_with_the_table():
    tracemalloc.start()
    count = sum(isinstance(page, Page) for page in pages_in(_Rows(20_000), "rows", settings=Settings()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 20_000
    assert peak < 8_000_000  # of 24 MB


def test_columns_that_fit_nothing_are_named_with_what_to_do():
    table = "nr\tstory heading\tnote\n1\tFerry\tIt runs\n2\tBus\tno\n3\tBoat\tyes\n"
    (error,) = found(table)
    assert isinstance(error, PageNotText)
    assert "nr, story heading, note" in str(error)
    assert "--columns" in str(error)
    pages = read(table, columns=("title=Story Heading", "text=note"))
    assert (pages[0].text, pages[0].stated) == ("It runs", Stated(title="Ferry"))


def test_a_persons_word_on_columns_outranks_their_names_also_when_the_row_is_read_again():
    table = "text,body of it,title\nwrong,It runs.,Ferry\n"
    assert read(table, columns=("text=body of it",))[0].text == "It runs."


def test_duplicates_and_what_a_person_said_of_all():
    table = f"id,url,text\n7,https://a.example/1,{STORY.replace(',', '')}\n7,https://a.example/1,It stops.\n"
    said = Known(published=date(2021, 5, 3), outlet="The Tolbur Post")
    pages = [page for page in found(table, said) if isinstance(page, Page)]
    assert [page.outlet for page in pages] == ["The Tolbur Post"] * 2
    assert {page.published for page in pages} == {date(2021, 5, 3)}


@pytest.mark.parametrize(
    ("written", "status", "earliest"),
    [
        ("2017-10-31", "stated", date(2017, 10, 31)),
        ("20171031", "stated", date(2017, 10, 31)),
        ("20171031T003000Z", "stated", date(2017, 10, 31)),
        ("1509408000", "stated", date(2017, 10, 31)),
        ("1509408000000", "stated", date(2017, 10, 31)),
        ("Tue, 31 Oct 2017 10:00:00 +0300", "stated", date(2017, 10, 31)),
        ("31.10.2017", "stated", date(2017, 10, 31)),
        ("03/04/2017", "unknown", None),
        ("2 hours ago", "unknown", None),
        ("2017", "unknown", None),
    ],
)
def test_dates_in_many_shapes_and_none_is_guessed(written: str, status: str, earliest: date | None):
    (page,) = read(f'title;text;date\nFerry;"{STORY}";"{written}"\n')
    story_date = articles.clean(page).date
    assert (story_date.status, story_date.earliest) == (status, earliest)


def test_when_a_page_was_captured_is_told_unless_it_is_to_come():
    past, future = (
        page
        for page in found("text,retrieved\nIt runs.,2020-01-02 03:04:05\nIt runs.,2999-01-01\n")
        if isinstance(page, Page)
    )
    assert past.captured_at == datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert future.captured_at is None


@pytest.mark.parametrize(
    "prose",
    [
        "Ferry to Tolbur runs again, captain says\n\nThe ferry, he said, runs.\nThe bus, she said, too.\n",
        "TOLBUR, October 31\n\nIt runs, he said.\nIt runs, she said.\nIt runs, they said.\n",
        "Text, title and date\n\nare the words that this story is about, it says, and nothing else.\n",
        "One\tTwo\nThree",
    ],
)
def test_prose_with_commas_is_no_table(prose: str):
    (page,) = found(prose)
    assert isinstance(page, Page)
    assert page.format == "text"


@pytest.mark.parametrize("table", ["title,text\n", "title,text", "title,text\n\n\n"])
def test_a_table_without_rows_is_told(table: str):
    (one,) = found(table)
    assert isinstance(one, PageError | Page)
    assert not (isinstance(one, Page) and one.format == "csv row")


_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n,;|\"'"), min_size=1, max_size=80
)


@given(st.lists(st.tuples(_TEXT, _TEXT), min_size=1, max_size=6), st.sampled_from(",;\t|"))
def test_what_is_written_comes_back(rows: list[tuple[str, str]], sign: str):
    buffer = io.StringIO()
    table = csv.writer(buffer, delimiter=sign, quoting=csv.QUOTE_ALL)
    table.writerow(["url", "title", "text"])
    table.writerows(
        [[f"https://a.example/{n}", title, f"It says: {text} and so on today"] for n, (title, text) in enumerate(rows)]
    )
    pages = read(buffer.getvalue())
    assert [page.url for page in pages] == [f"https://a.example/{n}" for n in range(len(rows))]
    assert [page.text for page in pages] == [f"It says: {text} and so on today" for _, text in rows]


@given(st.binary(max_size=300))
def test_any_rows_end_in_pages_links_and_errors(rows: bytes):
    for item in found(HEAD.encode() + rows):
        if isinstance(item, Page) and item.format == "csv row":
            assert opened(item).text
