"""Small pages about an invented town, for tests of what the pipeline does with pages."""

from onrecord.model import Page

BODY = """The river wall at Dunmere will be finished by the end of the month, Mayor Tilda Rask said on Monday.

"We have the stone, and we have the people," Rask told a meeting in the town hall. "The wall will stand
before the autumn floods."

Harbour master Olin Brandt said that the work was a month late. He did not give a reason for the delay.
"""


def text_page(body: str = BODY, *, title: str = "Dunmere river wall nearly done", name: str = "wall.txt") -> Page:
    return Page(data=f"{title}\n\n{body}".encode(), name=name, format="text")
