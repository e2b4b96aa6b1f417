from __future__ import annotations

from contextlib import suppress
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import articles
from onrecord.errors import PageDamaged, PageEmpty, PageError
from onrecord.intake import LeftOut, opened, page_from_bytes, pages_in
from onrecord.model import Page, Stated
from onrecord.settings import Settings

SETTINGS = Settings()
STORY = "The ferry to Tolbur runs again, its captain said on Monday after a week of storms on the strait."
MORE = "“We will run twice a day from December,” said Ane Brandvik, who owns the line."
MARKUP = f"""<html><body><div style="display:none;max-height:0">Ferry back, and three more inside</div>
<table><tr><td><a href="https://t.example/c/abc">View this email in your browser</a></td></tr>
<tr><td><h1>Ferry runs again</h1><p>{STORY}</p><p>{MORE}</p></td></tr>
<tr><td>You received this email because you signed up. <a href="https://t.example/u">Unsubscribe</a></td></tr></table>
</body></html>"""
ABOVE = """From: The Tolbur Post <newsletter@tolburpost.example>
Date: Tue, 31 Oct 2017 08:00:00 +0300
Subject: Ferry to Tolbur runs again
"""


def mail(text: str = STORY, markup: str | None = None, **fields: str) -> EmailMessage:
    made = EmailMessage()
    told = {
        "From": "The Tolbur Post <newsletter@mail.tolburpost.example>",
        "To": "reader@example.org",
        "Subject": "Ferry to Tolbur runs again",
        "Date": "Tue, 31 Oct 2017 08:00:00 +0300",
        **{name.replace("_", "-"): value for name, value in fields.items()},
    }
    for name, value in told.items():
        made[name] = value
    made.set_content(text)
    if markup:
        made.add_alternative(markup, subtype="html")
    return made


def read(data: bytes) -> Page:
    page = page_from_bytes(data, "m", settings=SETTINGS)
    assert page.format == "mail"
    assert page.data == data
    return opened(page)


def test_a_newsletter_is_a_page_without_its_frame_and_links():
    page = read(mail("See the web version.", MARKUP).as_bytes())
    stated = Stated(
        title="Ferry to Tolbur runs again", outlet="The Tolbur Post", published="Tue, 31 Oct 2017 08:00:00 +0300"
    )
    assert (page.format, page.stated) == ("html", stated)
    article = articles.clean(page)
    assert article.text == f"Ferry runs again\n\n{STORY}\n{MORE}"
    assert (article.outlet, str(article.date.earliest)) == ("The Tolbur Post", "2017-10-31")


