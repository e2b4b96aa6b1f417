import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.comparison.speakers.builder import names, pair, said, suggested

from onrecord.comparison.speakers import identify
from onrecord.model import Entry

MINISTER = "Norwegian Foreign Minister"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Nadia Orrin", MINISTER), ("Nadia Orrin", "Minister")),
        (("Nádia Orrin", None), ("Nadia Orrin", None)),
        (("Nadia-Ruth Orrin", None), ("Nadia Ruth Orrin", None)),
        (("Dr. Nadia Orrin", None), ("President Nadia Orrin", None)),
        (("Seyyed Olin Rask", None), ("Olin Rask", None)),
        (("Norwegian Fishery Ministry", None), ("Norway’s Ministry of Fishery", None)),
        (("The Fenn Gazette", None), ("Fenn Gazette", None)),
        (("United States", None), ("U.S.", None)),
    ],
)
def test_the_same_full_name_is_one(one: tuple[str, str | None], other: tuple[str, str | None]):
    assert names(pair(one, other)) == [["a1", "a2"]]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (("Sergey Orrinov", MINISTER), ("Sergei Orrinov", None), "one letter (sergei, sergey)"),
        (("Aleksandr Tolvanyev", None), ("Alexander Tolvanyev", None), "one name"),
        (("Olin Rask Brenn", None), ("Olin Brenn", None), "“rask” is left out"),
        (("Olin T. Brenn", None), ("Olin Brenn", None), "“t” is left out"),
        (("Bill Orrin", None), ("William Orrin", None), "“bill” and “william” are one name"),
        (("Orrin Nadia", None), ("Nadia Orrin", None), "another order"),
        (("Nadia al-Orrin", None), ("Nadia Orrin", None), "“al”"),
        (("Rask Abdel Tolvan", None), ("Rask Abdultolvan", None), "rask abdel tolvan"),
        (("N. Orrin", MINISTER), ("Nadia Orrin", MINISTER), "a surname that one"),
        (("Orrin", MINISTER), ("Nadia Orrin", MINISTER), "a surname"),
        (("Tilda Brenner", MINISTER), ("Tilda Brennar", MINISTER), "both “Norwegian Foreign Minister”"),
        (("Oslo", None), ("Norway", None), "capital"),
        (("Fennish Toll Watch Agency", None), ("Fennish Toll Watch", None), "“agency” is left out"),
    ],
)
def test_what_is_weaker_is_suggested_with_its_reason(
    one: tuple[str, str | None], other: tuple[str, str | None], reason: str
):
    found = pair(one, other)
    assert names(found) == [["a1"], ["a2"]]
    (match,) = found[1]
    assert any(reason in each for each in match.reasons), match.reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Orrin", None), ("Orrin", None)),
        (("Nadia Orrin", None), ("Tilda Orrin", None)),
        (("Greg Orrin", None), ("George Orrin", None)),
        (("Mario Orrin", None), ("Maria Orrin", None)),
        (("Olin W. Brenn", None), ("Olin H. W. Brenn", None)),
        (("Olin Brenn Jr.", None), ("Olin Brenn Sr.", None)),
        (("T. Orrin", None), ("Nadia Orrin", None)),
        (("Abu Orrin", None), ("Nadia Orrin", None)),
        (("Sergey Orrinov", "Norwegian envoy"), ("Sergei Orrinov", "Danish envoy")),
        (("Norwegian Fishery Ministry", None), ("Danish Fishery Ministry", None)),
        (("Foreign Ministry", None), ("Foreign Ministry", None)),
        (("Foreign Ministry", None), ("Danish Foreign Ministry", None)),
        (("Nadia Orrin", None), ("Orrin Ministry", None)),
    ],
)
def test_a_surname_or_common_words_alone_say_nothing(one: tuple[str, str | None], other: tuple[str, str | None]):
    found = pair(one, other)
    assert names(found) == [["a1"], ["a2"]]
    assert found[1] == ()


