"""Lines as they were meant."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.effort import growth

from onrecord.articles.plain_text.wrapping import logical_lines

PAIRS = "\n\n".join(("A first line of some length, which ends in nothing", "and a second one"))


def test_pairs_of_lines_that_were_not_wrapped_stay_as_they_are():
    text = f"{PAIRS}\n\n{'x' * 60}\n{'y' * 90}\n\n{PAIRS}"
    assert logical_lines(text) == tuple(text.split("\n"))


@given(st.lists(st.text(alphabet="ab .-", min_size=9, max_size=130), max_size=12), st.sampled_from(["\n", "\n\n"]))
def test_no_text_is_too_odd_to_be_unwrapped(lines: list[str], between: str):
    text = between.join(lines)
    assert "".join("".join(logical_lines(text)).split()) == "".join(text.split())


def test_work_grows_with_the_lines():
    text = "\n".join(f"The mayor said on Tuesday that wall number {n} would hold." for n in range(300))
    assert growth(logical_lines, text, "\n".join([text] * 4)) <= 5
