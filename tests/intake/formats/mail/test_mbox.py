from __future__ import annotations

import gzip
import mailbox
from pathlib import Path

from onrecord.errors import PageEmpty, PageTooLarge
from onrecord.intake import opened, pages_in
from onrecord.intake.format import Item
from onrecord.model import Page
from onrecord.settings import Settings

BODY = "It runs again, its captain said.\nFrom now on it runs twice a day, she said.\n"


def box(folder: Path, count: int, body: str = BODY) -> bytes:
    made = mailbox.mbox(folder / "box")
    for number in range(count):
        made.add(f"From: Ane Brandvik <ane@tolbur.example>\nSubject: Ferry {number}\n\n{body}".encode())
    made.flush()
    return (folder / "box").read_bytes()


def found(data: bytes, **settings: int) -> list[Item]:
    return list(pages_in(data, "box", settings=Settings(**settings)))  # type: ignore[arg-type]  # numbers alone


def test_each_mail_is_a_page_as_it_was_before_the_box(tmp_path: Path):
    data = box(tmp_path, 3)
    assert b">From now on" in data
    for packed in (data, gzip.compress(data, mtime=0)):
        pages = [page for page in found(packed) if isinstance(page, Page)]
        assert [page.name for page in pages] == ["box, mail 1", "box, mail 2", "box, mail 3"]
        read = [opened(page) for page in pages]
        assert [page.text.strip() for page in read] == [BODY.strip()] * 3
        assert [page.stated.title for page in read if page.stated] == ["Ferry 0", "Ferry 1", "Ferry 2"]


def test_a_huge_mail_is_refused_and_the_others_go_on(tmp_path: Path):
    data = box(tmp_path, 1)
    huge = b"From ane Tue Oct 31 08:00:00 2017\nFrom: a@b.example\nSubject: x\n\n" + b"It runs.\n" * 20_000 + b"\n"
    one, error, other = found(data + b"\n" + huge + data, page_bytes=50_000)
    assert isinstance(one, Page)
    assert isinstance(error, PageTooLarge)
    assert isinstance(other, Page)


def test_an_empty_mail_and_half_a_box(tmp_path: Path):
    data = box(tmp_path, 2)
    above = b"From a Tue Oct 31 08:00:00 2017\n"
    empty = above + b"\n" + above + b"From: a@b.example\nSubject: x\n\nIt runs.\n"
    assert len([page for page in found(data[:-30]) if isinstance(page, Page)]) == 2
    assert not [item for item in found(data + b"\n" + empty) if not isinstance(item, Page | PageEmpty)]
