"""Time: grammar, Moment arithmetic, due windows, and the weighing of date candidates. Pure."""

from onrecord.moments.resolving import redated, resolve_due, resolve_said
from onrecord.moments.said import find_said
from onrecord.moments.timex import times
from onrecord.moments.weighing import weigh
from onrecord.moments.windows import windows

__all__ = ["find_said", "redated", "resolve_due", "resolve_said", "times", "weigh", "windows"]
