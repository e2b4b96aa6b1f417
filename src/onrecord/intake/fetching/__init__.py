"""Pages from the web, fetched politely and safely. Nothing else in the program opens a connection.

::

    with Fetcher(settings) as fetcher:
        got = fetcher.fetch(url)                       # → Fetched, or raises a FetchError that says what to do next
        got = fetcher.fetch(url, etag=got.etag, modified=got.modified)     # → Fetched | Unchanged
        for outcome in fetcher.fetch_each(Ask(url=url, about=link) for link in links):
            outcome.ask.about, outcome.result          # Fetched | Unchanged | Repeated | FetchError

``fetch_each`` takes the asks as it needs them (a generator is read on the caller's thread), asks several hosts side by
side and one host one page at a time, and yields exactly one ``Outcome`` for each ``Ask``, in the order in which they
come. What is in memory is bounded by ``settings.fetch_jobs`` pages. Leaving the loop early closes the
fetcher, as leaving the ``with`` does.

``FetchError.passes`` tells failures that are worth trying again from those that aren't.
"""

from onrecord.intake.fetching.fetcher import Fetcher
from onrecord.intake.fetching.results import Ask, Fetched, Outcome, Repeated, Unchanged

__all__ = ["Ask", "Fetched", "Fetcher", "Outcome", "Repeated", "Unchanged"]
