"""Ten sentences and more of every kind that figures come in, each with all its figures."""

from __future__ import annotations

from typing import Any, Final

import pytest

from onrecord.model import Figure
from onrecord.resolution.figures import find

ABOUT: Final = True
"""The figure is approximate."""


def short(figure: Figure) -> tuple[Any, ...]:
    """What the tables below write of a figure."""
    low, high = (None if end is None else pytest.approx(end) for end in (figure.low, figure.high))
    return low, high, figure.unit or figure.noun, figure.approximate


def filled(expected: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [(low, high, what, bool(more)) for low, high, what, *more in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill hired 1,204 women.", [(1_204, 1_204, "women")]),
        ("Some forty-two carts burned.", [(42, 42, "carts", ABOUT)]),
        ("Two hundred and six sailors drowned.", [(206, 206, "sailors")]),
        ("They lost 3.5 million sheaves.", [(3_500_000, 3_500_000, "sheaves")]),
        ("It has one thousand two hundred looms.", [(1_200, 1_200, "looms")]),
        ("A hundred men marched.", [(100, 100, "men")]),
        ("A hundred and one men marched.", [(101, 101, "men")]),
        ("They shipped 12 thousand crates.", [(12_000, 12_000, "crates")]),
        ("Nineteen hundred men came.", [(1_900, 1_900, "men")]),
        ("They counted 7,5 million votes.", [(7_500_000, 7_500_000, "votes")]),
        ("Twelve of the looms burned.", [(12, 12, "looms")]),
        ("The first three boats and the fifth cart sank.", [(3, 3, "boats")]),
        ("It was his fourth win and her 21st.", []),
        ("The third of the brothers left with two dogs.", [(2, 2, "dogs")]),
    ],
)
def test_numbers(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert [short(figure) for figure in find(text)] == filled(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor paid $2.5bn.", [(2_500_000_000, 2_500_000_000, "USD")]),
        ("It costs €450m a year.", [(450_000_000, 450_000_000, "EUR per year")]),
        ("A fine of £3 million was set.", [(3_000_000, 3_000_000, "GBP")]),
        ("They stole 40,000 euros.", [(40_000, 40_000, "EUR")]),
        ("It raised US$1.2 million.", [(1_200_000, 1_200_000, "USD")]),
        ("It sold for ¥300.", [(300, 300, "JPY")]),
        ("They lent 20 billion roubles.", [(20_000_000_000, 20_000_000_000, "RUB")]),
        ("The loan was worth nearly $7 trillion.", [(7_000_000_000_000, 7_000_000_000_000, "USD", ABOUT)]),
        ("They want half a million dollars.", [(500_000, 500_000, "USD")]),
        ("A $30 ticket was sold.", [(30, 30, "USD")]),
        ("A 5-million-euro bridge fell.", [(5_000_000, 5_000_000, "EUR")]),
        ("Bread costs 50 cents.", [(50, 50, "cent")]),
        ("It owes Rs 500 crore.", [(5_000_000_000, 5_000_000_000, "INR")]),
        ("It paid 3m euros.", [(3_000_000, 3_000_000, "EUR")]),
        ("It spent 1.5 billion US dollars.", [(1_500_000_000, 1_500_000_000, "USD")]),
        ("They paid USD 40 million.", [(40_000_000, 40_000_000, "USD")]),
        ("They paid 40 million USD.", [(40_000_000, 40_000_000, "USD")]),
        ("They got EUR 3,50.", [(3.5, 3.5, "EUR")]),
        ("They want between $2 million and $3 million.", [(2_000_000, 3_000_000, "USD")]),
        ("They want $2-3 million.", [(2_000_000, 3_000_000, "USD")]),
        ("They want $2m-$3m.", [(2_000_000, 3_000_000, "USD")]),
    ],
)
def test_money(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert [short(figure) for figure in find(text)] == filled(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turnout was 61.4%.", [(61.4, 61.4, "percent")]),
        ("Some 19 per cent of farmers left.", [(19, 19, "percent", ABOUT)]),
        ("Sixty-two percent agreed.", [(62, 62, "percent")]),
        ("Prices rose 5 percentage points.", [(5, 5, "percentage point")]),
        ("The rate was cut by 25 basis points.", [(25, 25, "basis point")]),
        ("Between 10 and 15 percent voted no.", [(10, 15, "percent")]),
        ("A 3 percent levy was set.", [(3, 3, "percent")]),
        ("A 3-percent levy was set.", [(3, 3, "percent")]),
        ("It fell 0.5 pct.", [(0.5, 0.5, "percent")]),
        ("It was up 4.5 points.", [(4.5, 4.5, "points")]),
        ("Less than 1% of the flour was spoiled.", [(None, 1, "percent")]),
        ("Support stands at 30%-35%.", [(30, 35, "percent")]),
    ],
)
def test_percentages_and_points(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert [short(figure) for figure in find(text)] == filled(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A third of the town fled.", [(1 / 3, 1 / 3, "town")]),
        ("Two thirds of voters agreed.", [(2 / 3, 2 / 3, "voters")]),
        ("One in five farms failed.", [(0.2, 0.2, "farms")]),
        ("Nine out of ten looms stopped.", [(0.9, 0.9, "looms")]),
        ("Three quarters of the flour rotted.", [(0.75, 0.75, "flour")]),
        ("Half of the boats sank.", [(0.5, 0.5, "boats")]),
        ("Half the boats sank.", [(0.5, 0.5, "boats")]),
        ("More than half of the boats sank.", [(0.5, None, "boats")]),
        ("Nearly a quarter of the guild voted no.", [(0.25, 0.25, "guild", ABOUT)]),
        ("One-tenth of the crop was lost.", [(0.1, 0.1, "crop")]),
        ("At least two-fifths of the roofs leak.", [(0.4, None, "roofs")]),
        ("Four in ten millers quit.", [(0.4, 0.4, "millers")]),
        ("Seven of ten millers quit.", [(7, 7, "millers"), (10, 10, "millers")]),
        ("One out of every four boats sank.", [(0.25, 0.25, "boats")]),
        ("One in every four boats sank.", [(0.25, 0.25, "boats")]),
        ("Half its fleet was sold.", [(0.5, 0.5, "fleet")]),
    ],
)
def test_fractions(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert [short(figure) for figure in find(text)] == filled(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between 10 and 15 men hid.", [(10, 15, "men")]),
        ("From 20 to 30 carts burned.", [(20, 30, "carts")]),
        ("Some 3–5 boats sank.", [(3, 5, "boats", ABOUT)]),
        ("Two or three boats sank.", [(2, 3, "boats")]),
        ("Five to six million sheep died.", [(5_000_000, 6_000_000, "sheep")]),
        ("10,000 to 12,000 men marched.", [(10_000, 12_000, "men")]),
        ("Anywhere from 5 to 9 houses fell.", [(5, 9, "houses")]),
        ("They need 40-50 tons of flour.", [(40, 50, "ton")]),
        ("Two to three dozen men hid.", [(24, 36, "men")]),
        ("It holds 100 or 200 men.", [(100, 200, "men")]),
        ("At least 10 to 12 men hid.", [(10, None, "men")]),
        ("Estimates range from 300 to 400 dead.", [(300, 400, "dead")]),
        ("Between 5 percent and 10 percent of men left.", [(5, 10, "percent")]),
    ],
)
def test_ranges(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert [short(figure) for figure in find(text)] == filled(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 58 men died.", [(58, None, "men")]),
        ("No fewer than 58 men died.", [(58, None, "men")]),
        ("Up to 58 men died.", [(None, 58, "men")]),
        ("As many as 58 men died.", [(None, 58, "men")]),
        ("More than 58 men died.", [(58, None, "men")]),
        ("Fewer than 58 men died.", [(None, 58, "men")]),
        ("Not more than 58 men died.", [(None, 58, "men")]),
        ("A minimum of 58 men died.", [(58, None, "men")]),
        ("Over 58 men died.", [(58, None, "men")]),
        ("58 men at least died.", [(58, None, "men")]),
        ("58 or more men died.", [(58, None, "men")]),
        ("58-plus men died.", [(58, None, "men")]),
        ("58+ men died.", [(58, None, "men")]),
        ("More than fifty men died.", [(50, None, "men")]),
        ("Upwards of 58 men died.", [(58, None, "men")]),
        ("No less than 58 men died.", [(58, None, "men")]),
        ("A maximum of 58 men may enter.", [(None, 58, "men")]),
        ("Just under 58 men died.", [(None, 58, "men", ABOUT)]),
        ("As few as 58 men died.", [(58, None, "men")]),
        ("A toll of at least 58 was given.", [(58, None, None)]),
        ("They lost as much as 58 tons.", [(None, 58, "ton")]),
        ("The dead number more than 58.", [(58, None, None)]),
    ],
)
def test_bounds(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert [short(figure) for figure in find(text)] == filled(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 40 men died.", [(40, 40, "men", ABOUT)]),
        ("Around 40 men died.", [(40, 40, "men", ABOUT)]),
        ("Roughly 40 men died.", [(40, 40, "men", ABOUT)]),
        ("Approximately 40 men died.", [(40, 40, "men", ABOUT)]),
        ("Nearly 40 men died.", [(40, 40, "men", ABOUT)]),
        ("Almost 40 men died.", [(40, 40, "men", ABOUT)]),
        ("Close to 40 men died.", [(40, 40, "men", ABOUT)]),
        ("An estimated 40 men died.", [(40, 40, "men", ABOUT)]),
        ("40 or so men died.", [(40, 40, "men", ABOUT)]),
        ("40-odd men died.", [(40, 40, "men", ABOUT)]),
        ("More or less 40 men died.", [(40, 40, "men", ABOUT)]),
        ("Some 40 men died.", [(40, 40, "men", ABOUT)]),
        ("~40 men died.", [(40, 40, "men", ABOUT)]),
        ("Perhaps 40 men died.", [(40, 40, "men", ABOUT)]),
        ("c. 40 men died.", [(40, 40, "men", ABOUT)]),
        ("40 men or so died.", [(40, 40, "men", ABOUT)]),
    ],
)
def test_approximations(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert [short(figure) for figure in find(text)] == filled(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dozens of men died.", [(24, None, "men", ABOUT)]),
        ("Dozens died.", [(24, None, None, ABOUT)]),
        ("Scores of carts burned.", [(40, None, "carts", ABOUT)]),
        ("Hundreds of men died.", [(200, None, "men", ABOUT)]),
        ("Hundreds fled.", [(200, None, None, ABOUT)]),
        ("Thousands of men fled.", [(2_000, None, "men", ABOUT)]),
        ("Tens of thousands of men fled.", [(20_000, None, "men", ABOUT)]),
        ("Tens of thousands fled.", [(20_000, None, None, ABOUT)]),
        ("Hundreds of thousands of men fled.", [(200_000, None, "men", ABOUT)]),
        ("Millions of sheaves rotted.", [(2_000_000, None, "sheaves", ABOUT)]),
        ("A dozen men died.", [(12, 12, "men")]),
        ("Two dozen men died.", [(24, 24, "men")]),
        ("Half a dozen men died.", [(6, 6, "men")]),
        ("Half a million men died.", [(500_000, 500_000, "men")]),
        ("A half-million men died.", [(500_000, 500_000, "men")]),
        ("A handful of men died.", [(3, 5, "men", ABOUT)]),
        ("Several dozen men died.", [(36, 84, "men", ABOUT)]),
        ("A few thousand men died.", [(3_000, 5_000, "men", ABOUT)]),
        ("Several thousands of men died.", [(3_000, 7_000, "men", ABOUT)]),
        ("A couple hundred men died.", [(200, 200, "men", ABOUT)]),
        ("A couple of dozen men died.", [(24, 24, "men", ABOUT)]),
        ("Dozens more died.", [(24, None, None, ABOUT)]),
        ("More than a dozen men died.", [(12, None, "men")]),
        ("Tens of men died.", [(20, None, "men", ABOUT)]),
        ("Many dozens of men died.", [(24, None, "men", ABOUT)]),
        ("A few dozen men died.", [(36, 60, "men", ABOUT)]),
        ("One and a half million men left.", [(1_500_000, 1_500_000, "men")]),
        ("Quarter of a million men left.", [(250_000, 250_000, "men")]),
        ("A quarter of a million men left.", [(250_000, 250_000, "men")]),
        ("A score of men died.", [(20, 20, "men")]),
    ],
)
def test_vague_numbers(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert [short(figure) for figure in find(text)] == filled(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The road is 40 kilometres long.", [(40, 40, "km")]),
        ("The road is 40km long.", [(40, 40, "km")]),
        ("It weighs 3 tonnes.", [(3, 3, "tonne")]),
        ("They burned 20 hectares.", [(20, 20, "ha")]),
        ("They pumped 300 litres.", [(300, 300, "l")]),
        ("It holds 5 square kilometres.", [(5, 5, "km²")]),
        ("It flew at 140 km/h.", [(140, 140, "km/h")]),
        ("It was 30 degrees.", [(30, 30, "degree")]),
        ("It made 20 megawatts.", [(20, 20, "MW")]),
        ("They sold 5 million barrels of oil.", [(5_000_000, 5_000_000, "barrel")]),
        ("It stands 6 feet tall.", [(6, 6, "foot")]),
        ("They seized 12 kilos of saffron.", [(12, 12, "kg")]),
        ("A 40-mile road was built.", [(40, 40, "mile")]),
        ("A 5 km2 field burned.", [(5, 5, "km²")]),
        ("It is 3,000 sq. ft.", [(3_000, 3_000, "square foot")]),
        ("It emits 20 million tonnes of CO2.", [(20_000_000, 20_000_000, "tonne")]),
        ("It made 30 gigawatt-hours.", [(30, 30, "GWh")]),
        ("It made 30 GWh.", [(30, 30, "GWh")]),
        ("It made 30 TWh.", [(30, 30, "TWh")]),
        ("It stored 5 terajoules.", [(5, 5, "TJ")]),
        ("It is 15 centimeters deep.", [(15, 15, "cm")]),
        ("It is 2.5 million cubic metres.", [(2_500_000, 2_500_000, "m³")]),
        ("Uranium of 3.67 percent, 300 kg of it.", [(3.67, 3.67, "percent"), (300, 300, "kg")]),
    ],
)
def test_units(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert [short(figure) for figure in find(text)] == filled(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They pump 20 barrels per day.", [(20, 20, "barrel per day")]),
        ("They pump 2.7 million barrels a day.", [(2_700_000, 2_700_000, "barrel per day")]),
        ("Some 40 people a day flee.", [(40, 40, "people", ABOUT)]),
        ("It costs $58 per barrel.", [(58, 58, "USD per barrel")]),
        ("It costs $58 a barrel.", [(58, 58, "USD per barrel")]),
        ("It loses €3 million every month.", [(3_000_000, 3_000_000, "EUR per month")]),
        ("They die at 30 per day.", [(30, 30, None)]),
        ("20 carts per hour pass.", [(20, 20, "carts")]),
        ("It fell 3 mm a year.", [(3, 3, "mm per year")]),
        ("The wage is $7.25 an hour.", [(7.25, 7.25, "USD per hour")]),
    ],
)
def test_rates(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert [short(figure) for figure in find(text)] == filled(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll rose to 300.", [(300, 300, None, "rose")]),
        ("The toll rose from 200 to 300.", [(200, 200, None, "rose"), (300, 300, None, "rose from 200")]),
        ("Prices rose 5 % to 300 crowns.", [(5, 5, "percent", "rose"), (300, 300, "crown", "rose 5 %")]),
        ("The toll doubled to 40.", [(40, 40, None, "doubled")]),
        ("The toll has climbed to at least 40.", [(40, None, None, "climbed")]),
        ("The guild cut 30 jobs.", [(30, 30, "jobs", "cut")]),
        ("The number of wounded fell by 12.", [(12, 12, "wounded", "fell")]),
        ("Exports increased by 20 percent.", [(20, 20, "percent", "increased")]),
        (
            "Exports dropped 20 percent to 5 tons.",
            [(20, 20, "percent", "dropped"), (5, 5, "ton", "dropped 20 percent")],
        ),
        ("Bread was up 3 percent.", [(3, 3, "percent", "up")]),
        ("It raised the toll to 40.", [(40, 40, None, "raised")]),
        ("The fleet was halved to 20 boats.", [(20, 20, "boats", "halved")]),
        ("Output tripled.", []),
        ("It brought the toll to 40.", [(40, 40, None)]),
        ("A rise of 5 percent was seen.", [(5, 5, "percent", "rise")]),
        ("A 5 percent rise was seen.", [(5, 5, "percent", "rise")]),
        ("A 5 % drop in prices came.", [(5, 5, "percent", "drop")]),
    ],
)
def test_changes(text: str, expected: list[tuple[Any, ...]]) -> None:
    found = [(f.low, f.high, f.unit or f.noun, *([f.change] if f.change else [])) for f in find(text)]
    assert found == [tuple(e for e in each if e is not ABOUT) for each in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2015 he left.", []),
        ("They met at 10:12.", []),
        ("A Boeing 737 landed.", []),
        ("Article 5 was cited.", []),
        ("Call 555-123-4567 now.", []),
        ("Call +44 20 7946 0958.", []),
        ("The 34-year-old fled.", []),
        ("Ostrel won 3-1.", []),
        ("Ostrel won by 3 goals to 1.", [(3, 3, "goals"), (1, 1, None)]),
        ("The score was 98-2.", []),
        ("Highway 5 is shut.", []),
        ("Resolution 2254 passed.", []),
        ("The G7 met.", []),
        ("Apollo 11 flew.", []),
        ("On May 19 he left.", []),
        ("On 19 May he left.", []),
        ("By the 1990s it was gone.", []),
        ("A 4G phone rang.", []),
        ("Windows 10 crashed.", []),
        ("They live at 12 Ostrel Street.", []),
        ("Room 12 burned.", []),
        ("He is 86.", []),
        ("He died aged 86.", []),
        ("He died at 86.", []),
        ("At the age of 86 he died.", []),
        ("The 9/11 raids.", []),
        ("Psalm 23 was read.", []),
        ("Version 2.0 came.", []),
        ("Route 66 is long.", []),
        ("The Su-24 fell.", []),
        ("An S-300 was sold.", []),
        ("UN Security Council Resolution 1701 held.", []),
        ("The bill passed 344 to 81.", []),
        ("It was noon in UTC+3 zones.", []),
        ("It was 5 a.m.", []),
        ("It was 17:00 GMT.", []),
        ("At 1700 hours they met.", []),
        ("In the 18th century it fell.", []),
        ("One day he left.", []),
        ("No. 3 burned.", []),
        ("Number 3 burned.", []),
        ("He was number one.", []),
        ("World War II and World War One ended.", []),
        ("Chapter VII was cited.", []),
        ("It is 50-50.", []),
        ("He has two left feet and 20/20 sight.", [(2, 2, "feet")]),
        ("The two sides met.", []),
        ("They came in ones and twos.", []),
        ("Catch-22 was read.", []),
        ("The 2019-20 season ended.", []),
        ("In 2017/18 it fell.", []),
        ("The year 2019 was bad.", []),
        ("Fiscal 2019 was bad.", []),
        ("It opened in March 2019 with 40 men.", [(40, 40, "men")]),
        ("ISO 9001 was met.", []),
        ("Postcode 75001 burned.", []),
        ("At 35.6N, 51.4E it sank.", []),
        ("Sections 3 and 4 were cut.", []),
        ("Articles 5, 6 and 7 were cut.", []),
        ("Between 2015 and 2017 it fell.", []),
        ("From 1997 to 2005 he ruled.", []),
        ("They met on 3/4/2019.", []),
        ("They met on 2019-03-04.", []),
        ("They met on 12.05.2017.", []),
        ("They met at 8 o'clock.", []),
    ],
)
def test_lookalikes_beside_others(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert [short(figure) for figure in find(text)] == filled(expected)
