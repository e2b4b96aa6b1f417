from datetime import date
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.comparison import compare, find_copies

from .builder import article

WIRE = (
    "The council of Harrowmere will reopen the northern ferry line in the spring, its chair told a hearing on Monday.",
    "Engineers found cracks in both piers last winter, and the boats have been tied up since then. Repairs cost four "
    "million crowns.",
    "Shopkeepers on the far bank have asked for help with their rents. The chair gave them no answer at the hearing.",
    "A study of the sea bed is to be done before the first boat sails, and its results will be read out in public.",
)
OTHER = (
    "Bakers in the old town of Pellin have raised the price of a loaf for the third time since the summer began.",
    "Flour comes by road now and costs twice as much. One baker shut his doors for good last week after forty years.",
)
BACKGROUND = (
    "The harbour war began nine years ago when the upper valley closed its locks. Thousands have left since.",
    "Three rounds of talks have failed to bring the sides together. A fourth was called off in the winter.",
)
MONDAY, TUESDAY = date(2031, 3, 3), date(2031, 3, 4)


def test_a_whole_copy_goes_back_to_the_earlier_article():
    wire = article("w", *WIRE, outlet="NORDA", day=MONDAY)
    copy = article("c", *WIRE, title="Ferries to run again", outlet="The Pellin Post", day=TUESDAY)
    (found,) = find_copies([copy, wire])
    assert (found.copy, found.original, found.containment) == ("c", "w", 1.0)
    assert "earlier" in found.why


def test_an_abridged_copy_is_found_by_containment_and_its_passage_aligned():
    wire = article("w", *WIRE, *OTHER, outlet="NORDA", day=MONDAY)
    brief = article("c", *WIRE[:2], day=TUESDAY)
    (found,) = find_copies([wire, brief])
    assert found.copy == "c"
    (passage,) = found.passages
    assert brief[passage.copied] == wire[passage.source] == "\n".join(WIRE[:2])


def test_light_editing_and_updated_figures_leave_it_a_copy():
    edited = [p.replace("four million", "5 million").replace("on Monday", "this week") for p in WIRE]
    (found,) = find_copies([article("w", *WIRE, day=MONDAY), article("c", *edited, day=TUESDAY)])
    assert found.copy == "c"


def test_a_credit_outranks_missing_dates():
    wire = article("w", *WIRE, outlet="NORDA", credited=("NORDA",))
    copy = article("c", *WIRE, outlet="The Pellin Post", credited=("NORDA",))
    (found,) = find_copies([copy, wire])
    assert (found.copy, found.why) == ("c", "it credits NORDA")


def test_recycled_background_is_no_copy():
    one = article("a", *WIRE, *BACKGROUND, day=MONDAY)
    two = article("b", *OTHER, *BACKGROUND, day=TUESDAY)
    assert find_copies([one, two]) == ()


def test_a_public_quotation_alone_is_no_copy():
    said = '"We will sign no paper that nobody has read to us. Give us a week and we will answer it," she said.'
    one = article("a", WIRE[0], said, WIRE[1], day=MONDAY)
    two = article("b", OTHER[0], said, OTHER[1], day=TUESDAY)
    assert find_copies([one, two]) == ()


def test_a_footer_that_many_share_joins_nothing():
    footer = "Read more of our news every day. Write to the editors with what you have seen, and they will answer you."
    many = [
        article(f"a{n}", f"Story number {chr(97 + n % 26) * 5} {n} tells of a thing no other tells of at all.", footer)
        for n in range(60)
    ]
    assert find_copies(many) == ()


def test_every_order_of_arrival_gives_the_same():
    articles = [
        article("w", *WIRE, outlet="NORDA", day=MONDAY),
        article("c", *WIRE, day=TUESDAY),
        article("d", *WIRE[:3]),
        article("o", *OTHER, day=TUESDAY),
    ]
    results = {compare(order) for order in permutations(articles)}
    assert len(results) == 1
    origins = next(iter(results)).origins
    assert [origin.articles for origin in origins if origin.name == "NORDA"] == [("c", "d", "w")]


@given(st.lists(st.text(max_size=80), max_size=4), st.lists(st.text(max_size=80), max_size=4))
def test_any_text_compares_and_passages_lie_inside(one: list[str], two: list[str]):
    articles = {"a": article("a", *one), "b": article("b", *two)}
    for copy in find_copies(articles.values()):
        for passage in copy.passages:
            assert 0 <= passage.copied.start < passage.copied.end <= len(articles[copy.copy].text)
            assert 0 <= passage.source.start < passage.source.end <= len(articles[copy.original].text)
