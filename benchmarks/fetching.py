"""Ten thousand addresses fetched from a server on this machine: each accounted for once, every host's pause kept.

    python benchmarks/fetching.py [--urls N] [--jobs N] [--predictions FILE]

Needs no data (`--data` is taken, for the others' sake). The server is a process of its own with 250 hosts' names, all
of which the fetcher's resolver leads to it. It answers with pages (some of them packed), redirects (also to other
hosts), 304s, 404s, 429s that pass, 500s that don't, and rules in robots.txt; some addresses come twice, and some are
inner ones. Beside that, the forms of inner addresses in `gold/inner-addresses.txt`, to which a redirect or a resolver
may lead, are judged, by safehttpx too where that is installed (group `rivals`). `--predictions` is written: JSON Lines
`{"url", "kind"}` as they came.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

from onrecord.intake.fetching import Ask, Fetcher, Outcome
from onrecord.intake.fetching.addresses import address_of, standing
from onrecord.settings import Settings

FORMULA = """formula: the server's own count and clock, which the fetcher does not see
  accounted for   addresses with exactly one outcome, of the kind that the server's part of the plan says
  asked as often  of the paths, those that the server was asked for as often as the plan says
  least pause     between the arrivals of two requests to one host, robots.txt, redirects and further tries included
  memory          the most that the process held after all, beside what it was after the 1,000th outcome
  requests/s      all that the server was asked for
  inner forms     of the listed addresses (private, link-local, wrapped in IPv6, …), those that are not called public"""
GOLD = Path(__file__).with_name("gold") / "inner-addresses.txt"
HOSTS = 250
DELAY = 0.05  # seconds
TRIES = 3
LIKE = (
    *("page",) * 11, "packed", "packed", "moved", "moved", "away", "unchanged", "unchanged", "gone", "busy", "broken",
    "forbidden", "page", "again", "inner",
)  # fmt: skip
KINDS = {
    "page": "Fetched", "packed": "Fetched", "moved": "Fetched", "away": "Fetched", "busy": "Fetched",
    "unchanged": "Unchanged", "gone": "FetchGone", "broken": "FetchLater", "forbidden": "FetchForbidden",
    "again": "Repeated", "inner": "FetchRefused",
}  # fmt: skip
ASKED = {"busy": 2, "broken": TRIES, "forbidden": 0}
PAGE = (
    "<!doctype html><title>Ferry {n}</title>" + "<p>The ferry to Tolbur runs again, its captain said.</p>" * 120
).encode()
PACKED = gzip.compress(PAGE)
ROBOTS = b"User-agent: *\nDisallow: /forbidden\n"


class Server(asyncio.Protocol):
    """One connection: a request, its answer, the end."""

    log: list[tuple[str, str, float]] = []  # noqa: RUF012  # of all connections together
    busy: set[str] = set()  # noqa: RUF012

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the line."""
        assert isinstance(transport, asyncio.Transport)
        self.line = transport

    def data_received(self, data: bytes) -> None:
        """The whole request comes at once: it is short, and from here."""
        first, *rest = data.decode("latin-1").split("\r\n")
        path = first.split(" ")[1]
        host = next(line[6:] for line in rest if line.lower().startswith("host:"))
        self.log.append((host.partition(":")[0], path, time.monotonic()))
        self.line.write(self.answer(path, host))
        self.line.close()

    def answer(self, path: str, host: str) -> bytes:
        """What the plan says of a path."""
        like, _, number = path[1:].partition("/")
        if like == "busy" and path + host not in self.busy:
            self.busy.add(path + host)
            return answer("429 Too Many Requests")
        match like:
            case "robots.txt":
                return answer("200 OK", ROBOTS)
            case "moved":
                return answer("301 Moved", headers=f"Location: /there/{number}\r\n")
            case "away":
                there = f"h{(int(number) * 7 + 1) % HOSTS}.test:{host.partition(':')[2]}"
                return answer("302 Found", headers=f"Location: http://{there}/there/{number}\r\n")
            case "packed":
                return answer("200 OK", PACKED, "Content-Encoding: gzip\r\n")
        plain = {"unchanged": "304 Not Modified", "gone": "404 Not Found", "broken": "500 Broken"}
        return answer(plain[like]) if like in plain else answer("200 OK", PAGE)


def answer(status: str, body: bytes = b"", headers: str = "") -> bytes:
    """As HTTP has it."""
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{headers}\r\n".encode() + body


