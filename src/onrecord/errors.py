"""Every error that Onrecord raises on purpose.

::

    OnrecordError                 catch this for all of them; its text says what to do next
    ├── UsageError                an option or argument makes no sense
    ├── PageError                 one page can't be read; the others go on
    │   ├── PageMissing           no such file, or it can't be opened
    │   ├── PageEmpty             nothing in it
    │   ├── PageTooLarge          larger than the limit in settings
    │   ├── PageNotText           binary, or no known format
    │   ├── PageDamaged           cut short, or broken beyond what can be read
    │   ├── PageHeldBack          its outlet does not want it read yet: under embargo, or withheld
    │   ├── PageWithdrawn         its outlet has cancelled it
    │   ├── PageHasNoArticle      no story found on it
    │   ├── PageTooSlow           the worker's time limit ran out
    │   ├── PageTooHeavy          the worker ran out of memory, or crashed
    │   └── FetchError            a page can't be had from its address
    │       ├── FetchRefused      never asked for: no web address, an inner one, or spelt to deceive
    │       ├── FetchForbidden    the site's robots.txt does not want it
    │       ├── FetchDenied       the site wants a login, or refuses
    │       ├── FetchGone         no such page, or no such site
    │       ├── FetchMoved        a redirect that is not followed
    │       ├── FetchTooLarge     more bytes than the limits allow, as they came or unpacked
    │       ├── FetchBroken       the answer breaks off, or breaks its own rules
    │       ├── FetchUntrusted    not who it says it is: its certificate does not hold
    │       ├── FetchUnreachable  nobody answers, or the line breaks
    │       ├── FetchTooSlow      the time limit ran out
    │       └── FetchLater        the site is busy or out of order: worth trying again
    └── RecordError               the record can't be opened or used
        ├── RecordMissing         there is no record there
        ├── RecordDamaged         it is there, but not whole
        ├── RecordNewer           made by a newer Onrecord
        ├── QueryError            a search that can't be understood
        ├── NotInRecord           no such article, statement, speaker or decision
        └── NothingToUndo         no decision that could be undone, or redone
"""

from __future__ import annotations

from typing import ClassVar


class OnrecordError(Exception):
    """The root of all errors raised on purpose. ``str(error)`` is written for the person at the keyboard."""


class UsageError(OnrecordError):
    """An option or argument makes no sense."""


class PageError(OnrecordError):
    """One page can't be read. ``name`` is what the page is called in messages.

    Both parts travel when the error is pickled from a worker process.
    """

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(name, problem)
        self.name = name
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.name}: {self.problem}"


class PageMissing(PageError):
    """No such file, or it can't be opened."""


class PageEmpty(PageError):
    """Nothing in it."""


class PageTooLarge(PageError):
    """Larger than the limit in settings."""


class PageNotText(PageError):
    """Binary, or no known format."""


class PageDamaged(PageError):
    """Cut short, or broken beyond what can be read."""


class PageHeldBack(PageError):
    """Its outlet does not want it read yet: under embargo, or withheld."""


class PageWithdrawn(PageError):
    """Its outlet has cancelled it."""


class PageHasNoArticle(PageError):
    """No story found on it."""


class PageTooSlow(PageError):
    """The worker's time limit ran out."""


class PageTooHeavy(PageError):
    """The worker ran out of memory, or crashed."""


class FetchError(PageError):
    """A page can't be had from its address; ``name`` is the address that was asked for.

    ``passes``: asked again later it may well work, so that a list of failures is worth trying again.
    """

    passes: ClassVar[bool] = False


class FetchRefused(FetchError):
    """Never asked for: no web address, an inner one, or spelt to deceive."""


class FetchForbidden(FetchError):
    """The site's robots.txt does not want it."""


class FetchDenied(FetchError):
    """The site wants a login, or refuses."""


class FetchGone(FetchError):
    """No such page, or no such site."""


class FetchMoved(FetchError):
    """A redirect that is not followed."""


class FetchTooLarge(FetchError):
    """More bytes than the limits allow, as they came or unpacked."""


class FetchBroken(FetchError):
    """The answer breaks off, or breaks its own rules."""


class FetchUntrusted(FetchError):
    """Not who it says it is: its certificate does not hold."""


class FetchUnreachable(FetchError):
    """Nobody answers, or the line breaks."""

    passes = True


class FetchTooSlow(FetchError):
    """The time limit ran out."""

    passes = True


class FetchLater(FetchError):
    """The site is busy or out of order: worth trying again."""

    passes = True


class RecordError(OnrecordError):
    """The record can't be opened or used."""


class RecordMissing(RecordError):
    """There is no record there."""


class RecordDamaged(RecordError):
    """It is there, but not whole."""


class RecordNewer(RecordError):
    """Made by a newer Onrecord."""


class QueryError(RecordError):
    """A search that can't be understood."""


class NotInRecord(RecordError):
    """No such article, statement, speaker or decision."""


class NothingToUndo(RecordError):
    """No decision that could be undone, or redone."""
