"""What every page of one file has in common."""

from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from onrecord.exports.templating import template


@pytest.mark.parametrize("css", ["reading.css", "figures.css"])
def test_the_head_lets_nothing_run_and_escapes_what_it_is_given(css: str):
    head = template("head.html").render(css=css, title="<script>alert(1)</script>")
    assert "default-src 'none'" in head
    assert "<script>" not in head
    assert "&lt;script&gt;alert(1)&lt;/script&gt; – Onrecord" in head


def test_a_name_that_is_not_given_is_an_error():
    with pytest.raises(UndefinedError):
        template("head.html").render(css="reading.css")
