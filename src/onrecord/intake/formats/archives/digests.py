"""Digests as archives write them: an algorithm, and its value in hexadecimal, base 32 or base 64."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Callable, Iterable

_ALGORITHMS = {
    name: name.replace("-", "") for name in ("md5", "sha1", "sha-1", "sha256", "sha-256", "sha512", "sha-512")
}

_BASE32 = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHIJKLMNOPQRSTUV", "0189")
"""From the digits of base 32 in RFC 4648 to those of `int`: the library's own decoding takes ten times as long."""


def is_wrong(digest: str | None, candidates: Iterable[Callable[[], bytes]]) -> bool:
    """Whether a digest fits none of the candidates; unknown algorithms and no digest at all are not wrong.

    Programs differ in what they take for a payload (with its chunks or without them): each candidate is a way to read
    the standard, and made only where the one before didn't fit.
    """
    algorithm, _, value = (digest or "").strip().partition(":")
    name = _ALGORITHMS.get(algorithm.lower())
    if name is None or not value:
        return False
    hashed, written = getattr(hashlib, name), value.strip()
    return all(not _fits(written, hashed(make(), usedforsecurity=False).digest()) for make in candidates)


def _fits(written: str, digest: bytes) -> bool:
    if len(written) == 2 * len(digest):
        return written.lower() == digest.hex()
    bare = written.rstrip("=")
    if 6 * len(bare) < 8 * len(digest) + 6 and bare.replace("-", "+").replace("_", "/") == b64encode(
        digest
    ).decode().rstrip("="):
        return True
    padding = 5 * len(bare) - 8 * len(digest)
    digits = bare.upper().translate(_BASE32)
    return 0 <= padding < 5 and digits.isalnum() and int(digits, 32) >> padding == int.from_bytes(digest)
