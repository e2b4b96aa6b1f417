"""Sources, cues and contents, sentence by sentence: where each begins and ends."""

import pytest
from tests.extraction.reading import triples

DIRECT = [
    ("“We shall mend the dam,” Ada Roe said.", "Ada Roe", "said", "“We shall mend the dam,”"),
    (
        "“We shall mend the dam,” said Ada Roe, the mayor of Ulm.",
        "Ada Roe, the mayor of Ulm",
        "said",
        "“We shall mend the dam,”",
    ),
    ("Ada Roe said: “We shall mend the dam.”", "Ada Roe", "said", "“We shall mend the dam.”"),
    (
        "“We shall mend the dam,” Ada Roe told reporters in Ulm on Friday.",
        "Ada Roe",
        "told",
        "“We shall mend the dam,”",
    ),
    ("“We shall,” Ada Roe said, “mend the dam.”", "Ada Roe", "said", "“We shall,” … “mend the dam.”"),
    ("“It broke,” she said. “Nobody had looked at it.”", "she", "said", "“It broke,” … “Nobody had looked at it.”"),
    ("‘We shall mend the dam,’ Ada Roe said.", "Ada Roe", "said", "‘We shall mend the dam,’"),
    ('"Who broke it?" Ada Roe asked.', "Ada Roe", "asked", '"Who broke it?"'),
    ("“We see it,” Ada Roe was quoted as saying.", "Ada Roe", "was quoted as saying", "“We see it,”"),
    ("“It broke,’’ Ada Roe told the Post.", "Ada Roe", "told", "“It broke,’’"),
    ("He begged voters, “Look at it.”", "He", "begged", "“Look at it.”"),
    ("“It is a fake,” read the statement.", "the statement", "read", "“It is a fake,”"),
    (
        "Ada Roe, 53, an engineer from Ulm, said: “It broke.”",
        "Ada Roe, 53, an engineer from Ulm",
        "said",
        "“It broke.”",
    ),
    ("Ada Roe (Greens) said: “It broke.”", "Ada Roe (Greens)", "said", "“It broke.”"),
    ("“I will not go,” said Bo Lee. “Never.”", "Bo Lee", "said", "“I will not go,” … “Never.”"),
]
INDIRECT = [
    ("Ada Roe said that the dam had broken.", "Ada Roe", "said", "that the dam had broken"),
    ("Ada Roe has said the dam broke.", "Ada Roe", "has said", "the dam broke"),
    (
        "On Friday, the mayor of Ulm told reporters that the dam broke.",
        "the mayor of Ulm",
        "told",
        "that the dam broke",
    ),
    ("The dam had broken, Ada Roe said on Friday.", "Ada Roe", "said", "The dam had broken"),
    ("The dam, she said, would be mended.", "she", "said", "The dam … would be mended"),
    ("According to the mayor of Ulm, the dam broke.", "the mayor of Ulm", "According to", "the dam broke"),
    (
        "The dam broke at noon, according to the mayor of Ulm.",
        "the mayor of Ulm",
        "according to",
        "The dam broke at noon",
    ),
    ("Ulm hopes that the dam will hold.", "Ulm", "hopes", "that the dam will hold"),
    ("The ministry wants to mend the dam.", "The ministry", "wants", "to mend the dam"),
    ("Ada Roe called on the council to mend the dam.", "Ada Roe", "called on", "the council to mend the dam"),
    ("Ada Roe urged the council to act.", "Ada Roe", "urged", "the council to act"),
    ("The council accused Ada Roe of neglect.", "The council", "accused", "Ada Roe of neglect"),
    ("Ada Roe denied that she had known.", "Ada Roe", "denied", "that she had known"),
    ("Ada Roe, who lost the vote, said the dam broke.", "Ada Roe, who lost the vote", "said", "the dam broke"),
    ("Ada Roe visited the dam and said it was safe.", "Ada Roe", "said", "it was safe"),
    ("ULM (ABC) – The dam broke, the mayor said.", "the mayor", "said", "The dam broke"),
    ("She repeated her promise to mend the dam.", "She", "repeated", "her promise to mend the dam"),
    ("The council put the cost at 40 crowns.", "The council", "put", "the cost at 40 crowns"),
    ("The mayor wants an answer soon.", "The mayor", "wants", "an answer soon"),
    ("The judge ordered the bridge closed for three days.", "The judge", "ordered", "the bridge closed for three days"),
    ("Ada Roe has promised him in May that it holds.", "Ada Roe", "has promised", "that it holds"),
    ("Ada Roe left a note which read: “It is void.”", "which", "read", "“It is void.”"),
    (
        "Ada Roe announced that floods have drowned 23 sheep and hurt 18 cows.",
        "Ada Roe",
        "announced",
        "that floods have drowned 23 sheep and hurt 18 cows",
    ),
    ("Ada Roe in May revealed that the dam was old.", "Ada Roe", "revealed", "that the dam was old"),
    ("Men were killed said observatory head Al Roe.", "observatory head Al Roe", "said", "Men were killed"),
    (
        "The wall is old and, according to Roe, not safe.",
        "Roe",
        "according to",
        "The wall is old … not safe",
    ),
    (
        "According to a rule, a guest, such as Roe, must pay.",
        "a rule",
        "According to",
        "a guest, such as Roe, must pay",
    ),
    ("Ulm lost men, with some counts suggesting 40 had died.", "some counts", "suggesting", "40 had died"),
    ("He’s said the dam is safe.", "He", "’s said", "the dam is safe"),
    ("Bo Lee announced on Monday that men would be leaving.", "Bo Lee", "announced", "that men would be leaving"),
    ("Late on Friday Bo Lee announced men would be leaving.", "Bo Lee", "announced", "men would be leaving"),
    ("It weighed ten pounds (five kilos) and the divers estimate it is old.", "the divers", "estimate", "it is old"),
    (
        "According to Al Roe, the council’s spokesman, the dam broke.",
        "Al Roe, the council’s spokesman",
        "According to",
        "the dam broke",
    ),
    ("“We go on,” Roe said in a tweet that called it “sad”.", "Roe", "said", "“We go on,”"),
    (
        "He also said that according to the deal only the new rules stand.",
        "He",
        "also said",
        "that according to the deal only the new rules stand",
    ),
    (
        "Engineers suggest a part, which was new, was failing.",
        "Engineers",
        "suggest",
        "a part, which was new, was failing",
    ),
    ("A few days later the council said it holds.", "the council", "said", "it holds"),
    (
        "The top harbour official said the dam as a whole has held.",
        "The top harbour official",
        "said",
        "the dam as a whole has held",
    ),
    (
        "A flood drowned two men in Kest on Friday the Kest Office for Rivers said.",
        "the Kest Office for Rivers",
        "said",
        "A flood drowned two men in Kest on Friday",
    ),
    ("Ulm, according to him, will sign no more treaties.", "him", "according to", "Ulm … will sign no more treaties"),
    ("Roe has said publicly that it broke.", "Roe", "has said publicly", "that it broke"),
    ("It is his rule.The mayor said it broke.", "The mayor", "said", "it broke"),
    ("The council said there were no deaths.", "The council", "said", "there were no deaths"),
    ("Ada Roe said in a speech at the town hall in Ulm that it holds.", "Ada Roe", "said", "that it holds"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), DIRECT + INDIRECT)
