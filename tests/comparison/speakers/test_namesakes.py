from tests.comparison.speakers.builder import names, said

from onrecord.comparison.speakers import identify

N = "Nadia Orrin"


def test_who_is_told_nothing_of_goes_with_the_many():
    told = [said(f"a{at}", N, "Norwegian minister") for at in range(4)]
    found = identify([*told, said("b1", N, "Danish minister"), said("c1", N)])
    assert names(found) == [["a0", "a1", "a2", "a3", "c1"], ["b1"]]
    assert "kept apart" in found[0][0].why


def test_who_is_told_nothing_of_is_nobody_s_between_equals():
    found = identify([said("a1", N, "Norwegian minister"), said("b1", N, "Danish minister"), said("c1", N)])
    assert names(found) == [["a1"], ["b1"], ["c1"]]


def test_fields_that_never_meet_are_two_persons():
    found = identify([said("a1", N, "goalkeeper"), said("b1", N, "senator"), said("b2", N, "senator")])
    assert names(found) == [["a1"], ["b1", "b2"]]


def test_kings_of_one_name_are_told_from_one_another():
    found = identify([said("a1", "King Olin"), said("b1", "King Olin")])
    assert names(found) == [["a1"], ["b1"]]
