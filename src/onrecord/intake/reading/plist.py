"""Apple's binary property lists: what stands under a few keys of their dictionaries, and nothing else of them.

What is asked for is looked up where it stands, so that a file made to swell can't: the standard library's reader
builds all that a file describes.
"""

from __future__ import annotations

from dataclasses import dataclass

_MAGIC = b"bplist00"
_TRAILER = 32
_MOST_KEYS = 1_000


class BrokenList(ValueError):
    """It is cut short, or its parts point nowhere."""


@dataclass(frozen=True, slots=True)
class PropertyList:
    """A list's bytes, and how its table of objects is laid out. Objects go by number."""

    data: bytes
    offset_size: int
    reference_size: int
    count: int
    top: int
    table: int

    @classmethod
    def of(cls, data: bytes) -> PropertyList:
        """The list in some bytes.

        Raises:
            BrokenList: it is none, or not whole.
        """
        end = data[-_TRAILER:]
        if not data.startswith(_MAGIC) or len(data) < len(_MAGIC) + _TRAILER:
            raise BrokenList
        count, top, table = (int.from_bytes(end[at : at + 8]) for at in (8, 16, 24))
        made = cls(data, end[6], end[7], count, top, table)
        if not (0 < end[6] <= 8 and 0 < end[7] <= 8 and table + count * end[6] <= len(data) - _TRAILER):
            raise BrokenList
        return made

    def members(self, number: int) -> dict[str, int]:
        """The numbers of a dictionary's values by their keys; empty where it is none.

        Raises:
            BrokenList: it points nowhere.
        """
        kind, size, at = self._object(number)
        if kind != 0xD or size > _MOST_KEYS:
            return {}
        keys, values = at, at + size * self.reference_size
        return {self.text(self._reference(keys, each)): self._reference(values, each) for each in range(size)}

    def text(self, number: int) -> str:
        """A string; empty where it is none."""
        kind, size, at = self._object(number)
        if kind == 0x5:
            return self._slice(at, size).decode("ascii", "replace")
        return self._slice(at, 2 * size).decode("utf-16-be", "replace") if kind == 0x6 else ""

    def bytes_of(self, number: int) -> bytes:
        """Data; empty where it is none."""
        kind, size, at = self._object(number)
        return self._slice(at, size) if kind == 0x4 else b""

    def _object(self, number: int) -> tuple[int, int, int]:
        """An object's kind, size and where its contents begin."""
        if not 0 <= number < self.count:
            raise BrokenList
        offset = int.from_bytes(self._slice(self.table + number * self.offset_size, self.offset_size))
        kind, size = divmod(self._slice(offset, 1)[0], 16)
        if size != 0xF:
            return kind, size, offset + 1
        length = 1 << (self._slice(offset + 1, 1)[0] & 0xF)
        if length > 8:
            raise BrokenList
        return kind, int.from_bytes(self._slice(offset + 2, length)), offset + 2 + length

    def _reference(self, at: int, number: int) -> int:
        return int.from_bytes(self._slice(at + number * self.reference_size, self.reference_size))

    def _slice(self, at: int, size: int) -> bytes:
        if at + size > len(self.data):
            raise BrokenList
        return self.data[at : at + size]