def test_namesakes_in_two_countries_at_one_time_are_apart_and_both_are_named():
    found = pair(("Nadia Orrin", "Norwegian minister"), ("Nadia Orrin", "Danish minister"))
    assert names(found) == [["a1"], ["a2"]]
    assert any("against it: told of Norway and of Denmark" in r or "of Denmark and of Norway" in r
               for r in found[1][0].reasons)  # fmt: skip


def test_far_apart_in_time_an_office_of_another_country_contradicts_nothing():
    early = said("a1", "Nadia Orrin", "Norwegian envoy", day=date(2001, 1, 1))
    late = said("a2", "Nadia Orrin", "Danish envoy", day=date(2020, 1, 1))
    assert names(identify([early, late])) == [["a1", "a2"]]


def test_initials_lead_to_the_name_that_an_article_gives_with_them():
    long = said("a1", "Norran Toll Watch", text="The Norran Toll Watch (NTW) said so.")
    assert suggested(identify([long, said("a2", "NTW")])) == [("NTW", "Norran Toll Watch")]


def test_a_body_of_no_country_is_matched_with_that_of_which_its_article_has_others():
    told = [
        said("a1", "Danish Foreign Ministry"),
        said("a2", "Norwegian Foreign Ministry"),
        said("a3", "Foreign Ministry"),
        said("a3", "Nadia Orrin", "Danish envoy"),
    ]
    assert suggested(identify(told)) == [("Danish Foreign Ministry", "Foreign Ministry")]


def test_joined_names_are_several_speakers_and_a_body_with_and_in_it_is_one():
    found, _ = identify([said("a1", "Nadia Orrin and Olin Brenn"), said("a2", "Ministry of Fish and Crafts of Norway")])
    assert sorted(each.name for each in found) == ["Ministry of Fish and Crafts of Norway", "Nadia Orrin", "Olin Brenn"]


FORMS = ["Nadia Orrin", "Nadja Orrin", "Orrin", "Orrin Nadia", "Nadia T. Orrin", "Norwegian Fishery Ministry", "NTW"]
ROLES = [None, "Norwegian minister", "Danish minister", "goalkeeper"]
TOLD = st.lists(
    st.builds(
        lambda article, name, role: (f"a{article}", name, role),
        st.integers(0, 6), st.sampled_from(FORMS), st.sampled_from(ROLES),
    ),
    max_size=12, unique_by=lambda each: (each[0], each[1]),
)  # fmt: skip


@given(TOLD, st.randoms())
@settings(deadline=None, max_examples=60)
def test_any_order_of_arrival_gives_the_same_identities(told: list[tuple[str, str, str | None]], random: object):
    entries = [said(*each) for each in told]
    before = identify(entries)
    random.shuffle(entries)  # type: ignore[attr-defined]
    assert identify(entries) == before
    ids = [each.id for each in before[0]]
    assert len(ids) == len(set(ids))
    assert all({match.one, match.other} <= set(ids) for match in before[1])


def _took(entries: list[Entry]) -> float:
    start = time.process_time()
    identify(entries)
    return time.process_time() - start


@pytest.mark.parametrize("hostile", ["surname", "alone", "name", "long"])
def test_hostile_names_cost_no_more_than_their_number(hostile: str):
    def made(count: int) -> list[Entry]:
        if hostile == "name":
            return [said(f"a{at}", "Nadia Orrin", "Norwegian minister") for at in range(count)]
        if hostile == "long":
            return [said(f"a{at}", f"{'Orrin ' * 1_600}{at}") for at in range(count // 20)]
        if hostile == "alone":
            return [said(f"a{at}", "Orrin" if at % 2 else f"N{at:x} Orrin", "envoy") for at in range(count)]
        return [said(f"a{at}", f"N{chr(97 + at % 26)}{at:x} Orrin") for at in range(count)]

    _took(made(200))
    small, large = _took(made(1_000)), _took(made(4_000))
    assert large < 12 * max(small, 0.02)


def test_what_is_no_name_is_nobody():
    found = identify([said("a1", "?!"), said("a2", "x" * 300), said("a3", None), said("a4", "")])
    assert found == ((), ())
