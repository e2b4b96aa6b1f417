"""Web addresses as strangers write them."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

LONGEST = 8_000
"""Characters; a longer one is no address of a page."""


def web_address(written: str | None, base: str | None = None) -> str | None:
    """A link as an absolute http(s) address, blanks and line ends taken out; None where it is none."""
    if not written or len(written) > LONGEST:
        return None
    address = "".join(written.split())
    try:
        joined = urljoin(base or "", address) if address else ""
        parts = urlsplit(joined)
    except ValueError:
        return None
    return joined if parts.scheme in ("http", "https") and parts.netloc else None
