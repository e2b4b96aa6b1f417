"""A reading made by hand, with every kind of mark in it: overlapping, discontinuous, nested, hostile."""

from datetime import date

from onrecord.model import (
    Article,
    Chrome,
    DateCandidate,
    Due,
    Entry,
    Event,
    Figure,
    ReaderInfo,
    Reading,
    SaidOn,
    Span,
    Speaker,
    Statement,
    StoryDate,
)

TITLE = 'Wall <b>done</b> by "autumn" & after'
BODY = (
    "The wall, Mayor Tilda Rask said on Monday, will stand by October 31 [next year].",
    "Olin Brandt told the council that Rask had promised him 40 barges kept for the wall.",
    "Nothing was said here. <script>alert(1)</script>",
)
TEXT = TITLE + "\n\n" + "\n".join(BODY)


def at(words: str, nth: int = 1) -> Span:
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


ARTICLE = Article(
    id="a1",
    revision="r1",
    url="https://pellin.example/wall?x=1&y=<2>",
    title=TITLE,
    text=TEXT,
    outlet="The Pellin Post",
    byline=("Ada Brenn",),
    credits=("NORDA",),
    language="en",
    date=StoryDate(
        status="disputed",
        why="Two clocks disagree.",
        candidates=(
            DateCandidate(
                value="XXXX-07-16", earliest=None, latest=None, where="chrome", words="16 July", why="no year"
            ),
            DateCandidate(
                value="2031-07-17",
                earliest=date(2031, 7, 17),
                latest=date(2031, 7, 17),
                where="chrome",
                words="17 July 2031",
                why="a footer",
            ),
        ),
    ),
    chrome=(Chrome(words="Home | <News>", reason="menu"),),
)

WALL = Statement(
    id="s1",
    content=(at("The wall"), at("will stand by October 31 [next year]")),
    cue=(at("said"),),
    source=(at("Mayor Tilda Rask"),),
    insertions=(at("[next year]"),),
    kind="commitment",
    speaker=Speaker(name="Tilda Rask", role="Mayor"),
    relay=("NORDA", "VELT"),
    said_on=SaidOn(value="XXXX-WXX-1", earliest=None, latest=None, span=at("on Monday")),
    due=Due(
        span=at("by October 31"), value="../XXXX-10-31", anchor="said_on", earliest=None, latest=None, precision="day"
    ),
    event=Event(span=at("The wall")),
)
TOLD = Statement(
    id="s2",
    content=(at("that Rask had promised him 40 barges kept for the wall"),),
    cue=(at("told"),),
    source=(at("Olin Brandt"),),
    speaker=Speaker(anonymous=True, description="a harbour source"),
    stance="reports",
)
PROMISED = Statement(
    id="s3",
    content=(at("him 40 barges kept for the wall"),),
    cue=(at("had promised"),),
    source=(at("Rask", 2),),
    kind="commitment",
    reported_in="s2",
    restates="s1",
    speaker=Speaker(alternatives=("Tilda Rask", "Ole Rask")),
    figures=(Figure(span=at("40 barges"), low=40, high=None, noun="barges", population=at("kept for the wall")),),
    confidence=0.123456,
    kind_confidence=0.654321,
)
READING = Reading(article=ARTICLE, statements=(WALL, TOLD, PROMISED), reader=ReaderInfo(name="rules", version="1"))
ENTRIES = tuple(Entry(article=ARTICLE, statement=statement) for statement in READING.statements)
