from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span, Statement
from onrecord.resolution import resolve

from ..builder import article, one, statement, told


def name(text: str, *parts: str) -> str | None:
    return one(text, *parts).speaker.name


def test_an_unnamed_source_is_anonymous_and_keeps_its_words() -> None:
    found = one("A diplomatic source said the talks failed.", "the talks failed", "A diplomatic source", "said").speaker
    assert (found.name, found.anonymous, found.description) == (None, True, "A diplomatic source")


def test_an_office_holder_named_nowhere_is_anonymous() -> None:
    found = one("The prime minister said no.", "no", "The prime minister", "said").speaker
    assert (found.name, found.anonymous) == (None, True)


def test_a_capital_keeps_the_name_that_the_article_gives() -> None:
    assert name("Oslo hopes the talks go on.", "the talks go on", "Oslo", "hopes") == "Oslo"


def test_a_country_has_its_fullest_name_in_the_article() -> None:
    text = "The U.S. said no. The United States of old said yes."
    assert name(text, "no", "The U.S.", "said") == "United States"
    assert name("The U.S. said no.", "no", "The U.S.", "said") == "U.S."


def test_an_office_keeps_its_own_name() -> None:
    assert name("The Kremlin denied it all.", "it all", "The Kremlin", "denied") == "Kremlin"


@pytest.mark.parametrize(
    ("source", "who", "role"),
    [
        ("Norvan Foreign Minister Karl Lund", "Karl Lund", "Norvan Foreign Minister"),
        ("Karl Lund, the head of the Norvan bank,", "Karl Lund", "head of the Norvan bank"),
        ("Norvania's foreign minister, Karl Lund,", "Karl Lund", "Norvania's foreign minister"),
        ("Mr. Karl Lund", "Karl Lund", None),
        ("Rep. Karl Lund (D-Ohio)", "Karl Lund", "Rep."),
        ("Total Chief Executive Officer Karl Lund", "Karl Lund", "Total Chief Executive Officer"),
    ],
)
def test_titles_are_no_part_of_a_name(source: str, who: str, role: str | None) -> None:
    found = one(f"{source} said it rains.", "it rains", source.rstrip(","), "said").speaker
    assert (found.name, found.role) == (who, role)


def test_the_object_of_a_preposition_did_not_speak() -> None:
    found = one(
        "A spokesman for President Karl Lund said no.", "no", "A spokesman for President Karl Lund", "said"
    ).speaker
    assert (found.name, found.anonymous) == (None, True)


def test_a_possessor_did_not_speak() -> None:
    assert name("Lund's spokeswoman Ida Holt said no.", "no", "Lund's spokeswoman Ida Holt", "said") == "Ida Holt"


def test_a_short_name_gets_its_fullest_form_even_from_behind() -> None:
    text = "Lund said it rains.\nThe president, Karl Emil Lund, left."
    assert name(text, "it rains", "Lund", "said") == "Karl Emil Lund"


def test_joint_speakers_are_both_named() -> None:
    text = "Karl Lund and Ida Holt said it rains."
    assert name(text, "it rains", "Karl Lund and Ida Holt", "said") == "Karl Lund and Ida Holt"


def test_pronouns_follow_gender_and_the_floor() -> None:
    text = (
        'Karl Lund said it rains. Ida Holt said it snows. She said it froze. He said it thawed. "It is dry," he added.'
    )
    found = told(
        text,
        ("it rains", "Karl Lund", "said"),
        ("it snows", "Ida Holt", "said@2"),
        ("it froze", "She", "said@3"),
        ("it thawed", "He", "said@4"),
        ('"It is dry,"', "he", "added"),
    )
    assert [s.speaker.name for s in found] == ["Karl Lund", "Ida Holt", "Ida Holt", "Karl Lund", "Karl Lund"]


def test_a_pronoun_that_could_be_two_abstains_and_gives_both() -> None:
    text = "The hall was full of guests of Karl Lund and of Otto Berg.\nIt rained.\nIt froze.\nIt thawed.\nHe said no."
    found = one(text, "no", "He", "said").speaker
    assert found.name is None
    assert set(found.alternatives) == {"Karl Lund", "Otto Berg"}


