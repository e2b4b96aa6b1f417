"""Sentences, prepositions and look-alikes."""

from onrecord.model import Span
from onrecord.moments.expressions.context import Sentences, preposition, word_after, word_before


def test_sentences_end_where_they_end() -> None:
    text = "Mr. Ode came. She left at 9 a.m. on Friday!\nThen it rained."
    sentences = Sentences(text)
    spans = {
        sentences.around(Span(text.index(word), text.index(word) + 1)) for word in ("Ode", "left", "Friday", "rained")
    }
    assert sorted(text[s.start : s.end].strip() for s in spans) == [
        "Mr. Ode came.",
        "She left at 9 a.m. on Friday!",
        "Then it rained.",
    ]


def test_a_sentence_is_cut_to_what_is_near() -> None:
    text = "word " * 1000 + "Friday" + " word" * 1000
    at = text.index("Friday")
    around = Sentences(text).around(Span(at, at + 6))
    assert around.start > 0
    assert around.end < len(text)


def test_the_longest_preposition_is_taken() -> None:
    found = preposition("They pay no later than Friday", 23)
    assert found is not None
    assert (found.kind, found.words, found.start) == ("by", "no later than", 9)
    assert preposition("They pay Friday", 9) is None
    assert preposition("Friday", 0) is None


def test_neighbouring_words() -> None:
    assert word_before("He left, Friday", 9) == ","
    assert word_after("Friday's talks", 6) == "'s"
    assert word_before("", 0) == word_after("", 0) == ""
