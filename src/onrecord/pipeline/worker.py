"""Pages are hostile: each is read in a process of its own kind, with limits on time and memory."""

from __future__ import annotations

import atexit
import os
import socket
import subprocess
import sys
from collections.abc import Generator, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from itertools import islice
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Self, TypeVar

from onrecord import errors
from onrecord.errors import PageError, PageTooHeavy, PageTooSlow
from onrecord.model import Article, Page, Reading
from onrecord.pipeline import wire
from onrecord.settings import Settings

T = TypeVar("T")

START_SECONDS = 120.0
"""How long the process may take to load its libraries and models on a cold disk."""

AHEAD = 4
"""Pages handed out ahead of the one awaited, for each process: enough to keep it busy, few enough to stay small."""


class Worker:
    """One process that reads pages, started when it is first needed and again after it had to be ended."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None

    def read(self, page: Page) -> Reading:
        """Read a page.

        Raises:
            PageError: it can't be read; says why and what to do.
        """
        answer = self._ask(wire.Request(page=page))
        assert answer.reading is not None  # noqa: S101  # _ask raised otherwise
        return replace(answer.reading, page=page)

    def clean(self, page: Page) -> Article:
        """The article in a page. Raises as ``read`` does."""
        answer = self._ask(wire.Request(page=page, want="article"))
        assert answer.article is not None  # noqa: S101  # _ask raised otherwise
        return answer.article

    def close(self) -> None:
        """End the process."""
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
        self._process = self._connection = None

    def stop(self) -> None:
        """End the process from another thread: what is being read fails at once."""
        if self._process is not None:
            self._process.kill()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _ask(self, request: wire.Request) -> wire.Answer:
        connection = self._started()
        name, seconds = request.page.name, self._settings.page_seconds
        try:
            connection.send_bytes(wire.encode(request))
            if not connection.poll(seconds):
                self.close()
                raise PageTooSlow(
                    name, f"not read within {seconds:g} seconds; raise page_seconds in onrecord.toml, or split the page"
                )
            answer = wire.decode_answer(connection.recv_bytes())
        except (EOFError, OSError) as error:
            raise PageTooHeavy(name, f"reading it ended the process that reads pages ({self._last_words()})") from error
        if answer.error is not None:
            raise getattr(errors, answer.error)(name, answer.problem)
        return answer

    def _started(self) -> Connection:
        if self._connection is not None:
            return self._connection
        ours, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-m", "onrecord.pipeline.child"]
            seconds = str(self._settings.page_seconds)
            self._process = subprocess.Popen(  # noqa: S603  # our own module, no shell
                [*command, str(theirs.fileno()), str(self._settings.page_memory_mb), seconds],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
            )
        self._connection = connection = Connection(ours.detach())
        try:
            if connection.poll(START_SECONDS) and connection.recv_bytes():
                return connection
        except (EOFError, OSError):
            pass
        raise PageError("onrecord", f"the process that reads pages did not start ({self._last_words()})")

    def _last_words(self) -> str:
        """How the process ended, for a message. Ends it if it hasn't."""
        process = self._process
        if process is None:
            return "it is gone"
        try:
            _, heard = process.communicate(timeout=5)
        except subprocess.TimeoutExpired:
            self.close()
            return "it stopped answering"
        self.close()
        lines = heard.decode(errors="replace").strip().splitlines()
        return lines[-1] if lines else f"exit status {process.returncode}"


def read_each(pages: Iterable[Page | T], settings: Settings) -> Generator[Reading | PageError | T]:
    """Read pages in order, several at a time; one that can't be read comes back as its error, what is no page as it is.

    ``pages`` is taken as it is needed, so a folder of any size passes through in little memory. Closing it ends
    what is being read: who may be stopped between two pages closes it, or this program waits for them at its end.
    """
    idle: SimpleQueue[Worker] = SimpleQueue()
    workers = [Worker(settings) for _ in range(settings.jobs)]
    for worker in workers:
        idle.put(worker)

    def one(page: Page | T) -> Reading | PageError | T:
        if not isinstance(page, Page):
            return page
        worker = idle.get()
        try:
            return worker.read(page)
        except PageError as error:
            return error
        finally:
            idle.put(worker)

    source = iter(pages)
    with ThreadPoolExecutor(settings.jobs) as pool:
        waiting = [pool.submit(one, page) for page in islice(source, AHEAD * settings.jobs)]
        try:
            while waiting:
                yield waiting.pop(0).result()
                waiting += [pool.submit(one, page) for page in islice(source, 1)]
        finally:
            for future in waiting:
                future.cancel()
            for worker in workers:
                worker.stop()
    for worker in workers:
        worker.close()


@cache
def shared(settings: Settings) -> Worker:
    """The worker that single calls share, ended with this program."""
    worker = Worker(settings)
    atexit.register(worker.close)
    return worker
