"""WARC 0.17 to 1.1, plain or packed, by fastwarc. Memory holds one record, up to the limit for a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from zipfile import BadZipFile

from fastwarc import ArchiveIterator, WarcRecord, WarcRecordType

from onrecord.errors import PageDamaged
from onrecord.intake.format import Format, Part
from onrecord.intake.formats.archives.digests import is_wrong
from onrecord.intake.formats.archives.http import Response
from onrecord.intake.formats.archives.record import Record, address_of, no_page, part_of
from onrecord.intake.formats.archives.resuming import is_torn, next_record
from onrecord.intake.links import LeftOut
from onrecord.intake.source import Source

_PAGES = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_MOST_GAPS = 1_000
"""Broken places in one archive: after that the rest of it is given up."""


def _begins(opening: bytes) -> float:
    return float(opening.lstrip(b"\r\n").startswith(b"WARC/"))


def _parts(source: Source) -> Iterator[Part]:
    """What fastwarc can't read is said, and reading goes on at the next record, if the file can be searched for it."""
    stream, at = source.open(), 0
    for _ in range(_MOST_GAPS):
        last = at
        try:
            for record in ArchiveIterator(stream, parse_http=False, strict_mode=False):
                last = at + record.stream_pos
                yield _part(record, source)
        except (OSError, ValueError, EOFError, BadZipFile) as error:
            yield PageDamaged(source.name, f"broken behind byte {last:,} ({error}); the record there was not read")
        else:
            if is_torn(stream, last):
                raise PageDamaged(source.name, "its end is cut short; what came before was read")
            return
        found = next_record(stream, last + 1)
        if found is None:
            return
        at = found


def _part(record: WarcRecord, source: Source) -> Part:
    kind = record.record_type
    if record.content_length == 0 and record.headers.get("Content-Length") is None:
        return PageDamaged(source.name, "a record whose head is cut short or broken")
    if not kind & _PAGES:
        return LeftOut(source=source.name, counts={f"{kind} record": 1})
    cut = record.content_length > source.settings.page_bytes
    headers = record.headers
    digest = headers.get("WARC-Payload-Digest")
    block_fits = cut or digest is not None or _block_fits(record)
    uri, response = address_of(headers.get("WARC-Target-URI") or ""), _response(record)
    content_type = (response.field("Content-Type") if response else headers.get("Content-Type")) or ""
    if counted := no_page(uri, content_type, response):
        return LeftOut(source=source.name, counts={counted: 1})
    return part_of(
        Record(
            uri=uri,
            at=record.record_date,
            type=content_type,
            response=response,
            sent=record.reader.read,
            cut=cut,
            truncated=headers.get("WARC-Truncated"),
            length=record.content_length,
            changed=lambda sent: not block_fits or _is_changed(digest, record, response, sent),
        ),
        source,
    )


def _response(record: WarcRecord) -> Response | None:
    """The head of a response; the reader stands behind it then."""
    if not record.is_http:
        return None
    record.parse_http(auto_decode="none", strict_mode=False)
    fields = record.http_headers
    return Response(fields.status_code or 0, fields.get) if fields is not None else None


def _block_fits(record: WarcRecord) -> bool:
    """Where a response has no digest of its payload, that of its block, head and all, has to do."""
    digest = record.headers.get("WARC-Block-Digest") if record.is_http else None
    if digest is None:
        return True
    record.freeze()
    block = record.reader.read()
    record.set_bytes_content(block)
    return not is_wrong(digest, [lambda: block])


def _is_changed(digest: str | None, record: WarcRecord, response: Response | None, sent: bytes) -> bool:
    payload: list[Callable[[], bytes]] = [lambda: sent]
    if response:
        payload += [lambda: response.joined(sent), lambda: response.body(sent, 100 * len(sent))]
        return is_wrong(digest, payload)
    return is_wrong(digest or record.headers.get("WARC-Block-Digest"), payload)


FORMAT = Format(name="warc", what="a web archive (WARC)", begins=_begins, parts=_parts)
