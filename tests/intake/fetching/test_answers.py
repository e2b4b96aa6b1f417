from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from onrecord.errors import FetchMoved
from onrecord.intake.fetching.addresses import Allowed
from onrecord.intake.fetching.answers import Answer, next_address, patience
from onrecord.intake.fetching.targets import target_of


def answer(url: str = "https://news.example/a/b", **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(target=target_of(url, Allowed()), status=302, headers=named)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("120", 120), ("0", 0), ("", None), ("soon", None), ("-5", None), ("9" * 40, None), ("1e9", None), ("１２", None)],
)
def test_retry_after_in_seconds(said: str, seconds: float | None):
    assert patience(answer(retry_after=said)) == seconds


def test_retry_after_as_a_date():
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=90))
    assert patience(answer(retry_after=soon)) == pytest.approx(90, abs=3)
    assert patience(answer(retry_after="Mon, 16 Nov 2020 10:00:00 GMT")) == 0


@pytest.mark.parametrize(
    ("content_type", "charset"),
    [
        ("text/html; charset=UTF-8", "utf-8"), ('text/html;charset="koi8-r"', "koi8-r"), ("text/html", None),
        ("", None), ("text/html; Charset = 'windows-1251' ; x=y", "windows-1251"), ("text/html; charset=", None),
    ],
)  # fmt: skip
def test_the_charset_is_the_content_types(content_type: str, charset: str | None):
    assert answer(content_type=content_type).charset == charset


@pytest.mark.parametrize(
    ("location", "there"),
    [
        ("c", "https://news.example/a/c"), ("/c?d=1", "https://news.example/c?d=1"), ("../x", "https://news.example/x"),
        ("//www.news.example/y", "https://www.news.example/y"), ("https://other.example/", "https://other.example/"),
    ],
)  # fmt: skip
def test_a_redirect_is_read_against_its_page(location: str, there: str):
    assert next_address(answer(location=location)) == there


@pytest.mark.parametrize("location", ["http://news.example/a/b", "HTTP://other.example/", "http:c"])
def test_https_never_leads_to_http(location: str):
    with pytest.raises(FetchMoved):
        next_address(answer(location=location))