def test_he_is_nobody_where_nobody_is_named() -> None:
    found = one("It rained. He said no.", "no", "He", "said").speaker
    assert (found.name, found.alternatives) == (None, ())


def test_he_inside_what_somebody_says_is_the_speaker_unless_it_is_a_quotation() -> None:
    art = article('Karl Lund said he hoped it rains.\n"He hopes it snows," Otto Berg said.')
    outer = statement(art, "he hoped it rains", "Karl Lund", "said")
    inner = statement(art, "it rains", "he", "hoped", reported_in=outer.id)
    quoted = statement(art, '"He hopes it snows,"', "Otto Berg", "said@2")
    nested = statement(art, "it snows", "He", "hopes", reported_in=quoted.id)
    by_id = {s.id: s.speaker.name for s in resolve(art, [outer, inner, quoted, nested])}
    assert by_id[inner.id] == "Karl Lund"
    assert by_id[nested.id] != "Otto Berg"


def test_two_of_one_surname_are_told_apart_by_honorific_or_left_open() -> None:
    text = "Karl Lund and his wife Ida Lund came.\nMrs. Lund said it rains.\nLund said it snows."
    first, second = told(text, ("it rains", "Mrs. Lund", "said"), ("it snows", "Lund@4", "said@2"))
    assert first.speaker.name == "Ida Lund"
    assert second.speaker.name in (None, "Ida Lund")


@pytest.mark.parametrize("source", ["the minister", "the official", "the Norvanian politician"])
def test_a_description_means_the_only_one_whom_it_fits(source: str) -> None:
    text = f"Norvanian Foreign Minister Karl Lund met reporters. Ida Holt, a nurse, watched.\nIt rains, {source} said."
    assert name(text, "It rains", source, "said") == "Karl Lund"


def test_a_description_with_another_land_means_somebody_else() -> None:
    text = "Norvanian Foreign Minister Karl Lund met reporters.\nIt rains, the Swedish minister said."
    assert name(text, "It rains", "the Swedish minister", "said") is None


def test_his_lawyer_is_not_any_lawyer() -> None:
    text = "Karl Lund came. Ida Holt, a lawyer, watched.\nIt rains, his lawyer said."
    assert name(text, "It rains", "his lawyer", "said") is None


def test_the_ministry_goes_back_to_the_only_ministry() -> None:
    text = "The Ministry of Roads was closed. The ministry said it rains."
    assert name(text, "it rains", "The ministry", "said") == "Ministry of Roads"


def test_a_floating_quotation_belongs_to_the_speaker_in_force() -> None:
    first, second = told(
        'Karl Lund said it rains. "It never stops."',
        ("it rains", "Karl Lund", "said"),
        ('"It never stops."',),
    )
    assert second.speaker.name == first.speaker.name == "Karl Lund"


def test_a_passive_has_no_speaker() -> None:
    found = told(
        "Karl Lund said it rains. It was announced that it snows.",
        ("it rains", "Karl Lund", "said"),
        ("it snows", "", "was announced"),
    )
    assert found[1].speaker.name is None
    assert found[1].speaker.anonymous


def test_the_unnamed_spokesman_goes_on_as_he() -> None:
    text = "A spokesman for the Norvanian army denied it. He said that bandits were to blame."
    first, second = told(
        text, ("it", "A spokesman for the Norvanian army", "denied"), ("bandits were to blame", "He", "said")
    )
    assert second.speaker.description == first.speaker.description
    assert second.speaker.anonymous


def test_who_is_the_name_directly_before_it_or_nobody() -> None:
    text = "Karl Lund, who said it rains, left. The aides of Karl Lund at home, who said it snows, stayed."
    first, second = told(text, ("it rains", "who", "said"), ("it snows", "who@2", "said@2"))
    assert (first.speaker.name, second.speaker.name) == ("Karl Lund", None)


def test_a_headline_in_capitals_finds_the_name_that_the_body_gives() -> None:
    art = article("Foreign Minister Karl Lund said it rains.", title="IT RAINS AGAIN EVERYWHERE, LUND SAYS")
    (found,) = resolve(art, [statement(art, "IT RAINS AGAIN EVERYWHERE", "LUND", "SAYS", in_headline=True)])
    assert found.speaker.name == "Karl Lund"


