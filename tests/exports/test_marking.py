from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.marking import paragraphs
from onrecord.model import Article, Span, Statement

TEXT = "A title\n\nFirst paragraph of it.\nSecond one, \U0001f30a e\u0301 too.\n\nThird."
ARTICLE = Article(id="a", revision="r", url=None, title="A title", text=TEXT)


@st.composite
def span_sets(draw: st.DrawFn) -> tuple[Span, ...]:
    edges = sorted(draw(st.sets(st.integers(0, len(TEXT)), min_size=2, max_size=6)))
    return tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False))


@given(st.lists(span_sets(), max_size=5))
def test_the_pieces_put_together_are_the_text_whatever_is_marked(contents: list[tuple[Span, ...]]):
    statements = tuple(Statement(id=f"s{n}", content=content, cue=content[:1]) for n, content in enumerate(contents))
    made = paragraphs(ARTICLE, statements)
    whole = ["".join(piece.words for piece in paragraph.pieces) for paragraph in made]
    assert whole == ["A title", "First paragraph of it.", "Second one, \U0001f30a e\u0301 too.", "Third."]


@given(st.lists(span_sets(), max_size=5))
def test_a_piece_is_marked_just_where_a_content_covers_it(contents: list[tuple[Span, ...]]):
    statements = tuple(Statement(id=f"s{n}", content=content) for n, content in enumerate(contents))
    at = 0
    for paragraph in paragraphs(ARTICLE, statements):
        for piece in paragraph.pieces:
            at = TEXT.index(piece.words, at)
            covering = [
                n for n, c in enumerate(contents, 1) if any(s.start <= at and at + len(piece.words) <= s.end for s in c)
            ]
            assert list(piece.statements) == covering
            at += len(piece.words)
