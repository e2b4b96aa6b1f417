from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord.identities import made, merged, name_in, names_of, roles_of, said_in
from onrecord.model import Appearance


def at(article: str, name: str, *roles: str, day: date | None = None, partial: bool = False) -> Appearance:
    return Appearance(
        article=article, written=name, name=name, key=name.casefold(), sort="person", roles=roles,
        first=day, last=day, partial=partial,
    )  # fmt: skip


def test_it_is_called_by_the_fullest_of_the_names_that_most_use():
    told = [at("a1", "Ada Brenn"), at("a2", "Ada Brenn"), at("a3", "Ada T. Brenn"), at("a4", "Brenn", partial=True)]
    assert made("p1", told).name == "Ada Brenn"
    assert names_of(made("p1", told))[0] == "Ada Brenn"
    assert made("p1", told[2:]).name == "Ada T. Brenn"


def test_a_role_without_days_is_kept():
    (held,) = roles_of(made("p1", [at("a1", "Ada Brenn", "envoy")]))
    assert (held.role, held.first, held.last, held.articles) == ("envoy", None, None, 1)


def test_letters_of_a_name_are_the_same_however_its_words_are_parted():
    assert name_in("ali reza brenn@a1") == name_in("alireza brenn")


NAMED = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["Ada Brenn", "Brenn"])), min_size=1, max_size=5)


@given(NAMED, NAMED)
def test_two_as_one_are_the_same_from_both_sides(mine: list[tuple[str, str]], theirs: list[tuple[str, str]]):
    one, other = (made(id, [at(*each) for each in told]) for id, told in (("p1", mine), ("p2", theirs)))
    left, right = merged(one, other, "why", "told"), merged(other, one, "why", "told")
    assert (left.id, left.name, sorted(said_in((left,)))) == (right.id, right.name, sorted(said_in((right,))))
