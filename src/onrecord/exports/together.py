"""What articles say together, for a terminal: copies and origins, events that move, figures that conflict."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.exports import wording
from onrecord.model import Article, Copy, Entry, FigureQuestion, Lineage, Origin

STEPS = {
    "set": "set for",
    "confirmed": "confirmed for",
    "moved": "moved to",
    "denied": "denied",
    "cancelled": "cancelled",
    "reported_done": "reported done",
}


def lineage(event: Lineage, statement: Callable[[str], Entry]) -> RenderableType:
    """One event and each word on it, in order; ``statement`` finds an entry by its id."""
    lines: list[RenderableType] = []
    for step in event.steps:
        said = statement(step.statement)
        when = wording.days(step.earliest, step.latest)
        lines.append(
            Text.assemble(
                (f"  {STEPS[step.step]} ", "yellow"),
                (when, "bold yellow"),
                f"{' – ' if when else '– '}{wording.who(said.statement.speaker)}, in {name(said.article)}",
            )
        )
        lines.append(Padding(Text(said.words, style="dim"), (0, 0, 0, 6), expand=False))
    return Group(Text(event.event, style="bold"), *lines)


def origins(found: Sequence[Origin], articles: Mapping[str, Article]) -> RenderableType:
    """Each origin that more than one article goes back to, with them."""
    return Group(*(line for origin in found if len(origin.articles) > 1 for line in _origin(origin, articles)))


def _origin(origin: Origin, articles: Mapping[str, Article]) -> Iterator[RenderableType]:
    count = len(origin.articles)
    yield Text.assemble((origin.name, "bold"), f"  {count} articles, one origin", style="")
    for id in origin.articles:
        yield Text(f"  {name(articles[id])}")
    yield Text(f"  {origin.why}", style="dim")


def copies(found: Sequence[Copy], articles: Mapping[str, Article]) -> RenderableType:
    """Which article copies which, and how much of it."""
    return Group(
        *(
            Text.assemble(
                f"  {name(articles[each.copy])} ",
                (f"{each.containment:.0%} from ", "yellow"),
                name(articles[each.original]),
                (f"  {each.why}", "dim"),
            )
            for each in found
        )
    )


def question(asked: FigureQuestion, articles: Mapping[str, Article]) -> RenderableType:
    """One question with every figure that answers it, and which of them conflict."""
    at_odds = {position for pair in asked.conflicts for position in pair}
    lines = [
        Text.assemble(
            "  ",
            (f"{wording.figure(cited.figure):<24}", "bold red" if position in at_odds else "bold"),
            f" {cited.speaker or 'speaker not known'} {cited.stance}",
            (
                f"  {wording.one_day(cited.said) if cited.said else 'day not known'}, {name(articles[cited.article])}",
                "dim",
            ),
        )
        for position, cited in enumerate(asked.figures)
    ]
    pairs = (" and ".join(wording.figure(asked.figures[at].figure) for at in pair) for pair in asked.conflicts)
    note = f"  in conflict: {'; '.join(dict.fromkeys(pairs))}" if at_odds else "  no conflict"
    return Group(Text(asked.question, style="bold"), *lines, Text(note, style="red" if at_odds else "dim"))


def name(article: Article) -> str:
    """An article in a line: its title and outlet."""
    return f"“{wording.title(article)}”" + (f" ({article.outlet})" if article.outlet else "")
