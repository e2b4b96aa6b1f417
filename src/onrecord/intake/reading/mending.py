"""The text of broken XML, mended as far as an XML reader needs it: bare ampersands and angles, HTML's names."""

from __future__ import annotations

import re
from html.entities import html5

from onrecord.errors import PageNotText

_VERBATIM = re.compile(r"(<!\[CDATA\[|\]\]>|<!--|-->)")
_ENDS = {"<![CDATA[": "]]>", "<!--": "-->"}
_SIGN = re.compile(r"&(?:(#\d{1,7}|#[xX][0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{0,31}));|&|<(?![A-Za-z_:/!?])")
_OWN_ENTITY = re.compile(r"<!ENTITY\b", re.I)
_UNFIT = dict.fromkeys((*(c for c in range(32) if c not in (9, 10, 13)), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)))
_LONGEST_TOKEN = 48  # characters: what a cut between two pieces may have torn


class Mending:
    """Text in pieces, mended outside of comments and CDATA sections, which are left as they are.

    ``opened`` counts the tags that matched ``entry`` where they begin, so that none can get lost unseen; ``tags`` all.
    """

    def __init__(self, name: str, entry: re.Pattern[str] | None = None) -> None:
        self.opened = self.tags = 0
        self._name = name
        self._entry = entry
        self._held = ""
        self._until: str | None = None  # what ends the comment or section that the last piece ended in

    def mended(self, piece: str, *, last: bool = False) -> str:
        """The next piece; what a cut may have torn is held back until the one after it.

        Raises:
            PageNotText: the document declares entities of its own.
        """
        text = self._held + piece.translate(_UNFIT)
        cut = len(text) if last else _whole_tokens(text)
        self._held = text[cut:]
        return "".join(map(self._part, _VERBATIM.split(text[:cut])))

    def _part(self, part: str) -> str:
        if self._until is not None:
            self._until = None if part == self._until else self._until
            return part
        if part in _ENDS:
            self._until = _ENDS[part]
            return part
        if _OWN_ENTITY.search(part):
            problem = "it declares entities of its own, as attacks on XML readers do; save the article's own page"
            raise PageNotText(self._name, problem)
        if self._entry:
            self.opened += sum(1 for _ in self._entry.finditer(part))
        self.tags += part.count("<")
        return _SIGN.sub(_sign, part)


def _whole_tokens(text: str) -> int:
    """Where the last token begins that may not be whole yet."""
    near = len(text) - _LONGEST_TOKEN
    start = max(text.rfind("<", max(0, near)), text.rfind("&", max(0, near)))
    if start >= 0:
        return start
    return len(text) - 2 if text.endswith(("]", "-")) else len(text)


def _sign(match: re.Match[str]) -> str:
    """By number: behind the first error in a document, libxml2 drops even ``&lt;`` and ``&amp;``."""
    number, name = match[1], match[2]
    if number:
        return match[0]
    if name:
        return "".join(f"&#{ord(char)};" for char in html5.get(f"{name};", "")) or f"&#38;{name};"
    return "&#60;" if match[0] == "<" else "&#38;"
