from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.effort import growth

from onrecord.comparison.sentences import SHINGLE, Sentence, containment, sentences

from .builder import article

SAID = "The old ferry will sail again in the spring of the year."
TOLD = '"We will sign no paper that nobody has read to us," she said.'


def read(*paragraphs: str) -> tuple[Sentence, ...]:
    return sentences(article("a", *paragraphs))


def test_sentences_of_the_body_in_order_without_the_title():
    story = article("a", f"{SAID} {TOLD}", "It cost 3.5 million crowns! Why?", title="Ferry to sail. Again.")
    found = [story[each.span] for each in sentences(story)]
    assert found == [SAID, TOLD, "It cost 3.5 million crowns!", "Why?"]


def test_words_differ_neither_by_case_nor_by_their_numbers():
    (one,), (other,) = read("FERRY 12 sails on 3 May"), read("Ferry 400 sails on 17 may")
    assert one.words == other.words


def test_a_sentence_is_quoted_when_nearly_all_of_it_is():
    assert [each.quoted for each in read(f"{TOLD} {SAID}", 'He called it "a good wall" at the hearing in town.')] == [
        True,
        False,
        False,
    ]


def test_an_edited_sentence_keeps_a_share_of_its_shingles_and_an_other_none():
    (one,), (edited,), (other,) = read(SAID), read(SAID.replace("The old", "An old")), read(TOLD)
    assert containment(one, one) == 1
    assert 0.8 < containment(edited, one) < 1
    assert containment(other, one) == 0


def test_a_short_sentence_has_one_shingle():
    (short,) = read("Why not?")
    assert short.shingles == {("why", "not")}
    assert len(short.words) < SHINGLE


@given(st.lists(st.text(alphabet='aB1 .!?"“”\n', max_size=60), max_size=4))
def test_sentences_of_any_text_lie_in_its_body_in_order(paragraphs: list[str]):
    story = article("a", *paragraphs)
    found = sentences(story)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert all(
        any(part.start <= each.span.start < each.span.end <= part.end for part in story.paragraphs) for each in found
    )


def test_work_grows_with_the_text():
    assert growth(sentences, article("a", SAID * 100), article("a", SAID * 400)) <= 5