def test_an_interview_belongs_to_whom_it_is_with() -> None:
    art = article(
        "Karl Lund is a baker.\nQ: Why?\nA: Because it rains.\nQ: And?\nA: It stops.", title="Karl Lund on rain"
    )
    found = resolve(art, [statement(art, "Because it rains."), statement(art, "It stops.")])
    assert [s.speaker.name for s in found] == ["Karl Lund"] * 2


def test_agencies_go_without_their_sort() -> None:
    assert name("Norvan News Agency said no.", "no", "Norvan News Agency", "said") == "Norvan"


WORDS = [
    "Karl",
    "Lund",
    "Ida",
    "Holt",
    "the",
    "minister",
    "of",
    "Norvania",
    "he",
    "She",
    "said",
    "that",
    "U.S.",
    "al-Berg",
    "(",
    ",",
    ".",
    '"',
    "’s",
    "\n",
    "NPA",
    "и",
    "and",
    "who",
]


@given(st.lists(st.sampled_from(WORDS), max_size=60), st.data())
def test_mentions_lie_inside_the_text_and_names_stand_in_it(words: list[str], data: st.DataObject) -> None:
    art = article(" ".join(words))
    length = len(art.text)
    cut = st.tuples(st.integers(0, length), st.integers(0, length)).map(sorted)
    made: list[Statement] = []
    for number in range(data.draw(st.integers(0, 4))):
        (a, b), (c, d) = data.draw(cut), data.draw(cut)
        source = (Span(c, d),) if c < d else ()
        made.append(Statement(id=f"s{number}", content=(Span(a, max(b, a + 1)),), source=source, kind="forecast"))
    for found in resolve(art, made):
        for where in (*found.speaker.mentions, *found.venue):
            assert 0 <= where.start < where.end <= length
        assert not (found.speaker.name and found.speaker.anonymous)


def test_the_before_several_capitals_shows_a_body_and_its_short_name_goes_back_to_it() -> None:
    first, second, third = told(
        "The Lund Civil Register has raised its count to 31, the group said. The Register said it was sure. "
        "Ida Holt, who runs the Register, said so.",
        ("The Lund Civil Register has raised its count to 31", "the group", "said"),
        ("it was sure", "The Register", "said@2"),
        ("so", "Ida Holt, who runs the Register", "said@3"),
    )
    assert {first.speaker.name, second.speaker.name} == {"Lund Civil Register"}
    assert third.speaker.name == "Ida Holt"


def test_a_person_who_is_named_without_the_stays_one() -> None:
    assert name("Zorvan Quell met the Zorvan Quell fans. Quell said no.", "no", "Quell@3", "said") == "Zorvan Quell"


@pytest.mark.parametrize(
    ("source", "who", "role"),
    [
        ("Norvan Deputy Minister for Legal Affairs Karl Lund", "Karl Lund", "Norvan Deputy Minister for Legal Affairs"),
        ("Norvania's Ports and Maritime Organization (PMO) Head Karl Lund", "Karl Lund", None),
        ("UN envoy Karl Lund however", "Karl Lund", "UN envoy"),
        ("Member of parliament (MP) Karl Lund", "Karl Lund", "Member of parliament"),
        ("Karl Lund of Bergen University", "Karl Lund", None),
    ],
)
def test_what_stands_around_a_name_is_no_part_of_it(source: str, who: str, role: str | None) -> None:
    found = one(f"{source} said it rains.", "it rains", source, "said").speaker
    assert found.name == who
    assert role is None or found.role == role
    assert not (found.role or "").startswith("of ")


def test_one_person_has_one_role_the_fullest() -> None:
    spoken = told(
        "General Karl Lund said it rains. The army's chief of staff, General Karl Lund, said it snows. Lund said no.",
        ("it rains", "General Karl Lund", "said"),
        ("it snows", "The army's chief of staff, General Karl Lund", "said@2"),
        ("no", "Lund@3", "said@3"),
    )
    assert {s.speaker.role for s in spoken} == {"army's chief of staff, General"}


