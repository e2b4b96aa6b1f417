from __future__ import annotations

import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles import article_id, revision_of
from onrecord.articles.identity import address_of


@given(st.text(), st.text())
def test_an_address_outranks_the_text(one: str, other: str):
    url = "https://tolburpost.example/ferry"
    assert article_id(url, one) == article_id(url, other) == "a" + hashlib.sha256(url.encode()).hexdigest()[:16]


@given(st.text())
def test_without_an_address_the_text_is_the_identity(text: str):
    assert re.fullmatch("a[0-9a-f]{16}", article_id(None, text))
    assert article_id(None, text) == "a" + revision_of(text)


@pytest.mark.parametrize(
    ("asked", "stated", "believed"),
    [
        ("https://tolburpost.example/ferry?from=mail", "https://tolburpost.example/ferry", True),
        ("https://m.tolburpost.co.uk/ferry", "https://www.tolburpost.co.uk/ferry", True),
        ("https://tolburpost.example/ferry", "https://ulmcourier.example/dam", False),
        ("https://tolburpost.co.uk/ferry", "https://ulmcourier.co.uk/dam", False),
        ("https://tolburpost.example/ferry", "https://tolburpost.example/", False),
        ("https://tolburpost.example/?story=7", "https://tolburpost.example/?story=7&plain=1", True),
        ("https://tolburpost.example/ferry", "https://[broken/ferry", False),
        ("https://tolburpost.example/ferry", "ferry", False),
    ],
)
def test_a_page_is_believed_about_its_own_site_alone(asked: str, stated: str, *, believed: bool):
    assert address_of(asked, stated) == (stated if believed else asked)


@pytest.mark.parametrize("known", [(None, None, None), ("x", None, "x"), (None, "y", "y")])
def test_one_address_alone_is_the_address(known: tuple[str | None, str | None, str | None]):
    assert address_of(*known[:2]) == known[2]
