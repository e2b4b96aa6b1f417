"""Figures as a line names them: ``23 → 32 people``, ``80 million → 800 million``."""

from __future__ import annotations

from onrecord.model import Figure

_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def value(figure: Figure) -> tuple[float | None, float | None, bool]:
    """What has to differ for a figure to be another one."""
    return figure.low, figure.high, figure.approximate


def named(before: Figure, after: Figure) -> str:
    """An altered figure, with what it counts."""
    what = after.noun or after.unit or ""
    return f"{_amount(before)} → {_amount(after)} {'%' if what == 'percent' else what}".strip()


def _amount(figure: Figure) -> str:
    low, high = figure.low, figure.high
    if low is not None and high is not None:
        amount = _number(low) if low == high else f"{_number(low)} to {_number(high)}"
        return f"about {amount}" if figure.approximate else amount
    if low is not None:
        return f"at least {_number(low)}"
    return f"up to {_number(high)}" if high is not None else "an unknown number"


def _number(value: float) -> str:
    for size, name in _LARGE:
        if abs(value) >= size and float(f"{value / size:.6g}") * size == value:
            return f"{value / size:.6g} {name}"
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.6g}"