@pytest.mark.parametrize("transfer", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_charsets_and_transfer_encodings(charset: str, transfer: str):
    made = mail(Subject="Fähre läuft")
    made.set_content("Die Fähre fährt wieder, so der Kapitän.", charset=charset, cte=transfer)
    page = read(made.as_bytes())
    assert page.text.strip() == "Die Fähre fährt wieder, so der Kapitän."
    assert page.stated
    assert page.stated.title == "Fähre läuft"


def test_a_charset_that_lies_or_does_not_exist():
    for charset in (b"utf-8", b"x-nonsense", b"us-ascii"):
        head = b"From: a@b.example\nSubject: F\xe4hre\nContent-Type: text/plain; charset=" + charset + b"\n\n"
        page = read(head + "Das Café öffnet, sagte der Kapitän.".encode("cp1252"))
        assert page.text == "Das Café öffnet, sagte der Kapitän."
        assert page.stated
        assert page.stated.title == "Fähre"


def test_attachments_are_counted_and_left_out():
    made = mail()
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    made.add_attachment(b"<p>no story</p>", maintype="text", subtype="html", filename="a.html")
    page, left_out = pages_in(made.as_bytes(), "m", settings=SETTINGS)
    assert isinstance(page, Page)
    assert opened(page).text.strip() == STORY
    assert isinstance(left_out, LeftOut)
    assert left_out.counts == {"attachment": 2}


@pytest.mark.parametrize("markup", [False, True])
def test_of_a_mail_that_was_passed_on_its_own_sender_and_day_are_told(markup: bool):
    lines = "".join(f"{line}\n" for line in ABOVE.splitlines())
    text = f"FYI\n\n---------- Forwarded message ---------\n{lines}To: <ole@example.org>\n\n\n{STORY}\n\n{MORE}\n"
    rows = "<br>".join(line.replace("<", "&lt;").replace(">", "&gt;") for line in ABOVE.splitlines())
    html = f"<div>FYI</div><div>---------- Forwarded message ---------<br>{rows}<br></div><br>{MARKUP}"
    made = mail(
        text, html if markup else None, From="Ole Tan <ole@example.org>", Subject="Fwd: Ferry", Date="1 Nov 2017"
    )
    page = read(made.as_bytes())
    assert page.stated == Stated(
        title="Ferry to Tolbur runs again", outlet="The Tolbur Post", published="Tue, 31 Oct 2017 08:00:00 +0300"
    )
    assert "FYI" not in page.text
    assert STORY in page.text


def test_where_nothing_is_known_of_the_mail_that_was_passed_on_nothing_is_stated():
    page = read(mail(f"See this.\n\n{STORY}", Subject="Fwd: Ferry").as_bytes())
    assert page.stated == Stated(title="Ferry")


@pytest.mark.parametrize(
    ("fields", "outlet", "byline"),
    [
        ({"From": "Tolbur Post <hello@post.tolburpost.example>"}, "Tolbur Post", ()),
        ({"From": "Harbour Office <press@tolbur.example>"}, "Harbour Office", ()),
        ({"From": "Ane Brandvik <ane@tolbur.example>"}, None, ("Ane Brandvik",)),
        (
            {"From": "Ane Brandvik <ane@list.example>", "List_Id": "The Daily Ferry <d.list.example>"},
            "The Daily Ferry",
            ("Ane Brandvik",),
        ),
        ({"From": "ane@tolbur.example"}, None, ()),
    ],
)
def test_who_it_is_from(fields: dict[str, str], outlet: str | None, byline: tuple[str, ...]):
    stated = read(mail(**fields).as_bytes()).stated
    assert stated
    assert (stated.outlet, stated.byline) == (outlet, byline)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: image/png\n\niVBORw0KGgo=\n", "image/png"),
        (b"From: a@b.example\nSubject: x\n\n \n", "without a text"),
        (mail("", MARKUP).as_bytes().partition(b"twice a day")[0], "cut short"),
        (
            b"From: a@b.example\nSubject: x\n"
            + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(5_000)),
            "more parts",
        ),
        (
            b"From: a@b.example\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 50_000,
            "more parts",
        ),
    ],
)
def test_what_holds_no_story_or_too_much_is_told(data: bytes, says: str):
    with pytest.raises((PageEmpty, PageDamaged), match=says):
        read(data)


def test_heads_made_to_cost_time_are_read_in_no_time():
    for value in (b"=?utf-8?q?" * 500_000, b"<" * 5_000_000, b'"' * 1_000_000 + b"@x", b"(" * 1_000_000):
        page_from_bytes(b"From: a@b.example\nSubject: " + value + b"\n\nIt runs.", "m", settings=SETTINGS)
        assert read(b"Subject: x\nFrom: " + value[:10_000] + b"\n\nIt runs.").text.strip() == "It runs."


def test_a_pasted_line_like_a_field_is_no_mail():
    for text in (
        "From: the harbour\n\nIt runs, he said.",
        "Note: it runs.\nFrom now on, twice.",
        f"{STORY}\n\nFrom: x\n",
    ):
        assert page_from_bytes(text.encode(), "t", settings=SETTINGS).format == "text"


@given(st.binary(max_size=400))
def test_any_body_ends_in_a_page_or_an_error(body: bytes):
    head = b"From: a@b.example\nSubject: x\nContent-Type: multipart/alternative; boundary=b\n\n--b\n"
    with suppress(PageError):
        assert read(head + body).text.strip()
