"""One page after another from the web: safely, politely, and with the reason where it can't be done."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from types import TracebackType
from typing import Self

import httpx
from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_exponential, wait_random

from onrecord.errors import FetchBroken, FetchError, FetchLater, FetchMoved, FetchTooSlow, FetchUnreachable, UsageError
from onrecord.intake.fetching import answers, several
from onrecord.intake.fetching.addresses import Allowed
from onrecord.intake.fetching.answers import Answer
from onrecord.intake.fetching.archives import archive_link
from onrecord.intake.fetching.canonical import canonical_of
from onrecord.intake.fetching.connecting import Meter
from onrecord.intake.fetching.decoding import ACCEPTED
from onrecord.intake.fetching.proxies import proxy_of
from onrecord.intake.fetching.resolving import Resolve, system_addresses
from onrecord.intake.fetching.results import Ask, Fetched, Outcome, Unchanged
from onrecord.intake.fetching.robots import ROBOTS_BYTES, Robots
from onrecord.intake.fetching.targets import Target, named, target_of
from onrecord.intake.fetching.transport import TRIP, Transport, Trip
from onrecord.intake.fetching.trust import Trusted
from onrecord.intake.fetching.turns import Turns
from onrecord.settings import Settings

REDIRECTS = 10
_ON_THE_WAY = 2  # times fetch_seconds, after which no further redirect is followed
ROBOTS_REDIRECTS = 5  # as RFC 9309 has it
_ACCEPT = (
    "text/html, application/xhtml+xml, application/xml;q=0.9, application/atom+xml, application/rss+xml, "
    "application/feed+json, */*;q=0.5"
)
_LONGEST_TAG = 1_000  # characters of an ETag or a date that are sent back
_AWAY = 86_400.0  # seconds that a host may ask to be left alone for; more is a slip


@dataclass(frozen=True, slots=True)
class _Wish:
    """How one address is to be asked for."""

    limit: int
    headers: Mapping[str, str]
    is_cut: bool = False


class Fetcher:
    """Fetches pages, one at a time from each host; a context manager that may be used from several threads.

    ``resolve`` says what addresses a name has: by default the machine's own resolver.

    Raises:
        UsageError: a setting that makes no sense.
    """

    def __init__(self, settings: Settings, *, resolve: Resolve = system_addresses) -> None:
        self._settings = settings
        self._allowed = Allowed.by(settings)
        self._transport = Transport(self._allowed, resolve, Trusted(settings), proxy_of(settings.proxy))
        self._turns = Turns(settings.longest_wait)
        self._robots = Robots(self._robots_text)
        self._agent = _agent(settings)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Whatever waits or is under way ends within seconds, as a FetchLater."""
        self._turns.stop()

    def fetch(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched | Unchanged:
        """The page at an address, or that it is as it was when it had this ETag or Last-Modified.

        Raises:
            FetchError: what came in the way, and what can be done; it names the address as it was given.
        """
        try:
            return self._fetched(url, _conditions(etag, modified))
        except FetchError as error:
            raise _named(error, url) from error.__cause__

    def fetch_each(self, asks: Iterable[Ask]) -> Iterator[Outcome]:
        """One outcome for each ask, as they come: several hosts side by side, one page of a host at a time."""
        return several.outcomes(asks, self, self._settings.fetch_jobs)

    def host_of(self, url: str) -> tuple[str, str]:
        """The host and the one spelling of an address.

        Raises:
            FetchRefused: it is none.
        """
        target = target_of(url, self._allowed)
        return target.host, target.url

    def wait(self, host: str) -> float:
        """Seconds until a host may be asked again."""
        return self._turns.wait(host)

    def _fetched(self, url: str, conditions: Mapping[str, str]) -> Fetched | Unchanged:
        wish = _Wish(self._settings.page_bytes, conditions)
        answer, passed = self._followed(target_of(url, self._allowed), wish, REDIRECTS, self._robots.check)
        if answer.is_moved:
            raise FetchMoved(url, f"it redirects more than {REDIRECTS} times; {_SAVE_IT}")
        if wrong := answers.problem(answer):
            raise wrong
        now = datetime.now(UTC)
        if answer.status == 304:
            return self._unchanged(url, answer, conditions, now)
        archived = archive_link(answer.target.url, now) if self._settings.archive_links else None
        return Fetched(
            asked=url, url=answer.target.url, canonical=canonical_of(answer), redirects=passed, status=answer.status,
            data=answer.data, content_type=answer.headers.get("content-type"), charset=answer.charset,
            etag=answer.headers.get("etag"), modified=answer.headers.get("last-modified"), fetched_at=now,
            archived=archived,
        )  # fmt: skip

    def _unchanged(self, url: str, answer: Answer, conditions: Mapping[str, str], now: datetime) -> Unchanged:
        if not conditions:
            raise FetchBroken(answer.target.url, "it says that nothing has changed (304), though nobody asked for that")
        etag = answer.headers.get("etag", conditions.get("if-none-match"))
        modified = answer.headers.get("last-modified", conditions.get("if-modified-since"))
        return Unchanged(asked=url, url=answer.target.url, etag=etag, modified=modified, fetched_at=now)

    def _followed(
        self, target: Target, wish: _Wish, redirects: int, check: Callable[[Target], float]
    ) -> tuple[Answer, tuple[str, ...]]:
        """The answer at the end of the redirects, or the last of them if they are too many; each is checked anew."""
        passed: list[str] = []
        may_enter = True
        until = time.monotonic() + _ON_THE_WAY * self._settings.fetch_seconds
        while True:
            answer = self._answered(target, wish, may_enter=may_enter, pause=check(target))
            if not answer.is_moved or len(passed) == redirects:
                return answer, tuple(passed)
            if time.monotonic() > until:
                raise FetchTooSlow(
                    target.url, f"its redirects take too long, {len(passed) + 1} so far; try again later"
                )
            passed.append(target.url)
            may_enter = answer.is_inner
            target = target_of(answers.next_address(answer), self._allowed)
            if target.url in passed:
                raise FetchMoved(target.url, f"its redirects go in a circle (it may want cookies); {_SAVE_IT}")

    def _answered(self, target: Target, wish: _Wish, *, may_enter: bool, pause: float) -> Answer:
        """The answer, asked for again while that is worth it."""
        delay = self._settings.host_delay
        retrying = Retrying(
            stop=stop_after_attempt(self._settings.fetch_tries),
            wait=wait_exponential(multiplier=delay, max=self._settings.longest_wait) + wait_random(0, delay),
            retry=retry_if_exception(self._is_worth_it(target)),
            sleep=self._turns.sleep,
            reraise=True,
        )
        return retrying(self._once, target, wish, may_enter, pause)

    def _is_worth_it(self, target: Target) -> Callable[[BaseException], bool]:
        return lambda error: (
            isinstance(error, FetchLater | FetchUnreachable)
            and not self._turns.is_stopped()
            and not self._turns.is_too_long(target.host)
        )

    def _once(self, target: Target, wish: _Wish, may_enter: bool, pause: float) -> Answer:
        least = max(self._settings.host_delay, min(pause, self._settings.longest_wait))
        with self._turns.turn(target.host, target.url, pause=least):
            response = self._transport.handle_request(self._request(target, wish, may_enter))
            answer = answers.read(response, target, limit=wish.limit, is_cut=wish.is_cut)
        if wrong := answers.later(answer):
            if asked := answers.patience(answer):
                self._turns.leave_alone(target.host, min(asked, _AWAY))
            raise wrong
        return answer

    def _request(self, target: Target, wish: _Wish, may_enter: bool) -> httpx.Request:
        seconds, is_stopped = self._settings.fetch_seconds, self._turns.is_stopped
        meter = Meter(target.url, seconds=seconds, is_stopped=is_stopped)
        trip = Trip(target=target, meter=meter, may_enter=may_enter)
        headers = {"User-Agent": self._agent, "Accept": _ACCEPT, "Accept-Encoding": ACCEPTED, "Connection": "close"}
        return httpx.Request("GET", target.url, headers={**headers, **wish.headers}, extensions={TRIP: trip})

    def _robots_text(self, target: Target) -> Answer:
        there = target_of(f"{target.origin}/robots.txt", self._allowed)
        wish = _Wish(ROBOTS_BYTES, {}, is_cut=True)
        answer, _ = self._followed(there, wish, ROBOTS_REDIRECTS, lambda _: 0.0)
        return answer


_SAVE_IT = "open it in a browser, save it there and read the file"


def _named(error: FetchError, url: str) -> FetchError:
    """The same error under the address that was asked for; where another one failed on the way, it is told."""
    asked = named(url)
    way = "" if error.name == asked or not error.name.startswith("http") else f" (at {error.name})"
    is_same = error.name.rstrip("/") == asked.rstrip("/")
    return type(error)(asked[:500], error.problem if is_same else error.problem + way)


def _conditions(etag: str | None, modified: str | None) -> dict[str, str]:
    """The headers that ask for a page only if it has changed; what could not have come in a header is left out."""
    said = {"if-none-match": etag, "if-modified-since": modified}
    return {key: value for key, value in said.items() if value and len(value) <= _LONGEST_TAG and _is_plain(value)}


def _is_plain(value: str) -> bool:
    return value.isascii() and value.isprintable()


def _agent(settings: Settings) -> str:
    """Who asks: the program, its version, and whom to write to."""
    contact = settings.contact.strip()
    if not _is_plain(contact):
        raise UsageError(f"contact: {contact!r} can't be sent; give a web or mail address in plain letters")
    return f"Onrecord/{version('onrecord')}" + (f" (+{contact})" if contact else "")
