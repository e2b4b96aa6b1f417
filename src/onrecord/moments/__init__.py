"""Time: grammar, Moment arithmetic, due windows, and the weighing of date candidates. Pure."""

from onrecord.moments.resolving import resolve_due, resolve_said
from onrecord.moments.weighing import weigh

__all__ = ["resolve_due", "resolve_said", "weigh"]
