from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.credit.datelines import dateline_of


@pytest.mark.parametrize(
    ("opening", "place", "agency", "value"),
    [
        ("TOLBUR, October 31. /TASS/. The ferry", "TOLBUR", "TASS", "XXXX-10-31"),
        ("BELQORA (Reuters) - The army", "BELQORA", "Reuters", None),
        ("GRENVA, 4 April 2017 — The talks", "GRENVA", None, "2017-04-04"),
        ("VELMAR, May 3 (NPA) — Talks", "VELMAR", "NPA", "XXXX-05-03"),
        ("Tolbur, SANA – The army said", "Tolbur", "SANA", None),
        ("OSTREL, Tesmara (AP)— A company", "OSTREL", "AP", None),
        ("(CNN) The man", None, "CNN", None),
        ("Wed 05 Apr 2017 Symptoms of", None, None, "2017-04-05"),
        ("Posted on April 2 2017 by Ilian Dorvach", None, None, "2017-04-02"),
        ("27.1.2022 - Bei der Erinnerung", None, None, "2022-01-27"),
        ("Tolbur, 31 October. The ferry", "Tolbur", None, "XXXX-10-31"),
        ("TOLBUR — The ferry", "TOLBUR", None, None),
        ("NEW TOLBUR — The ferry", "NEW TOLBUR", None, None),
        ("VELMAR FALLS, S.D. – The sheriff", "VELMAR FALLS", None, None),
        ("VELMAR, N.Y. — The club", "VELMAR", None, None),
        ("VELMAR, United Arab Emirates — An airline", "VELMAR", None, None),
        ("Velmar, Norvan Press Agency – The", "Velmar", "Norvan Press Agency", None),
        ("Last updated at Apr 092017 The ferry", None, None, "2017-04-09"),
        ("05-09-2013 Velmar ferry sinks", None, None, "2013-09-05"),
        ("Thu Feb 5 2015 title: Ferry sinks", None, None, "2015-02-05"),
        ("30.04.2017) Get short address The ferry", None, None, "2017-04-30"),
        ("Ferry sinks in the Velmar narrows 07-08-2013 0147 PM A ferry", None, None, "2013-08-07"),
        ("Ferry sinks in the Velmar narrows Regions 1730 28.04.2017 A ferry", None, None, "2017-04-28"),
        ("Ferry sinks in the Velmar narrows 6 October 2016 Velmar SANA-A ferry", None, None, "2016-10-06"),
    ],
)
def test_datelines(opening: str, place: str | None, agency: str | None, value: str | None):
    found = dateline_of(opening)
    assert found is not None
    assert (found.place, found.agency, found.date and found.date.value) == (place, agency, value)


@pytest.mark.parametrize(
    "opening",
    [
        "On May 5, 2017, the army left.",
        "He was born on 4 May 1990 in Tolbur and left.",
        "The minister (Labour) said so.",
        "The World Ferry Organization (WFO) - which has no ships - met.",
        "The ferry will run on November 18 again.",
        "When the hall in Velmar opened at 6:30 a.m. on March 19, 2002, Dorvach stood there.",
        "The ferry that sank in the narrows was built in the year of 19 March 2002 Velmar people say.",
        "Ostrel, Tesmara — the town where it began — is calm.",
        "",
    ],
)
def test_what_only_looks_like_one(opening: str):
    assert dateline_of(opening) is None


@given(st.text(max_size=300))
def test_a_dateline_ends_inside_its_paragraph(text: str):
    found = dateline_of(text)
    assert found is None or 0 < found.end <= len(text)


@pytest.mark.parametrize("unit", ["A", "A, ", "(A ", "A /", "A. "])
def test_the_opening_alone_is_looked_at_however_long_the_paragraph(unit: str):
    """Work that is quadratic in the text would not end."""
    assert dateline_of(unit * 300_000) == dateline_of(unit * 300)