async def serve() -> None:
    """Until the standard input ends; then tell what was asked, and when."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Server, "127.0.0.1", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    for host, path, at in Server.log:
        print(json.dumps([host, path, at]))


def plan(urls: int, port: int) -> Iterator[Ask]:
    """The asks, hosts mixed; ``about`` is what the server does with each."""
    for number in range(urls):
        like = LIKE[number * 7 % len(LIKE)] if number >= HOSTS else "page"
        host = f"h{number % HOSTS}.test"
        url = f"http://{host}:{port}/{like}/{number}"
        if like == "again":
            url = f"http://{host}:{port}/page/{number % HOSTS}#again"
        elif like == "inner":
            url = f"http://10.{number % 200}.0.1/{number}"
        yield Ask(url=url, etag='"1"' if like == "unchanged" else None, about=like)


def expected(asks: list[Ask]) -> Counter[str]:
    """How often the server should be asked for each path."""
    paths: Counter[str] = Counter()
    for ask in asks:
        path = "/" + ask.url.split("/", 3)[3]
        if ask.about in {"again", "inner"}:
            continue
        paths[path] += ASKED.get(str(ask.about), 1)
        if ask.about in {"moved", "away"}:
            paths[f"/there/{path.rpartition('/')[2]}"] += 1
    return +paths


def memory(key: str) -> float:
    """Megabytes of this process: VmRSS now, VmHWM at the most."""
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(status[key].split()[0]) / 1024


def table(outcomes: list[tuple[Ask, str]], log: list[tuple[str, str, float]], asks: list[Ask]) -> list[str]:
    """What both sides saw."""
    once = Counter(id(ask) for ask, _ in outcomes)
    right = sum(once[id(ask)] == 1 and KINDS[str(ask.about)] == kind for ask, kind in outcomes)
    wanted, asked = expected(asks), Counter(path for _, path, _ in log if path != "/robots.txt")
    often = sum(asked[path] == count for path, count in wanted.items())
    times = defaultdict(list)
    for host, _, at in log:
        times[host].append(at)
    pauses = [later - earlier for each in times.values() for earlier, later in pairwise(sorted(each))]
    robots = Counter(host for host, path, _ in log if path == "/robots.txt")
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in Counter(kind for _, kind in outcomes).most_common())
    return [
        f"accounted for   {right:,} of {len(asks):,} ({kinds})",
        f"asked as often  {often:,} of {len(wanted):,} paths; {len(asked - wanted):,} asked for that should not be",
        f"robots.txt      {max(robots.values())} time for each of {len(robots)} hosts",
        f"least pause     {min(pauses) * 1000:.1f} ms of {DELAY * 1000:.0f} ms, of {len(pauses):,}",
    ]


def forms() -> str:
    """Who calls which inner address public."""
    listed = GOLD.read_text(encoding="utf-8").split()
    ours = sum(bool((found := address_of(text)) and standing(found).why) for text in listed)
    line = f"inner forms     {ours} of {len(listed)} refused"
    if find_spec("safehttpx") is None:
        return f"{line} (safehttpx is not installed)"
    rival = import_module("safehttpx")
    return f"{line}; safehttpx {rival.__version__}: {sum(not rival.is_public_ip(text) for text in listed)}"


def run(urls: int, jobs: int, port: int) -> tuple[list[tuple[Ask, str]], list[Ask], float, tuple[float, float]]:
    """All of them: outcomes, asks, seconds, and megabytes after the 1,000th outcome and at the most."""
    asks = list(plan(urls, port))
    settings = Settings(
        allowed_hosts=(".test",), host_delay=DELAY, fetch_jobs=jobs, fetch_tries=TRIES, fetch_seconds=30.0
    )
    outcomes: list[tuple[Ask, str]] = []
    early, start = 0.0, time.monotonic()
    with Fetcher(settings, resolve=lambda _: ["127.0.0.1"]) as fetcher:
        for outcome in fetcher.fetch_each(asks):
            outcomes.append((outcome.ask, kind_of(outcome)))
            if len(outcomes) == min(1_000, urls // 2):
                early = memory("VmHWM")
    return outcomes, asks, time.monotonic() - start, (early, memory("VmHWM"))


def kind_of(outcome: Outcome) -> str:
    """The name of its class."""
    return type(outcome.result).__name__


def main() -> None:
    """Start the server, fetch, and print what both say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="not needed")
    parser.add_argument("--urls", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=16)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--serve", action="store_true", help="be the server")
    given = parser.parse_args()
    if given.serve:
        asyncio.run(serve())
        return
    command = [sys.executable, __file__, "--serve"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603
        assert server.stdout is not None
        outcomes, asks, seconds, (early, most) = run(given.urls, given.jobs, int(server.stdout.readline()))
        told, _ = server.communicate("")
    log = [(host, path, at) for host, path, at in map(json.loads, told.splitlines())]
    lines = [
        *table(outcomes, log, asks),
        f"memory          {most - early:.1f} MB more at the end than after 1,000 ({early:.0f} MB)",
        f"requests/s      {len(log) / seconds:,.0f} ({len(log):,} in {seconds:.0f} s, {given.jobs} side by side)",
        forms(),
    ]
    print("\n".join([*lines, "", FORMULA]))
    if given.predictions:
        rows = [json.dumps({"url": ask.url, "kind": kind}) for ask, kind in outcomes]
        given.predictions.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
