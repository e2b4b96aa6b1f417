"""A page with the traps of the page that the project started from, in other words; and that page itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.conftest import ROOT, missing

from onrecord.extraction import extract
from onrecord.model import Article, Statement

TITLE = "Norland hopes Port Sable will be free of raiders within one or two months"
PARAGRAPHS = """
Kessa hopes that Port Sable will be wholly rid of Tidewall (an armed group outlawed in Norland) raiders in a couple of
months, the Norland president’s special envoy for the isles Marek Ossian said on Monday, HPA reports quoting KORR.

"Things along the coast are changing quickly. The struggle with Tidewall is all but over. All of us hope that in one or
two months at the latest no [Tidewall] boats will be left off Port Sable and no harbour will feed or hide their crews,"
he said at a briefing in Averne.

He said the hour for peace had come. "I would like to add that Norland sees a need for a broad meeting of islanders and
has proposed to call a council of the isles," he said.

According to the Norland chief mediator, several towns for it have been named. "We wanted this council on the isles. But
as nobody can answer for the safety of the guests, it was
decided to hold the council in Brack (on March 9)," Ossian said.

Much invented talk about the prisoners is going round, he went on.

"Some distorted stories have come up, and they in no way bring the islanders together. Various numbers are cited: 4,000
fishermen held by the governor in the forts or 60,000 captured rebels who sit there," Ossian said.

He called to show "some patience" in this matter and "answer such unproven stories with care."

"Nobody in the forts gains anything by it," he noted, adding that participants in Averne’s round will continue
their drafting of a paper on the prisoners.
"""
TWIN = "\n\n".join(" ".join(paragraph.split()) for paragraph in PARAGRAPHS.split("\n\n"))


@pytest.fixture(scope="module")
def twin() -> tuple[Article, tuple[Statement, ...]]:
    text = f"{TITLE}\n\n{TWIN}"
    article = Article(id="atwin", revision="r", url=None, title=TITLE, text=text, language="en")
    return article, extract(article)


def _row(article: Article, s: Statement) -> tuple[str, str, str]:
    return article[s.source], article[s.cue], article[s.content][:24]


def test_the_twin_yields_its_dozen_statements_and_no_more(twin: tuple[Article, tuple[Statement, ...]]) -> None:
    article, found = twin
    assert [_row(article, s) for s in found] == [
        ("Norland", "hopes", "Port Sable will be free "),
        ("the Norland president’s special envoy for the isles Marek Ossian", "said", "Kessa hopes that Port Sa"),
        ("he", "said", '"Things along the coast '),
        ("He", "said", "the hour for peace had c"),
        ("he", "said", '"I would like to add tha'),
        ("the Norland chief mediator", "According to", "several towns for it hav"),
        ("Ossian", "said", '"We wanted this council '),
        ("he", "went on", "Much invented talk about"),
        ("Ossian", "said", '"Some distorted stories '),
        ("He", "called to show", '"some patience" in this '),
        ("he", "noted", '"Nobody in the forts gai'),
        ("he", "adding", "that participants in Ave"),
    ]


def test_contents_end_where_the_words_end(twin: tuple[Article, tuple[Statement, ...]]) -> None:
    article, found = twin
    endings = [article[s.content][-11:] for s in found]
    assert endings[1] == "e of months"
    assert endings[2] == 'eir crews,"'
    assert endings[6] == ' March 9),"'
    assert endings[9] == 'with care."'
    assert endings[11] == "e prisoners"


def test_kinds_strengths_stances_and_forms(twin: tuple[Article, tuple[Statement, ...]]) -> None:
    _, found = twin
    assert [s.kind for s in found[:3]] == ["forecast"] * 3
    assert [s.strength for s in found[:3]] == ["hoped"] * 3
    assert found[6].kind == "schedule"
    assert found[8].stance == "disputes"
    assert found[9].kind == "appeal"
    assert found[11].kind == "commitment"
    assert [s.form for s in found] == [
        *("indirect", "indirect", "direct", "indirect", "direct", "indirect"),
        *("direct", "indirect", "direct", "mixed", "direct", "indirect"),
    ]
    assert [s.in_headline for s in found] == [True] + [False] * 11
    assert all(s.reported_in is None for s in found)


def test_insertions(twin: tuple[Article, tuple[Statement, ...]]) -> None:
    article, found = twin
    inserted = {article[span] for s in found for span in s.insertions}
    assert inserted == {"(an armed group outlawed in Norland)", "[Tidewall]", "(on March 9)"}


def _seed() -> Article:
    data = Path(os.environ.get("ONRECORD_DATA", ROOT.parent / "shared" / "data"))
    path = data.parent / "seed" / "000_878a4c2dee43e0a8.txt"
    if not path.is_file():
        missing(f"no seed page at {path}")
    lines = path.read_text(encoding="utf-8").split("\n")
    end = next(n for n, line in enumerate(lines) if line.startswith("Related"))
    title, body = lines[2], "\n\n".join(line.strip() for line in lines[3:end] if line.strip())
    return Article(id="aseed", revision="r", url=None, title=title, text=f"{title}\n\n{body}", language="en")


@pytest.mark.shared
def test_the_seed_page() -> None:
    article = _seed()
    found = extract(article)
    assert len(found) == 12
    by_cue = {article[s.cue]: s for s in found}
    by_start = {article[s.content].strip('"')[:16].strip(): s for s in found}
    assert found[0].in_headline
    assert article[found[0].source] == "Russia"
    assert [s.kind for s in found[:3]] == ["forecast"] * 3
    assert {s.strength for s in found[:3]} == {"hoped"}
    assert article[found[1].source].endswith("Alexander Lavrentyev")
    assert article[found[1].content].endswith("in a couple of months")
    assert [article[i] for i in found[2].insertions] == ["[Islamic State]"]
    assert by_start["We would like to"].kind == "schedule"
    assert [article[i] for i in by_start["We would like to"].insertions] == ["(on November 18)"]
    assert by_start["There has emerge"].stance == "disputes"
    assert by_cue["called to show"].kind == "appeal"
    assert by_cue["adding"].kind == "commitment"
    assert by_cue["went on"].form == "indirect"
