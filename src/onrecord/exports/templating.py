"""How a page of one self-contained file is made: what it is given is escaped, and a name it doesn't know is an error.

``head.html`` opens every such page: nothing is fetched and no script runs, whatever a page's words hold.
"""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template


def template(name: str) -> Template:
    """The template ``templates/NAME``."""
    return _environment().get_template(name)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("onrecord.exports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
