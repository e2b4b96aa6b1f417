"""Which sentences of a quotation carry its kind."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.extraction.sentences import dominant, split
from onrecord.model import Kind


def _judge(words: str) -> Kind:
    return "forecast" if " will " in words else "report"


@given(st.text(alphabet="aB.?! ”“", max_size=60))
def test_nothing_is_lost_between_sentences(words: str) -> None:
    assert "".join(split(words)).strip() == words.strip()


def test_titles_and_initials_end_no_sentence() -> None:
    assert len(split("Dr. Roe left. J. Lee came.")) == 2


def test_an_expectation_in_passing_is_not_the_kind_of_a_long_quotation() -> None:
    told = "Men came from the hills. They sang for an hour or more. Nobody slept in the town that night. Ulm will pay."
    assert dominant(told, _judge)[0] == "report"


def test_an_expectation_with_a_quarter_of_the_words_is() -> None:
    kind, carriers = dominant("We met. We sang. In two months the dam will be mended for good.", _judge)
    assert kind == "forecast"
    assert carriers == "In two months the dam will be mended for good."


def test_of_two_sentences_neither_is_in_passing() -> None:
    assert dominant("We met at noon and sang for an hour. Ulm will pay.", _judge)[0] == "forecast"