def test_two_capitals_are_two_speakers() -> None:
    assert name("Oslo and Paris hope it rains.", "it rains", "Oslo and Paris", "hope") == "Oslo and Paris"


def test_a_body_is_found_by_the_noun_in_its_name_even_where_the_name_comes_later() -> None:
    spoken = told(
        "Nine died, the observatory said.\nThe Norvan Observatory for Human Rights said ten died.",
        ("Nine died", "the observatory", "said"),
        ("ten died", "The Norvan Observatory for Human Rights", "said@2"),
    )
    assert {s.speaker.name for s in spoken} == {"Norvan Observatory for Human Rights"}


OFFICE = "The Norvan deputy foreign minister said the dam holds."


def test_an_office_in_the_lead_is_whoever_speaks_next_by_a_bare_new_name() -> None:
    spoken = told(
        f'{OFFICE} "It is sound," Petr Anskov told reporters.',
        ("the dam holds", "The Norvan deputy foreign minister", "said"),
        ('"It is sound,"', "Petr Anskov", "told"),
    )
    assert [s.speaker.name for s in spoken] == ["Petr Anskov", "Petr Anskov"]


@pytest.mark.parametrize("other", ["Petr Anskov, a farmer", "villager Petr Anskov"])
def test_somebody_introduced_as_another_is_not_the_office(other: str) -> None:
    spoken = told(
        f'{OFFICE} "It leaks," {other} told reporters.',
        ("the dam holds", "The Norvan deputy foreign minister", "said"),
        ('"It leaks,"', other, "told"),
    )
    assert spoken[0].speaker.anonymous


def test_an_aide_to_somebody_is_not_that_body() -> None:
    source = "A senior aide to the Head of the Uprising Ayatollah Karl Lund"
    assert one(f"{source} said no.", "no", source, "said").speaker.anonymous


def test_the_president_of_another_land_is_another() -> None:
    *_, last = told(
        "President Karl Lund of Norway met his French counterpart Jean Holt. Lund said yes. "
        "The French president said no.",
        ("yes", "Lund@2", "said"),
        ("no", "The French president", "said@2"),
    )
    assert last.speaker.name == "Jean Holt"


def test_what_an_office_is_of_is_no_name() -> None:
    source = "Leader of the Islamic Revolution"
    assert one(f"{source} said no.", "no", source, "said").speaker.anonymous


def test_a_body_by_its_initials_is_the_body_in_full() -> None:
    spoken = told(
        "European Union Energy Commissioner Karl Lund said it snows. The EU commissioner said it rains.",
        ("it snows", "European Union Energy Commissioner Karl Lund", "said"),
        ("it rains", "The EU commissioner", "said@2"),
    )
    assert {s.speaker.name for s in spoken} == {"Karl Lund"}


def test_she_is_nobody_of_unknown_gender_where_a_woman_is_near() -> None:
    *_, last = told(
        "Minister Anna Lund came to Oslo and it was said that she would stay. Vice President Quorle met her there. "
        "She said it rains.",
        ("it rains", "She", "said@2"),
    )
    assert last.speaker.name != "Quorle"


def test_a_former_office_in_the_lead_is_the_bare_new_name_that_speaks_next() -> None:
    spoken = told(
        "A former vice president said the dam holds. It is sound, Petr Anskov said.",
        ("the dam holds", "A former vice president", "said"),
        ("It is sound", "Petr Anskov", "said@2"),
    )
    assert [s.speaker.name for s in spoken] == ["Petr Anskov", "Petr Anskov"]


def test_two_lands_with_initials_between_are_two() -> None:
    source = "the United Arab Emirates (UAE) and Bahrain"
    assert name(f"Later {source} said no.", "no", source, "said") == "United Arab Emirates and Bahrain"


def test_a_hyphened_office_before_a_comma_is_one() -> None:
    source = "Another co-author, river professor Karl Lund"
    assert name(f"{source}, said no.", "no", source, "said") == "Karl Lund"


def test_he_is_not_the_last_name_where_an_office_was_spoken_of_since() -> None:
    *_, last = told(
        "Senator Karl Lund said yes. In the end, the president gave in. Touring the coast, he said no.",
        ("yes", "Senator Karl Lund", "said"),
        ("no", "he", "said@2"),
    )
    assert last.speaker.name is None


