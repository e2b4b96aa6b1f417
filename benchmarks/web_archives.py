"""How fast pages come out of a web archive, against fastwarc alone on the same file in the same run.

    python benchmarks/web_archives.py [--data ../shared/data] [--pages N]

Builds two WARC files of N invented pages in a temporary folder, packed record by record with digests, as crawlers
write them: one of pages and their requests alone, one with three pictures and three scripts for each page as well,
fewer than most have. The pages are as long as those of the benchmark of bodies: 115 KB in the middle, 170 KB on
average.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import random
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from fastwarc import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from onrecord.intake import LeftOut, pages
from onrecord.model import Page
from onrecord.settings import Settings

FORMULA = """formula: records a second of the processor's own time, the best of five runs, the two in turn
  fastwarc   ArchiveIterator: HTTP parsed, bodies unpacked and read; no digest is checked, no page is told from others
  hashing    the same, and each body hashed once (hashlib's SHA-1): the most that checking digests leaves
  checking   fastwarc, and it checks the digests itself
  intake     pages(…): digests checked, each page's format and encoding told; before any cleaning
  share      intake's rate over each of theirs"""
RUNS = 5
WORDS = """the ferry to tolbur runs again its captain said on monday that no one would close the harbour before
    winter and nobody disagreed with him although repairs cost more than planned""".split()  # noqa: SIM905
MEDIAN, SPREAD = 115_000, 0.9
"""Bytes of a page, lognormal."""


def page(chance: random.Random) -> bytes:
    """An invented page: what a story's page has in menus and scripts, and the story."""
    size = int(chance.lognormvariate(math.log(MEDIAN), SPREAD))
    menu = "".join(f'<li class="item"><a href="/section/{n}">Section {n}</a></li>' for n in range(size // 400))
    script = "".join(f'window.d{n}={{"a":{chance.random()}}};' for n in range(size // 80))
    told = "".join(f"<p>{' '.join(chance.choices(WORDS, k=60))}.</p>" for _ in range(size // 1_200))
    told = told.replace("said", "said: “aye”")
    head = f'<!doctype html><html><head><meta charset="utf-8"><title>Story</title><script>{script}</script></head>'
    return f"{head}<body><ul>{menu}</ul><article><h1>Story</h1>{told}</article></body></html>".encode()


def build(path: Path, count: int, *, whole: bool) -> int:
    """Write an archive, ``whole`` with what stands around the pages; returns how many records it has."""
    chance, records = random.Random(1), 0  # noqa: S311
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number in range(count):
            bodies = [("text/html; charset=utf-8", page(chance))]
            if whole:
                bodies += [("image/jpeg", chance.randbytes(30_000)), ("text/javascript", page(chance)[:40_000])] * 3
            for kind, body in bodies:
                for record in _records(writer, f"https://tolburpost.example/{number}", kind, body):
                    writer.write_record(record)
                    records += 1
    return records


def _records(writer: WARCWriter, address: str, kind: str, body: bytes) -> tuple[Any, Any]:
    answered = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
    asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "tolburpost.example")], is_http_request=True)
    response = writer.create_warc_record(address, "response", payload=BytesIO(body), http_headers=answered)
    return response, writer.create_warc_record(address, "request", http_headers=asked)


def bare(path: Path, *, checked: bool = False, hashed: bool = False) -> int:
    """How many records fastwarc reads alone."""
    count = 0
    with path.open("rb") as file:
        for record in ArchiveIterator(file, parse_http=True, auto_decode="all", verify_digests=checked):
            body = record.reader.read()
            if hashed:
                hashlib.sha1(body, usedforsecurity=False).digest()
            count += 1
    return count


def hashing(path: Path) -> int:
    """How many records fastwarc reads, their bodies hashed and the hashes compared with nothing."""
    return bare(path, hashed=True)


def checking(path: Path) -> int:
    """How many records fastwarc reads and finds whole; requests have no payload, and none to be checked."""
    return bare(path, checked=True)


def ours(path: Path) -> int:
    """Intake: how many pages it made, and records it counted."""
    count = 0
    for item in pages(str(path), settings=Settings()):
        count += sum(item.counts.values()) if isinstance(item, LeftOut) else isinstance(item, Page)
    return count


def seconds(read: Callable[[Path], int], path: Path) -> float:
    """The processor's seconds for all records."""
    start = time.process_time()
    read(path)
    return time.process_time() - start


def measured(name: str, path: Path, records: int) -> str:
    """The rates on one archive, in a paragraph."""
    assert ours(path) == bare(path) == records, "records were lost"
    size = path.stat().st_size / 1e6
    runs = [[seconds(read, path) for read in (bare, hashing, checking, ours)] for _ in range(RUNS)]
    alone, hashed, checked, whole = (records / min(column) for column in zip(*runs, strict=True))
    return f"""{name}: {records:,} records, {size:.0f} MB packed
fastwarc   {alone:8,.0f} records/s
hashing    {hashed:8,.0f} records/s, {hashed / alone:.2f} of fastwarc
checking   {checked:8,.0f} records/s, {checked / alone:.2f} of fastwarc
intake     {whole:8,.0f} records/s
share      {whole / alone:8.2f} of fastwarc, {whole / hashed:.2f} of hashing, {whole / checked:.2f} of checking"""


def main() -> None:
    """Print the rates."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="not needed: the archive is invented")
    parser.add_argument("--pages", type=int, default=2_000)
    count = parser.parse_args().pages
    print(FORMULA)
    with tempfile.TemporaryDirectory() as folder:
        for name, whole in (("pages alone", False), ("with pictures and scripts", True)):
            path = Path(folder) / f"{whole}.warc.gz"
            print(measured(name, path, build(path, count, whole=whole)))


if __name__ == "__main__":
    main()
