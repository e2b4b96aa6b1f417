"""The public verbs, as a program calls them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import PageError, UsageError
from onrecord.model import Reading

from .builder import text_page


def test_a_page_is_read_by_its_path_and_as_it_is(tmp_path: Path):
    path = tmp_path / "wall.txt"
    path.write_bytes(text_page().data)
    by_path = onrecord.read(path, published="2031-10-06", outlet="The Pellin Post")
    assert (by_path.article.outlet, by_path.article.date.earliest) == ("The Pellin Post", date(2031, 10, 6))
    assert [s.speaker.name for s in by_path.statements] == [
        s.speaker.name for s in onrecord.read(text_page()).statements
    ]
    assert by_path.statements[0].speaker.name == "Tilda Rask"


def test_a_folder_is_for_read_all(tmp_path: Path):
    (tmp_path / "bad.txt").write_bytes(b"")
    (tmp_path / "wall.txt").write_bytes(text_page().data)
    with pytest.raises(UsageError, match="read_all"):
        onrecord.read(tmp_path)
    assert [type(each) for each in onrecord.read_all(tmp_path)][1:] == [Reading]
    assert [isinstance(each, PageError) for each in onrecord.read_all(tmp_path)] == [True, False]


def test_a_missing_page_is_an_error():
    with pytest.raises(PageError, match="nowhere"):
        onrecord.read("nowhere.html")
