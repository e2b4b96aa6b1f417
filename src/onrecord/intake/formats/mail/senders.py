"""Who a mail is from: an outlet, or a person."""

from __future__ import annotations

import re

from onrecord.intake.formats.feeds.entry import name_of
from onrecord.intake.formats.feeds.outlets import outlet_of
from onrecord.languages import table

_LIST_NAME = re.compile(r"^\s{0,9}\"?([^\"<>]{2,200}?)\"?\s{0,9}<")
_SENDER = re.compile(r"\s{0,9}\"?([^\"<>]{0,200}?)\"?\s{0,9}<([^<>\s]{1,300})>")
_LONGEST = 300  # characters
_BETWEEN = re.compile(r"[._+-]")


def sender_of(fields: dict[str, str]) -> tuple[str | None, str | None]:
    """The outlet and the author that a mail's head names; None where it is not plain to see.

    A list's name is its outlet's. A sender's is where its address bears it out, or names no person (``press@…``).
    """
    sender = _SENDER.match(fields.get("from", ""))
    name, address = sender.groups() if sender else (fields.get("from", "")[:_LONGEST], "")
    listed = _LIST_NAME.match(fields.get("list-id", ""))
    shown = name_of(name) if name and "@" not in name else None
    if listed and any(map(str.isalpha, listed[1])) and " " in listed[1].strip():
        outlet = listed[1].strip()
        return outlet, shown if shown and shown != outlet and _is_person(address) else None
    if shown is None:
        return None, None
    outlet_borne_out = outlet_of(shown, f"https://{_site(address)}/")
    if outlet_borne_out or not _is_person(address):
        return outlet_borne_out or shown, None
    return None, shown


def _site(address: str) -> str:
    """The domain without what mail is sent from (``mail.tolburpost.example``)."""
    labels = address.rpartition("@")[2].lower().split(".")
    return ".".join(labels[-2:] if len(labels) > 2 and len(labels[-2]) > 3 else labels[-3:])


def _is_person(address: str) -> bool:
    local = address.partition("@")[0].lower()
    bodies = frozenset(table("any", "mails")["bodies"])
    return bool(local) and local not in bodies and bodies.isdisjoint(_BETWEEN.split(local))
