"""The table of units says what a unit library says, and money is written in codes."""

from __future__ import annotations

from typing import Final

import pint
import pytest

from onrecord.resolution.figures.lexicon import WORDS
from onrecord.resolution.figures.tokens import tokens_of
from onrecord.resolution.figures.units import is_duration, money_before, percent_before, unit_after

REGISTRY: Final[pint.UnitRegistry[float]] = pint.UnitRegistry()
OTHERWISE: Final = {
    "°C": "degC",
    "°F": "degF",
    "pound (mass)": "pound",
    "mile per gallon": "mile/gallon",
    "barrel per day": "oil_barrel/day",
    "pound-foot": "foot*force_pound",
    "metric horsepower": "metric_horsepower",
    "barrel": "oil_barrel",
    "fluid ounce": "fluid_ounce",
    "square mile": "mile**2",
    "square foot": "foot**2",
    "cubic foot": "foot**3",
    "cubic yard": "yard**3",
    "nautical mile": "nautical_mile",
    "km²": "km**2",
    "m²": "m**2",
    "m³": "m**3",
    "km³": "km**3",
    "A/cm²": "A/cm**2",
    "N·m": "N*m",
}
"""How pint writes what the table writes as people do."""
NO_UNITS: Final = {"percentage point", "basis point", "ppb", "penny"}
"""pint has none of these."""
OURS: Final = {
    "barrel": "oil is meant, not dry goods",
    "barrels": "oil is meant, not dry goods",
    "barrels per day": "oil is meant, not dry goods",
    "kilos": "kilograms, not kiloseconds",
    "amps": "amperes, not attometres per second",
    "degrees celsius": "a temperature, not an angle times one",
    "degrees centigrade": "a temperature, not an angle times one",
    "degrees fahrenheit": "a temperature, not an angle times one",
}
"""Where pint takes a word for something else than news mean by it."""


def of_pint(name: str) -> pint.Unit | None:
    for written in (name, name.replace(" ", "_"), name.replace(" per ", "/").replace(" ", "_")):
        try:
            return REGISTRY.parse_units(written)
        except (pint.errors.PintError, pint.errors.DefinitionSyntaxError, ValueError, TypeError):
            continue
    return None


NAMES: Final = [(name, unit) for name, unit in WORDS["units"].items() if len(name) > 3 and unit and name not in OURS]


def test_pint_knows_every_unit() -> None:
    units = {unit for unit in (*WORDS["units"].values(), *WORDS["sharp_units"].values()) if unit} - NO_UNITS
    assert [unit for unit in sorted(units) if of_pint(OTHERWISE.get(unit, unit)) is None] == []


def test_each_name_is_the_unit_that_pint_takes_it_for() -> None:
    compared = 0
    for name, unit in NAMES:
        theirs, ours = of_pint(name), of_pint(OTHERWISE.get(unit, unit))
        if theirs is None or ours is None:
            continue
        compared += 1
        one, other = (REGISTRY.Quantity(1, each).to_base_units() for each in (theirs, ours))
        assert one.units == other.units, name
        assert one.magnitude == pytest.approx(other.magnitude), name
    assert compared > 0.6 * len(NAMES)


def test_money_is_in_codes_or_says_less() -> None:
    shared = {"cent", "penny", "crown", "franc", "dinar", "sen", "toman"}
    codes = {*WORDS["money_before"].values(), *WORDS["money_after"].values()} - shared
    assert all(len(code) == 3 and code.isupper() for code in codes)


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("$5", "USD"),
        ("US $5", "USD"),
        ("A$5", "AUD"),
        ("A $5", "USD"),
        ("EUR 5", "EUR"),
        ("€5", "EUR"),
        ("us 5", None),
        ("US 5", None),
    ],
)
def test_money_before_a_number(text: str, money: str | None) -> None:
    tokens = tokens_of(text, 0, len(text))
    found = money_before(tokens, len(tokens) - 1)
    assert (found and found[0]) == money


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("5 m", "m"),
        ("5 m/s", "m/s"),
        ("5 barrels a day", "barrel per day"),
        ("5 barrel bombs", None),
        ("5-mile", "mile"),
        ("5 men", None),
        ("5 %", "percent"),
        ("5 km ago", "km"),
        ("5 F-15", None),
        ("5 F", "°F"),
    ],
)
def test_a_unit_after_a_number(text: str, unit: str | None) -> None:
    found = unit_after(tokens_of(text, 0, len(text)), 1)
    assert (found and found[0]) == unit


def test_a_percent_sign_before_a_number() -> None:
    assert percent_before(tokens_of("%50", 0, 3), 1)
    assert not percent_before(tokens_of("30%50", 0, 5), 2)


def test_lengths_of_time() -> None:
    assert is_duration("weeks")
    assert not is_duration("weekly")
