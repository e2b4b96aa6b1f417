"""Interviews and transcripts: who says which turn."""

from tests.extraction.reading import statements, triples


def test_turns_of_a_transcript() -> None:
    found = triples("ROE: We go on with the work.\nLEE: We do not believe it.")
    assert found == [("ROE", ":", "We go on with the work"), ("LEE", ":", "We do not believe it")]


def test_turns_begin_where_a_paragraph_has_gone_on_before() -> None:
    found = triples("Ada Roe spoke at noon. Q: Will it hold? Roe: It will. Q: For long? Roe: For a year.")
    assert [(source, content) for source, _, content in found] == [("Roe", "It will"), ("Roe", "For a year")]


def test_turns_by_a_name_and_inside_a_paragraph() -> None:
    named = triples("Q: Will it hold?\nBrand: It will hold.\nQ: For long?\nBrand: For a year.")
    assert [(source, content) for source, _, content in named] == [("Brand", "It will hold"), ("Brand", "For a year")]
    assert triples("Q: Will it hold? A: It will. Q: For long? A: For a year.") == [
        ("", "", "It will"),
        ("", "", "For a year"),
    ]


def test_stray_marks_and_notes_of_a_transcript_are_nobodys() -> None:
    found = statements('"COLE: Will you come?\n"MOSS: I will come at noon.\n"COLE: Alone?\n"(LAUGHTER.)')
    assert [words for _, words in found] == ["I will come at noon"]


def test_answers_name_nobody_and_questions_are_none() -> None:
    assert triples("Q: Will the dam hold?\nA: It will hold for a year.") == [("", "", "It will hold for a year")]


def test_an_interviewer_who_is_named_makes_no_statement() -> None:
    found = statements(
        "The Post: Will the dam hold?\nAda Roe: It will hold for a year.\n"
        "The Post: How long will you wait for the council?\nAda Roe: Until the end of May, and not a day longer."
    )
    assert [words for _, words in found] == ["It will hold for a year", "Until the end of May, and not a day longer"]
