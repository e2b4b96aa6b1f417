"""The one address of an article, whichever of its addresses was asked: its own word where that can be trusted.

A page may say what address it goes by (``rel=canonical``, in its HTML or a header; ``og:url``). It is believed within
its own site only, so that no page can pass for an article of another; a page from an AMP cache only for the site that
the cache's address names. The front page as the canonical address of an article is a common mistake, and not believed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx
from tld import get_fld

from onrecord.errors import FetchRefused
from onrecord.intake.fetching.addresses import Allowed, address_of
from onrecord.intake.fetching.answers import Answer
from onrecord.intake.fetching.targets import target_of

_HEAD = 262_144  # bytes in which a page's head is looked for
_SKIPPED = (("<!--", "-->"), ("<script", "</script"), ("<style", "</style"), ("<noscript", "</noscript"))
_TAG = re.compile(r"<(html|base|link|meta)\b([^<>]{0,4000})>", re.I)
_ATTRIBUTE = re.compile(r"(?<![^\s\"'<>/=])([^\s\"'<>/=]{1,80})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_HEADER_LINK = re.compile(r"<([^<>]{1,4000})>\s*((?:;[^,;]{1,200}){0,8})")
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|oly_enc_id|oly_anon_id"
    r"|vero_id|wt_mc|ncid|cmpid|at_medium|at_campaign|xtor|ocid|__twitter_impression|guccounter|guce_referrer\w*)",
    re.I,
)
_AMP_CACHE = re.compile(
    r"https?://(?:[a-z0-9-]{1,63}\.cdn\.ampproject\.org/[civw]|www\.google\.[a-z.]{2,6}/amp)/", re.I
)
_NOTHING = Allowed()


@dataclass(slots=True)
class _Head:
    base: str | None = None
    canonical: list[str] = field(default_factory=list)
    amp: list[str] = field(default_factory=list)
    og: list[str] = field(default_factory=list)


def canonical_of(answer: Answer) -> str:
    """The address that the article goes by."""
    own = plain(answer.target.url)
    home = _cached_origin(own)
    head = _head(answer)
    linked = _from_header(answer) or head.canonical
    amp = {_joined(href, own, head) for href in head.amp}
    for said in (linked, head.og):
        addresses = {address for href in said if (address := _joined(href, own, head))}
        if len(addresses) != 1:  # none, or several that contradict each other
            continue
        address = addresses.pop()
        if address not in amp and _is_trusted(address, home or own):
            return _upgraded(address, own)
    return home or own


def plain(url: str) -> str:
    """The address without its fragment and without the parameters that only track who came from where."""
    made = httpx.URL(url).copy_with(fragment=None)
    query = made.query.decode("ascii", "replace")
    kept = "&".join(part for part in query.split("&") if part and not _TRACKING.fullmatch(part.partition("=")[0]))
    return str(made.copy_with(query=kept.encode() if kept else None))


def _is_trusted(address: str, home: str) -> bool:
    return _site(address) == _site(home) and (_is_front_page(home) or not _is_front_page(address))


def _is_front_page(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in {"", "/"} and not parts.query


def _site(url: str) -> str:
    """The part of a host's name that somebody has registered: below a suffix that nobody lists, its last two words."""
    host = urlsplit(url).hostname or ""
    if address_of(host) is not None:
        return host
    return get_fld(url, fail_silently=True, search_private=True) or ".".join(host.split(".")[-2:])


def _upgraded(address: str, own: str) -> str:
    """A page that came by https may still call itself by its old http address."""
    is_older = own.startswith("https:") and address.startswith("http:") and urlsplit(own).port is None
    return "https:" + address[5:] if is_older and urlsplit(address).port is None else address


def _joined(href: str, own: str, head: _Head) -> str | None:
    """The proper address that a page gives, or None."""
    try:
        base = httpx.URL(own).join(head.base) if head.base else httpx.URL(own)
        text = str(base.join(href))
        host = urlsplit(text).hostname or ""
        return plain(target_of(text, Allowed(hosts=frozenset({host}))).url)
    except (httpx.InvalidURL, ValueError, FetchRefused):
        return None


def _cached_origin(own: str) -> str | None:
    """What a page in an AMP cache is a copy of: ``/c/s/host/path`` is ``https://host/path``."""
    match = _AMP_CACHE.match(own)
    if match is None:
        return None
    rest = own[match.end() :]
    scheme, rest = ("https", rest[2:]) if rest.startswith("s/") else ("http", rest)
    try:
        return target_of(f"{scheme}://{rest}", _NOTHING).url
    except FetchRefused:
        return None


def _from_header(answer: Answer) -> list[str]:
    said = answer.headers.get("link", "")
    return [
        link[1] for link in _HEADER_LINK.finditer(said)
        if re.search(r";\s*rel\s*=\s*\"?canonical\"?\s*(?:;|$)", link[2], re.I)
    ]  # fmt: skip


def _head(answer: Answer) -> _Head:
    """What the page's head says. Only that is looked at, by rules that take time in line with its length."""
    head = _Head()
    if b"<" not in answer.data[:1_000]:
        return head
    for name, attributes in _tags(answer.data[:_HEAD].decode("utf-8", "replace")):
        rel = attributes.get("rel", "").lower().split()
        href = attributes.get("href", "").strip()
        if name == "base" and head.base is None and href:
            head.base = href
        elif name == "link" and href:
            head.canonical += [href] * ("canonical" in rel)
            head.amp += [href] * ("amphtml" in rel)
        elif name == "meta" and attributes.get("property", attributes.get("name", "")).lower() == "og:url":
            head.og += filter(None, [attributes.get("content", "").strip()])
    return head


def _tags(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    for match in _TAG.finditer(_without_scripts(text)):
        found = _ATTRIBUTE.finditer(match[2])
        attributes: dict[str, str] = {}
        for each in found:
            attributes.setdefault(each[1].lower(), html.unescape(each[2] or each[3] or each[4] or ""))
        yield match[1].lower(), attributes


def _without_scripts(text: str) -> str:
    """Without comments, scripts and styles: what stands in them only looks like tags."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters change their number
        lower = text
    parts: list[str] = []
    at = 0
    openings = {begin: lower.find(begin) for begin, _ in _SKIPPED}
    while True:
        begin, end = min(_SKIPPED, key=lambda pair: openings[pair[0]] if openings[pair[0]] >= 0 else len(text))
        start = openings[begin]
        if start < 0:
            return "".join([*parts, text[at:]])
        parts.append(text[at:start])
        stop = lower.find(end, start + len(begin))
        if stop < 0:
            return "".join(parts)
        at = stop + len(end)
        openings = {each: here if here < 0 or here >= at else lower.find(each, at) for each, here in openings.items()}
