"""The table of ``docs/origin.md``: each line of the first page, what it asks, and what the program makes of it.

Of the page itself at most five words in a row are shown.
"""

from __future__ import annotations

from onrecord.exports import wording
from onrecord.model import Article, Reading, Span, Statement

SHOWN_WORDS = 3

TITLE_ASKS = (
    "Told as a statement of its own, with a body (a country) put for the person who spoke; the same forecast as below."
)
ASKS = (
    "A person quoted by one agency, that one quoted by another; a hope in another wording; a house label; a weekday.",
    "The wording that counts: the hope with its window; the editor's square brackets; the venue.",
    "A pronoun to be given its name; an indirect and a direct statement in one paragraph.",
    "A role to be given its name; an event with its place and a date that the editor put in brackets, without a year.",
    'Words before their cue: "he went on".',
    "Two figures for two populations, cited only to be doubted: never compared with each other.",
    "Two scraps of quotation inside an appeal.",
    'A statement joined by "adding that": what a body that he speaks for will do.',
)


def table(reading: Reading) -> str:
    """Markdown rows, the page's lines in order."""
    article = reading.article
    rows = ["| line of the page | what it asks | what the program makes of it |", "|---|---|---|"]
    rows.append(f"| the chrome around it | No statement, no date on its own. | {_chrome(article)} |")
    rows.append(f"| its date | Two clocks, both wrong, and a weekday that fits one by chance. | {_date(article)} |")
    rows.append(f"| headline | {TITLE_ASKS} | {_made(reading, article.title_span)} |")
    for number, (span, asks) in enumerate(zip(article.paragraphs, ASKS, strict=False), 1):
        rows.append(f"| paragraph {number} | {asks} | {_made(reading, span)} |")
    return "\n".join(rows) + "\n"


def _chrome(article: Article) -> str:
    return f"{len(article.chrome)} lines left out: " + "; ".join(sorted({part.reason for part in article.chrome}))


def _date(article: Article) -> str:
    candidates = ", ".join(f"`{each.value}` ({each.where})" for each in article.date.candidates)
    return f"{wording.story_date(article.date)}; candidates {candidates}"


def _made(reading: Reading, span: Span) -> str:
    numbers = {each.id: number for number, each in enumerate(reading.statements, 1)}
    found = [each for each in reading.statements if span.start <= each.content[0].start < span.end]
    return "<br>".join(_statement(reading.article, each, numbers) for each in found) or "no statement"


def _statement(article: Article, statement: Statement, numbers: dict[str, int]) -> str:
    words = " ".join(article[statement.content].split()[:SHOWN_WORDS])
    due = f"due `{statement.due.value}`" if statement.due else ""
    parts = (
        f"**{numbers[statement.id]}** “{words} …”",
        wording.who(statement.speaker),
        ", ".join(wording.tags(statement)),
        f"via {wording.via(statement.relay)}" if statement.relay else "",
        due,
        f"restates {numbers[statement.restates]}" if statement.restates else "",
        f"{len(statement.insertions)} insertion(s)" if statement.insertions else "",
        "; ".join(wording.figure(each) for each in statement.figures),
    )
    return " · ".join(filter(None, parts)).replace("|", "\\|")
