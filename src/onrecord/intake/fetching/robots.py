"""What a site's robots.txt wants (RFC 9309), read once a day for each origin."""

from __future__ import annotations

import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from protego import Protego

from onrecord.errors import (
    FetchError,
    FetchForbidden,
    FetchGone,
    FetchLater,
    FetchRefused,
    FetchTooSlow,
    FetchUnreachable,
    FetchUntrusted,
)
from onrecord.intake.fetching.answers import WHOLE, Answer
from onrecord.intake.fetching.targets import Target

TOKEN = "onrecord"  # noqa: S105  # the name by which a robots.txt may speak of us
ROBOTS_BYTES = 512_000  # the least that RFC 9309 wants read
_DAY = 86_400.0
_SOON = 300.0  # seconds after which a host that failed is asked again
_ALL_RULES = 2_000_000  # characters of rules that are kept, of all hosts together
_SMALL = 1_000  # what an entry weighs besides its rules
_ALL_OF_IT = FetchRefused | FetchGone | FetchUntrusted | FetchUnreachable | FetchTooSlow
_LINE = re.compile(r"\s*([a-z-]{1,40})\s*:\s*([^#\r\n]*)", re.I)
_PRODUCT = re.compile(r"[a-z_-]+", re.I)
_RULES = frozenset({"allow", "disallow", "crawl-delay"})
_BREAKS = re.compile(r"\r\n?|\n")

Ask = Callable[[Target], Answer]
"""Asks for a robots.txt: redirects followed, whatever the status. Raises ``FetchError``."""


@dataclass(slots=True)
class _Entry:
    lock: threading.Lock = field(default_factory=threading.Lock)
    until: float = 0.0
    rules: Protego | None = None
    failed: FetchError | None = None
    weight: int = _SMALL


class Robots:
    """The rules of the sites that were asked lately."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._entries: OrderedDict[str, _Entry] = OrderedDict()
        self._lock = threading.Lock()

    def check(self, target: Target) -> float:
        """The pause that the site wants between two requests, in seconds (0: it doesn't say).

        Raises:
            FetchForbidden: it does not want this page fetched.
            FetchLater: its robots.txt can't be had now, so that nobody knows.
            FetchError: the site can't be reached at all.
        """
        entry = self._entry(target)
        if entry.failed is not None:
            raise type(entry.failed)(target.url, entry.failed.problem)
        if entry.rules is None:
            return 0.0
        if not entry.rules.can_fetch(target.url, TOKEN):
            raise FetchForbidden(
                target.url, f"the robots.txt of {target.host} does not want programs to fetch it; "
                "open it in a browser, save it there and read the file",
            )  # fmt: skip
        return entry.rules.crawl_delay(TOKEN) or 0.0

    def _entry(self, target: Target) -> _Entry:
        with self._lock:
            entry = self._entries.setdefault(target.origin, _Entry())
            self._entries.move_to_end(target.origin)
        with entry.lock:
            if entry.until <= time.monotonic():
                self._renew(entry, target)
        self._make_room()
        return entry

    def _renew(self, entry: _Entry, target: Target) -> None:
        entry.rules, entry.failed, entry.weight, lasts = None, None, _SMALL, _DAY
        try:
            text = _text(self._ask(target), target)
        except FetchError as error:
            entry.failed, lasts = _said(error, target), _SOON
        else:
            rules = "\n".join(_ours(text))
            entry.rules = Protego.parse(rules) if rules else None
            entry.weight += len(rules)
        entry.until = time.monotonic() + lasts

    def _make_room(self) -> None:
        with self._lock:
            weight = sum(entry.weight for entry in self._entries.values())
            while weight > _ALL_RULES and len(self._entries) > 1:
                weight -= self._entries.popitem(last=False)[1].weight


def _text(answer: Answer, target: Target) -> str:
    if answer.status in WHOLE:
        return answer.data.decode("utf-8-sig", "replace")
    if answer.is_moved or answer.status == 204 or 400 <= answer.status < 500:
        return ""  # "unavailable" in the RFC's words: there are no rules
    raise FetchLater(target.url, f"it answers with status {answer.status}")


def _said(error: FetchError, target: Target) -> FetchError:
    """The site's own failing is the page's too; where only its robots.txt can't be had, nobody knows what it wants."""
    if isinstance(error, _ALL_OF_IT) and error.name.startswith(target.origin):
        return error
    what = f"what programs may fetch from {target.host} can't be known: its robots.txt can't be had"
    return FetchLater(target.url, f"{what} ({error.problem.partition(';')[0]}); try again later")


def _ours(text: str) -> Iterator[str]:
    """The groups for us, or else those for everybody.

    Others are left out before anything is built: a file of half a megabyte can name so many programs, and so many
    rules for all of them, that a parser which keeps them all fills the memory.
    """
    ours, everybody = [], []
    names: set[str] = set()
    is_open = False  # names of one group still follow one another
    for key, value in _fields(text):
        if key == "user-agent":
            names = {*names, value} if is_open else {value}
            names &= {TOKEN, "*"}
            is_open = True
        elif key in _RULES:
            is_open = False
            ours += [f"{key}: {value}"] * (TOKEN in names)
            everybody += [f"{key}: {value}"] * ("*" in names)
    chosen = ours if _names_us(text) else everybody
    if chosen:
        yield "user-agent: *"
        yield from chosen


def _names_us(text: str) -> bool:
    return any(key == "user-agent" and value == TOKEN for key, value in _fields(text))


def _fields(text: str) -> Iterator[tuple[str, str]]:
    for line in _BREAKS.split(text):
        if match := _LINE.match(line):
            key, value = match[1].lower(), match[2].strip()
            yield (key, _product(value)) if key == "user-agent" else (key, value)


def _product(value: str) -> str:
    match = _PRODUCT.match(value)
    return match[0].lower() if match else value[:1]
