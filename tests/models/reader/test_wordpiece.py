"""Words to pieces as BERT's uncased vocabulary has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.models.reader.wordpiece import UNKNOWN, pieces_of, vocabulary, words_of

# As the reference tokenizer has them; signs such as € stand alone here.
PIECES = """
the: the
Minister: minister
MINISTER: minister
said: said
unsaid: un ##sai ##d
spokesperson: spokesperson
spokeswoman: spoke ##sw ##oman
retorted: retorted
quipped: qui ##pped
reiterated: reiterated
rebuffed: re ##bu ##ffed
harbourmaster: harbour ##master
ceasefire: ceasefire
demilitarise: demi ##lita ##rise
unceasingly: un ##cea ##sing ##ly
recounted: recounted
Norhaven: nor ##haven
Lissmere: li ##ss ##mere
Veltag: ve ##lta ##g
café: cafe
CAFÉ: cafe
naïve: naive
Škoda: sk ##oda
Zürich: zurich
façade: facade
Đorđe: đ ##or ##đ ##e
Łódź: łodz
Straße: st ##raße
2018: 2018
1500: 1500
37th: 37th
10m: 10 ##m
COVID19: co ##vid ##19
“: “
”: ”
’: ’
": "
—: —
–: –
…: …
€: €
$: $
%: %
&: &
。: 。
你: [UNK]
й: и
😀: [UNK]
"""
ROWS = [line.split(": ", 1) for line in PIECES.strip().splitlines()]


@pytest.mark.parametrize(("word", "pieces"), ROWS)
def test_pieces_of_a_word(word: str, pieces: str):
    known = vocabulary()
    assert pieces_of(word) == tuple(known[piece] for piece in pieces.split())


def test_the_vocabulary_is_whole():
    known = vocabulary()
    assert len(known) == 30522
    assert [known[name] for name in ("[PAD]", "[UNK]", "[CLS]", "[SEP]")] == [0, 100, 101, 102]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said: “No.”", ["He", "said", ":", "“", "No", ".", "”"]),
        ("don't", ["don", "'", "t"]),
        ("twenty-five €20", ["twenty", "-", "five", "€", "20"]),
        ("a_b", ["a", "_", "b"]),
        ("e\u0301te\u0301", ["e\u0301te\u0301"]),
        ("a\x00b\u200bc\ufeffd", ["a", "b", "c", "d"]),
        ("", []),
        (" \n\t", []),
    ],
)
def test_words(text: str, words: list[str]):
    assert [text[start:end] for start, end in words_of(text)] == words


@given(st.text())
def test_words_are_in_order_and_hold_every_letter(text: str):
    spans = words_of(text)
    assert all(start < end for start, end in spans)
    assert [place for span in spans for place in span] == sorted(place for span in spans for place in span)
    inside = {place for span in spans for place in range(*span)}
    assert all(place in inside for place, sign in enumerate(text) if sign.isalnum())


@given(st.text(alphabet=st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=40))
def test_pieces_put_together_are_the_word(word: str):
    names = {number: piece for piece, number in vocabulary().items()}
    pieces = pieces_of(word)
    if pieces != (UNKNOWN,):
        whole = "".join(names[number].removeprefix("##") for number in pieces)
        assert pieces_of(whole) == pieces


def test_a_word_longer_than_any_is_unknown():
    assert pieces_of("ab" * 50) != (UNKNOWN,)
    assert pieces_of("ab" * 51) == (UNKNOWN,)
    assert pieces_of("\u0301" * 5) == (UNKNOWN,)
    assert pieces_of("한" * 40) == (UNKNOWN,)  # three letters each, once taken apart
