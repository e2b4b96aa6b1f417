from datetime import UTC, datetime, timedelta, timezone

import pytest

from onrecord.intake.fetching.archives import archive_link


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=5, minutes=30))])
def test_the_link_names_the_page_and_the_moment_in_utc(zone: timezone):
    when = datetime(2026, 11, 16, 10, 30, 5, tzinfo=UTC).astimezone(zone)
    made = archive_link("https://news.example/a?b=1", when)
    assert made == "https://web.archive.org/web/20261116103005/https://news.example/a?b=1"
