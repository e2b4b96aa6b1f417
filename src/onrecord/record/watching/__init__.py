"""What is to be fetched, what could not be, and what is watched: kept in the record, so that nothing is lost."""

from onrecord.record.watching.addresses import Address, Addresses, Wanted
from onrecord.record.watching.sources import Sources, Watched

__all__ = ["Address", "Addresses", "Sources", "Wanted", "Watched"]
