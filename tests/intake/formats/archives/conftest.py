from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

Written = Callable[..., bytes]


@pytest.fixture
def record() -> Written:
    """Writes one WARC record: an HTTP response, or what is given of another type."""

    def written(
        body: bytes = b"",
        *,
        url: str = "https://tolbur.example/ferry",
        kind: str = "response",
        status: str = "200 OK",
        fields: dict[str, str] | None = None,
        headers: dict[str, str] | None = None,
        packed: bool = False,
    ) -> bytes:
        out = BytesIO()
        writer = WARCWriter(out, gzip=packed)
        head = {"WARC-Date": "2017-10-31T21:30:00Z", **(headers or {})}
        wanted: dict[str, Any] = {"payload": BytesIO(body), "length": len(body), "warc_headers_dict": head}
        if kind == "response":
            listed = list({"Content-Type": "text/html", **(fields or {})}.items())
            wanted["http_headers"] = StatusAndHeaders(status, listed, protocol="HTTP/1.1")
        else:
            wanted["warc_content_type"] = (fields or {}).get("Content-Type", "text/html")
        writer.write_record(writer.create_warc_record(url, kind, **wanted))
        return out.getvalue()

    return written
