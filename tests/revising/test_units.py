from __future__ import annotations

from onrecord.revising.units import quotations, unit_at, units

from .builder import article


def test_sentences_end_where_they_end():
    found = units(article("Dr. Ada Fenn came at 4 p.m. on Monday. “It is late,” she said. “Go on.” Nobody did."))
    assert [unit.text for unit in found[1:]] == [
        "Dr. Ada Fenn came at 4 p.m. on Monday.", "“It is late,” she said.", "“Go on.”", "Nobody did.",
    ]  # fmt: skip


def test_each_unit_is_found_by_its_place():
    state = article()
    found = units(state)
    for number, unit in enumerate(found):
        assert state[unit.span] == unit.text
        assert unit_at(found, unit.span.start) == number == unit_at(found, unit.span.end - 1)


def test_two_words_in_quotation_marks_are_no_quotation():
    assert quotations("The “ghost ship” lay there.") == ()
    assert len(quotations("“The ship lay there,” she said, “and nobody went.”")) == 2
