from __future__ import annotations

import hashlib
import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles import article_id, revision_of


@given(st.text(), st.text())
def test_an_address_outranks_the_text(one: str, other: str):
    url = "https://tolburpost.example/ferry"
    assert article_id(url, one) == article_id(url, other) == "a" + hashlib.sha256(url.encode()).hexdigest()[:16]


@given(st.text())
def test_without_an_address_the_text_is_the_identity(text: str):
    assert re.fullmatch("a[0-9a-f]{16}", article_id(None, text))
    assert article_id(None, text) == "a" + revision_of(text)