def test_one_attribution_has_the_right_words(text: str, source: str, cue: str, content: str) -> None:
    assert triples(text) == [(source, cue, content)]


def test_a_participle_after_a_tag_is_an_attribution_of_its_own() -> None:
    text = "“It broke,” he stressed, adding that the council will mend it."
    assert triples(text) == [
        ("he", "stressed", "“It broke,”"),
        ("he", "adding", "that the council will mend it"),
    ]


def test_coordinated_cues_share_their_source() -> None:
    text = "Ada Roe praised the engineers and called for a new dam."
    assert triples(text) == [
        ("Ada Roe", "praised", "the engineers"),
        ("Ada Roe", "called for", "a new dam"),
    ]


def test_a_content_ends_before_a_cue_of_its_own_subject() -> None:
    found = triples("Ada Roe said the dam broke, but Bo Lee said it held.")
    assert [source for source, _, _ in found] == ["Ada Roe", "Bo Lee"]
    assert found[0][2] == "the dam broke"


def test_a_subordinate_clause_ends_at_its_comma() -> None:
    assert triples("After Ada Roe said the dam was safe, it broke.") == [("Ada Roe", "said", "the dam was safe")]


@pytest.mark.parametrize(
    "text",
    [
        "They sold the so-called “moderates” two trucks.",
        "Her film “The Dam” opened in Ulm.",
        "The United States, the largest buyer, left early.",
        "He read the report of the council in the park.",
        "The dam broke at noon.",
        "Cheap rafts increasingly preferred by anglers sank.",
        "The court halted Norland recounts, the last of them in May.",
        "Fake reports that the dam broke were passed round.",
        "These firms had until Nov. 1 to send detailed plans.",
        "She left when, in fact, he responded.",
        "What she had voiced in May was a hope.",
        "He put the cup at the window.",
        "The team has 4.5 points for the season.",
    ],
)
def test_what_only_looks_like_it_is_none(text: str) -> None:
    assert triples(text) == []
