from dataclasses import replace

from onrecord.exports.figures.heard import by_voice
from onrecord.exports.figures.lines import voices
from onrecord.exports.figures.summary import summary

from .builder import ARTICLES, FIGURES, QUESTION


def test_two_names_of_one_source_are_one_voice_in_the_plot_and_its_summary():
    both = (FIGURES[3], replace(FIGURES[3], speaker="Observatory", id="f9"))
    assert by_voice(both) == (both,)
    assert "2 figures · 1 voice" in summary(replace(QUESTION, figures=both))


def test_stories_that_name_nobody_are_a_voice_each_and_say_which():
    nobodys = tuple(replace(FIGURES[0], speaker=None, article=id, id=id) for id in ("a", "b"))
    question = replace(QUESTION, figures=nobodys, conflicts=(), updates=())
    assert [voice.name[:14] for voice in voices(question, ARTICLES)] == ["not known, in "] * 2
    assert "2 figures · 2 voices" in summary(question)
