"""Whether a page came from the address that it goes by."""

from __future__ import annotations

from urllib.parse import urlsplit

from onrecord.model import Capture, Page


def is_own(capture: Capture | Page) -> bool:
    """Whether it came from the address that its article goes by, as far as that is known."""
    if capture.route is None or capture.url is None:
        return True
    return _place(capture.route.final) == _place(capture.url)


def _place(url: str) -> tuple[str, str]:
    """Host and path: what follows them may only track readers."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url, ""
    return parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/")