def test_she_is_not_whom_she_advises() -> None:
    *_, last = told(
        "She has a new office and advises President Quorle Tamm. Unity is all, she said.",
        ("Unity is all", "she", "said"),
    )
    assert last.speaker.name is None


@pytest.mark.parametrize(
    ("source", "who"),
    [
        ("Reps. Karl Lund (D-Ohio) and Ida Holt (R-Iowa)", "Karl Lund and Ida Holt"),
        ("Sens. Karl Lund (R), Ida Holt (D) and Otto Berg (I)", "Karl Lund, Ida Holt and Otto Berg"),
        ("Karl Lund and his aides", "Karl Lund"),
        ("Karl Lund, a friend of Ida Holt and Otto Berg,", "Karl Lund"),
        ("The judge presiding over the case, Karl Lund,", "Karl Lund"),
        ("professor of harbour engineering Karl Lund", "Karl Lund"),
        ("former secretary of state Karl Lund", "Karl Lund"),
        ("Norway, Sweden and Denmark, which met in Oslo,", "Norway, Sweden and Denmark"),
        ("Norway, along with Sweden", "Norway and Sweden"),
        ("Pope Karl", "Pope Karl"),
        ("Norway's Foreign Ministry", "Norway's Foreign Ministry"),
        ("the Kurdish-led Lund Forces", "Lund Forces"),
        ("Otto Berg's office", "Otto Berg’s office"),
        ("the Norwegian government", "Norwegian government"),
        ("police", "Police"),
        ("Otto Berg's lawyers", None),
        ("Ida Holt and Otto Berg's mother", None),
    ],
)
def test_who_heads_a_source(source: str, who: str | None) -> None:
    assert name(f"Today {source} said it rains.", "it rains", source.rstrip(","), "said") == who


def test_a_transcript_in_capitals_has_names() -> None:
    text = "KARL LUND: Good evening.\nIDA HOLT: It snows.\nLUND: It pours."
    spoken = told(text, ("Good evening.", "KARL LUND"), ("It snows.", "IDA HOLT"), ("It pours.", "LUND@2"))
    assert [s.speaker.name for s in spoken] == ["Karl Lund", "Ida Holt", "Karl Lund"]


def test_initials_go_under_the_name_that_they_stand_for() -> None:
    spoken = told(
        "The Lund Chamber of Crafts, Ports and Mines (LCCPM) said it rains. LCCPM said it snows. The chamber said no.",
        ("it rains", "The Lund Chamber of Crafts, Ports and Mines (LCCPM)", "said"),
        ("it snows", "LCCPM@2", "said@2"),
        ("no", "The chamber", "said@3"),
    )
    assert {s.speaker.name for s in spoken} == {"Lund Chamber of Crafts, Ports and Mines"}


def test_a_part_of_a_name_and_another_spelling_are_the_same_person() -> None:
    spoken = told(
        "Karl Lundström Vargas said yes. Lundström said it rains. Otto Bergheim spoke. Berghaim said it snows.",
        ("yes", "Karl Lundström Vargas", "said"),
        ("it rains", "Lundström@2", "said@2"),
        ("it snows", "Berghaim", "said@3"),
    )
    assert [s.speaker.name for s in spoken[1:]] == ["Karl Lundström Vargas", "Otto Bergheim"]


def test_an_office_goes_on_with_who_speaks() -> None:
    spoken = told(
        "Karl Lund, a baker, said yes. Ida Holt, head of the dam board, said it rains. The official said it snows. "
        "The keen swimmer said no.",
        ("it rains", "Ida Holt, head of the dam board", "said@2"),
        ("it snows", "The official", "said@3"),
        ("no", "The keen swimmer", "said@4"),
    )
    assert [s.speaker.name for s in spoken] == ["Ida Holt", "Ida Holt", None]


def test_the_government_is_the_one_that_the_article_names() -> None:
    text = "The Norwegian government met. It rains, the government said."
    assert name(text, "It rains", "the government", "said") == "Norwegian government"
    assert name("It rains, the government said.", "It rains", "the government", "said") is None
