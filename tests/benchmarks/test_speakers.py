import pytest
from benchmarks.speakers import answer, pairs


def told(name: str, role: str | None = None) -> dict[str, str | None]:
    return {"name": name, "role": role, "day": "2031-04-01"}


@pytest.mark.parametrize(
    ("one", "other", "given"),
    [("Ada Brenn", "Ada Brenn", "joined"), ("Bill Brenn", "William Brenn", "suggested"), ("Brenn", "Brenn", "apart")],
)
def test_a_pair_is_joined_suggested_or_left_apart(one: str, other: str, given: str):
    assert answer({"one": told(one), "other": told(other)}) == given


def test_the_gold_is_labelled_with_three_words_and_holds_names_alone():
    gold = pairs()
    assert len(gold) >= 200
    assert {pair["label"] for pair in gold} == {"same", "different", "unsure"}
    assert all(set(pair[side]) == {"name", "role", "day"} for pair in gold for side in ("one", "other"))
