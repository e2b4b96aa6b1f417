"""Pages gathered from files, addresses and what they list: fetched where they have to be, each accounted for once."""

from onrecord.pipeline.gathering.gathering import Gathering, current_time
from onrecord.pipeline.gathering.order import Named, Order, Passed, is_web_address

__all__ = ["Gathering", "Named", "Order", "Passed", "current_time", "is_web_address"]
