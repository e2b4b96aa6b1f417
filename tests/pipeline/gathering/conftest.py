"""A site on loopback with a feed, and a record that may fetch from it."""

from __future__ import annotations

import hashlib
import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.intake.fetching.conftest import Request, Site, response

from onrecord.model import Page
from onrecord.pipeline.gathering import Gathering, Named, Order
from onrecord.pipeline.gathering.gathering import Gathered
from onrecord.record import Store, open_store
from onrecord.settings import Settings

START = datetime(2031, 3, 1, 12, tzinfo=UTC)


class Pages(Site):
    """A site of pages that are sent only if they have changed, and a feed of them."""

    def put(self, path: str, body: str, kind: str = "text/html; charset=utf-8") -> str:
        data = body.encode()
        tag = f'ETag: "{hashlib.sha256(data).hexdigest()[:8]}"'

        def reply(connection: socket.socket, request: Request) -> None:
            known = request.headers.get("if-none-match")
            if known and known in tag:
                connection.sendall(response(b"", status="304 Not Modified", headers=(tag,)))
            else:
                made = response(data, headers=(tag,))
                connection.sendall(made.replace(b"text/html", kind.encode(), 1))

        self.pages[path] = reply
        return self.at(path)

    def at(self, path: str) -> str:
        return self.url(path, host="127.0.0.1")

    def story(self, name: str, words: str = "It opens on Friday, Mayor Tilda Rask said.") -> str:
        return self.put(f"/{name}", f"<!doctype html><title>News of {name}</title><article><p>{words}</p></article>")

    def feed(self, *links: str, path: str = "/feed.xml") -> str:
        items = "".join(f"<item><title>One</title><link>{link}</link></item>" for link in links)
        head = "<title>The Fenn Courier</title><link>https://fenn.example</link><description>News</description>"
        return self.put(
            path, f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{items}</channel></rss>', "text/xml"
        )


class Gathers:
    """Gathers into a record as the face does, without reading what it archives; time stands still until it is moved."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store = store
        self.settings = settings
        self.now = START

    def __call__(self, *sources: str, stop_after: int | None = None, **order: Any) -> list[Gathered]:
        named = tuple(Named(name=source, since=order.pop("since", None)) for source in sources)
        gathering = Gathering(self.store, self.settings, Order(sources=named, **order), now=lambda: self.now)
        found: list[Gathered] = []
        with closing(gathering.pages()) as pages:
            for each in pages:
                found.append(each)
                if isinstance(each, Page):
                    self.store.archive(each)
                if len(found) == stop_after:
                    break
        return found

    def later(self, **length: float) -> None:
        self.now += timedelta(**length)


@pytest.fixture
def site() -> Iterator[Pages]:
    made = Pages()
    yield made
    made.close()


@pytest.fixture
def settings() -> Settings:
    return Settings(
        allowed_networks=("127.0.0.0/8",), host_delay=0.001, longest_wait=0.3, fetch_tries=1, fetch_seconds=5.0, jobs=1
    )


@pytest.fixture
def gather(tmp_path: Path, settings: Settings) -> Iterator[Gathers]:
    with open_store(str(tmp_path / "record"), create=True) as store:
        yield Gathers(store, settings)


@pytest.fixture
def names() -> Callable[[list[Gathered]], list[str]]:
    """The paths of the pages among what was gathered."""
    return lambda found: [each.name.rsplit("/", 1)[1] for each in found if isinstance(each, Page)]
