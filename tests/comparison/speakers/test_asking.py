from tests.comparison.speakers.builder import said

from onrecord.comparison.speakers import identify, speakers_asked_for

KNOWN, _ = identify([said("a1", "Nádia Orrin"), said("a2", "Olin Brenn"), said("a3", "Ola Nordby")])


def test_words_mean_those_whose_names_begin_so_and_an_id_means_one():
    assert [each.name for each in speakers_asked_for(KNOWN, "ol")] == ["Ola Nordby", "Olin Brenn"]
    assert [each.name for each in speakers_asked_for(KNOWN, "orr nadia")] == ["Nádia Orrin"]
    assert speakers_asked_for(KNOWN, KNOWN[0].id.upper()) == (KNOWN[0],)
    assert len(speakers_asked_for(KNOWN, " ")) == 3
    assert speakers_asked_for(KNOWN, "?") == ()
