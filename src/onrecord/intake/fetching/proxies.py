"""An HTTP proxy that the person named: never one from the environment."""

from __future__ import annotations

from dataclasses import dataclass, field

import httpx

from onrecord.errors import FetchRefused, UsageError
from onrecord.intake.fetching.addresses import Allowed
from onrecord.intake.fetching.targets import target_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxy:
    """``url`` is without the login, which is a user's name and password."""

    url: str
    host: str
    login: tuple[str, str] | None = field(default=None, repr=False)


def proxy_of(text: str) -> Proxy | None:
    """The proxy that a setting names; None for an empty one.

    Raises:
        UsageError: it is no address of an HTTP proxy.
    """
    if not text:
        return None
    try:
        url = httpx.URL(text)
    except (httpx.InvalidURL, ValueError) as error:
        raise UsageError(f"proxy: {error}; write it as http://127.0.0.1:8118") from error
    if url.scheme != "http" or not url.host:
        raise UsageError(f"proxy: HTTP proxies alone are used (http://127.0.0.1:8118), not {url.scheme or text!r}")
    _check(url)
    login = (url.username, url.password) if url.userinfo else None
    bare = httpx.URL(scheme="http", host=url.host, port=url.port or 80)
    return Proxy(url=str(bare), host=url.host, login=login)


def _check(url: httpx.URL) -> None:
    try:
        target_of(str(url.copy_with(userinfo=b"")), Allowed(hosts=frozenset({url.host})))
    except FetchRefused as error:
        raise UsageError(f"proxy: {error.problem}") from error
