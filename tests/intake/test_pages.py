from __future__ import annotations

import gzip
import io
import os
import pickle
from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import PageEmpty, PageError, PageMissing, PageNotText, PageTooLarge
from onrecord.intake import page_from_bytes, pages
from onrecord.model import Page
from onrecord.settings import Settings

SETTINGS = Settings()
STORY = "Ferry to Tolbur runs again\n\nThe ferry to Tolbur runs again, its captain said on Monday.\n"
HTML = f"<html><body><h1>Ferry runs again</h1><p>{STORY}</p></body></html>"


def names(source: Path) -> list[str]:
    return [
        Path(found.name).name for found in pages(str(source), settings=SETTINGS) if isinstance(found, Page | PageError)
    ]


def only(source: str, settings: Settings = SETTINGS) -> Page | PageError:
    (found,) = pages(source, settings=settings)
    assert isinstance(found, Page | PageError)
    return found


def test_a_file_keeps_its_bytes_and_what_a_person_said_of_it(tmp_path: Path):
    path = tmp_path / "ferry.txt"
    path.write_bytes(b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode())
    (page,) = pages(str(path), settings=SETTINGS, published=date(2021, 5, 3), outlet="The Tolbur Post")
    assert isinstance(page, Page)
    assert page.data.startswith(b"\xef\xbb\xbf")
    assert page.text == STORY
    assert (page.published, page.outlet, page.format) == (date(2021, 5, 3), "The Tolbur Post", "text")


def test_the_format_is_found_by_content_not_by_name(tmp_path: Path):
    (tmp_path / "a.txt").write_text(HTML)
    (tmp_path / "b.html").write_text(STORY)
    found = [page.format for page in pages(str(tmp_path), settings=SETTINGS) if isinstance(page, Page)]
    assert found == ["html", "text"]


def test_a_fragment_of_html_is_html_and_prose_about_tags_is_text():
    fragment = "<p>The ferry runs.</p><p>It <b>really</b> does.</p><p>Yes.</p>"
    prose = "A page begins with <html> and a paragraph with <p>. " * 3 + "That is all there is to know."
    assert page_from_bytes(fragment.encode(), "a", settings=SETTINGS).format == "html"
    assert page_from_bytes(prose.encode(), "b", settings=SETTINGS).format == "text"


def test_a_folder_is_walked_in_sorted_order_and_hidden_files_are_left_out(tmp_path: Path):
    for name in ("b.txt", "a.txt", ".hidden.txt", "c/2.txt", "c/1.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY)
    assert names(tmp_path) == ["a.txt", "b.txt", "1.txt", "2.txt"]


def test_no_file_of_a_folder_is_lost_without_a_word(tmp_path: Path):
    (tmp_path / "1.txt").write_text(STORY)
    (tmp_path / "2.doc").write_bytes(b"\xd0\xcf\x11\xe0 ...")
    (tmp_path / "3.txt").write_bytes(b"")
    (tmp_path / "4.txt").symlink_to(tmp_path / "gone")
    os.mkfifo(tmp_path / "5.txt")
    (tmp_path / "6.txt").write_text(STORY)
    found = list(pages(str(tmp_path), settings=SETTINGS))
    kinds = [Page, PageNotText, PageEmpty, PageMissing, PageNotText, Page]
    assert [type(page) for page in found] == kinds
    assert [Path(page.name).name[0] for page in found if isinstance(page, Page | PageError)] == list("123456")


def test_links_that_lead_back_up_are_walked_once(tmp_path: Path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(STORY)
    (tmp_path / "in" / "up").symlink_to(tmp_path, target_is_directory=True)
    assert names(tmp_path) == ["a.txt"]


def test_a_folder_too_deep_is_named(tmp_path: Path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "x.txt").write_text(STORY)
    (found,) = pages(str(tmp_path), settings=Settings(folder_depth=2))
    assert isinstance(found, PageMissing)
    assert "folder_depth" in str(found)


def test_an_empty_folder_says_so(tmp_path: Path):
    assert isinstance(only(str(tmp_path)), PageEmpty)


def test_standard_input(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    page = only("-")
    assert isinstance(page, Page)
    assert page.name == "-"


def test_an_address_is_refused_with_what_to_do():
    found = only("https://tolburpost.example/ferry")
    assert isinstance(found, PageError)
    assert "save the page" in str(found)


@pytest.mark.parametrize("source", ["no/such/file.txt", "nul\0name", "x" * 5000])
def test_what_is_not_there_is_missing(source: str):
    assert isinstance(only(source), PageMissing)


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"... --- ..."])
def test_nothing_to_read_is_empty(data: bytes, tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(data)
    assert isinstance(only(str(tmp_path / "a.txt")), PageEmpty)


def test_a_page_over_the_limit_is_not_read(tmp_path: Path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000_000)  # sparse: reading it would take minutes
    found = only(str(path))
    assert isinstance(found, PageTooLarge)
    assert "page_bytes" in str(found)


def test_an_endless_stream_is_not_read_to_the_end(monkeypatch: pytest.MonkeyPatch):
    with Path("/dev/zero").open("rb") as endless:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(endless))
        assert isinstance(only("-", Settings(page_bytes=1_000)), PageTooLarge)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, "old office document"),
        (gzip.compress(STORY.encode(), mtime=0), "gzip"),
        (b"PK\x03\x04" + b"\0" * 50, "ZIP"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "PNG"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 50, "JPEG"),
        (bytes(range(256)) * 8, "not text"),
        (b'{"headline": "Ferry runs again", "body": "..."}', "JSON"),
        (b'[{"a": 1}]', "JSON"),
        (b'<?xml version="1.0"?><recipe><egg/></recipe>', "XML"),
    ],
)
def test_what_is_no_page_is_named(data: bytes, what: str):
    with pytest.raises(PageNotText, match=what):
        page_from_bytes(data, "a", settings=SETTINGS)


def test_a_text_that_opens_in_brackets_is_no_json():
    text = "[Update: the ferry runs.] It left at noon, its captain said."
    assert page_from_bytes(text.encode(), "a", settings=SETTINGS).format == "text"


def test_errors_travel_between_processes():
    error = only("no/such/file.txt")
    assert isinstance(error, PageError)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
