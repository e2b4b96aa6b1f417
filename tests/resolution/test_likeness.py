from __future__ import annotations

from onrecord.model import Speaker, Statement
from onrecord.resolution.claims import claims
from onrecord.resolution.likeness import Likeness

from .builder import article, statement

TEXT = (
    "The bridge in Tarn will reopen, Karl Lund said.\n"
    "“We will open the Tarn bridge again,” Lund said.\n"
    "The harvest failed, Lund also said.\n"
    "The bridge in Tarn is ugly, Ida Holt said."
)


def chances() -> dict[tuple[int, int], float]:
    art = article(TEXT)
    lund, holt = Speaker(name="Karl Lund"), Speaker(name="Ida Holt")
    told: list[Statement] = [
        statement(art, "The bridge in Tarn will reopen", "Karl Lund", "said", speaker=lund),
        statement(art, "“We will open the Tarn bridge again,”", "Lund@2", "said@2", speaker=lund),
        statement(art, "The harvest failed", "Lund@3", "also said", speaker=lund),
        statement(art, "The bridge in Tarn is ugly", "Ida Holt", "said@4", speaker=holt),
    ]
    likeness = Likeness(art, claims(art, iter(told)))
    return {(one, two): likeness.chance(one, two) for one in range(4) for two in range(one + 1, 4)}


def test_a_paraphrase_and_its_quotation_are_likest() -> None:
    found = chances()
    assert max(found, key=lambda pair: found[pair]) == (0, 1)
    assert found[0, 1] > 0.5


def test_other_words_and_other_speakers_are_less_likely_one() -> None:
    found = chances()
    assert found[0, 2] < 0.1
    assert found[0, 3] < found[0, 1]


def test_a_chance_lies_between_never_and_always() -> None:
    assert all(0 < chance < 1 for chance in chances().values())


def test_a_synonym_counts_but_less_than_the_word() -> None:
    def chance(second: str) -> float:
        art = article(f"The envoy praised the accord, Karl Lund said. {second}, he added. It snows, he added.")
        one = statement(art, "The envoy praised the accord", "Karl Lund", "said")
        two = statement(art, second, "he", "added")
        three = statement(art, "It snows", "he@2", "added@2")
        return Likeness(art, claims(art, iter((one, two, three)))).chance(0, 1)

    assert chance("Envoys hailed the accord") > chance("Envoys lauded the treaty") > chance("Rivers carried the sand")
