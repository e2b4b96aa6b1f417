"""Where the sentences of a quotation end."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.extraction.sentences import split


@given(st.text(alphabet="aB.?! ”“", max_size=60))
def test_nothing_is_lost_between_sentences(words: str) -> None:
    assert "".join(split(words)).strip() == words.strip()


def test_titles_and_initials_end_no_sentence() -> None:
    assert len(split("Dr. Roe left. J. Lee came.")) == 2
