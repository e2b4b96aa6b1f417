from hypothesis import given
from hypothesis import strategies as st
from training.reader.examples import CONTENT, CUE, SOURCE, Example, anchor_of, epoch, numbers_in, told_of, windows

from onrecord.models.reader.windows import words_with_looks

TEXT = "Ferrymen strike\nThe ferry has again been said, Ada Roe told the Post, to leak.\n“It leaks,” she said."


def spans(words: str) -> list[list[int]]:
    return [[TEXT.index(words), TEXT.index(words) + len(words)]]


def test_an_attribution_by_word_numbers():
    words = words_with_looks(TEXT)
    told = told_of(TEXT, words, {"source": spans("she"), "cue": spans("said."), "content": spans("“It leaks,”")})
    named = {TEXT[slice(*words.spans[number])]: role for number, role in told.roles.items()}
    assert named["she"] == SOURCE
    assert named["said"] == CUE
    assert {named[word] for word in ("“", "It", "leaks", ",", "”")} == {CONTENT}
    assert TEXT[slice(*words.spans[told.anchor])] == "said"


def test_the_anchor_is_no_auxiliary_adverb_or_sign():
    words = words_with_looks(TEXT)
    numbers = list(numbers_in(words, spans("has again been said,")))
    assert TEXT[slice(*words.spans[anchor_of(TEXT, words, numbers[:1])])] == "has"
    assert TEXT[slice(*words.spans[anchor_of(TEXT, words, [numbers[0], *numbers[2:]])])] == "said"


def test_a_word_that_a_span_only_touches_is_not_in_it():
    words = words_with_looks("ab cd")
    assert list(numbers_in(words, [[2, 3]])) == []
    assert list(numbers_in(words, [[1, 4]])) == [0, 1]


@given(st.lists(st.sampled_from(["Roe", "said", "it", "leaks", ".", "\n"]), min_size=1), st.integers(10, 60))
def test_every_window_has_the_labels_of_its_own_words(parts: list[str], width: int):
    text = " ".join(parts)
    words = words_with_looks(text)
    said = [number for number, (start, end) in enumerate(words.spans) if text[start:end] == "said"]
    told = tuple(told_of(text, words, {"source": [], "cue": [list(words.spans[n])], "content": []}) for n in said)
    pieces = windows(Example("x", words, told), width)
    assert [piece.window.first + one.anchor for piece in pieces for one in piece.told] == said
    assert all(0 <= n < len(piece.window.starts) for piece in pieces for one in piece.told for n in one.roles)


def test_an_epoch_is_the_same_for_the_same_seed_alone():
    text = "\n".join(f"Roe said on day {n} that the ferry leaks and will sink." for n in range(200))
    example = Example("x", words_with_looks(text), ())
    many = [example] * 8
    sizes = [[len(piece.window.ids) for piece in epoch(many, seed)] for seed in (1, 1, 2)]
    assert sizes[0] == sizes[1] != sizes[2]
