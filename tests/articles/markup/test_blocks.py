from __future__ import annotations

from onrecord.articles.markup.blocks import Block, blocks_of
from onrecord.articles.markup.tree import tree_of

PROSE = "The ferry to Tolbur runs again, its captain said at the pier, where many had come to see it. " * 3


def blocks(html: str) -> tuple[Block, ...]:
    tree = tree_of(f"<html><body>{html}</body></html>")
    assert tree is not None
    return blocks_of(tree)


def test_lines_are_what_a_reader_sees():
    seen = "<p>One <b>bold</b> word</p><div>Two<br>Three</div>"
    unseen = "<script>no</script><p hidden>no</p><p style='display: none'>no</p>"
    assert [block.words for block in blocks(seen + unseen)] == ["One bold word", "Two", "Three"]


def test_the_innermost_named_part_counts():
    html = f"<p>{PROSE}</p><footer>Rights <div class='shareButtons'>Share</div><nav>Home</nav></footer>"
    assert [block.reason for block in blocks(html)] == ["", "footer", "share buttons", "menu"]


def test_a_wrapper_that_holds_the_page_is_no_part_of_it():
    html = f"<div class='with-sidebar menu'><p>{PROSE}</p><nav>Home</nav></div>"
    assert [block.reason for block in blocks(html)] == ["", "menu"]


def test_what_a_page_marks_as_its_date():
    html = "<p>By Ilian <time datetime='2021-04-03'>3 April</time></p><p class='pub-date'>3 April</p><p>3 April</p>"
    assert [(block.machine_date, block.marked_date) for block in blocks(html)] == [
        ("2021-04-03", True),
        ("", True),
        ("", False),
    ]
