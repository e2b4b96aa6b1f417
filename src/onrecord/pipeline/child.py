"""The process in which pages are read: ``python -m onrecord.pipeline.child FD MEMORY_MB SECONDS``.

It says that it is ready, then answers requests one by one until the other end closes. Whatever a page does to
it (time, memory, a crash inside a parser) ends here; ``worker`` says so and starts another.
"""

from __future__ import annotations

import contextlib
import resource
import signal
import sys
from dataclasses import replace
from multiprocessing.connection import Connection

from onrecord import articles, intake
from onrecord.errors import PageError, PageTooHeavy
from onrecord.model import Reading
from onrecord.pipeline import wire
from onrecord.pipeline.run import read_page

READY = b"ready"
GRACE_SECONDS = 5.0


def answer(request: wire.Request) -> wire.Answer:
    """Read one page as far as was asked, errors of the page as data."""
    try:
        if request.want == "article":
            return wire.Answer(article=articles.clean(intake.opened(request.page)))
        reading = read_page(request.page)
        return wire.Answer(reading=_without_page(reading))
    except PageError as error:
        return wire.Answer(error=type(error).__name__, problem=error.problem)
    except MemoryError:
        return wire.Answer(error=PageTooHeavy.__name__, problem=OUT_OF_MEMORY)
    except RecursionError:
        return wire.Answer(error=PageTooHeavy.__name__, problem="its parts are nested too deep to be read")


OUT_OF_MEMORY = "reading it took more memory than allowed; raise page_memory_mb in onrecord.toml, or split the page"


def _without_page(reading: Reading) -> Reading:
    """The page's bytes needn't travel back: the other end has them."""
    return replace(reading, page=None)


def limit(memory_mb: int) -> None:
    """Hold this process to its memory (address space), with no core dumps."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    size = memory_mb * 1024 * 1024
    with contextlib.suppress(ValueError, OSError):  # macOS refuses RLIMIT_AS; the time limit still holds there
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def serve(connection: Connection, seconds: float) -> None:
    """Answer until the other end closes.

    The other end waits ``seconds`` for each page. Where it was killed itself, nobody would end this process on a
    page that never ends: an alarm does, a little later.
    """
    connection.send_bytes(READY)
    while True:
        try:
            request = wire.decode_request(connection.recv_bytes())
        except EOFError:
            return
        signal.setitimer(signal.ITIMER_REAL, seconds + GRACE_SECONDS)
        connection.send_bytes(wire.encode(answer(request)))
        signal.setitimer(signal.ITIMER_REAL, 0)


if __name__ == "__main__":
    limit(int(sys.argv[2]))
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError, ConnectionResetError):
        serve(Connection(int(sys.argv[1])), float(sys.argv[3]))
