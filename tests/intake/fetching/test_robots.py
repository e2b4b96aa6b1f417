import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import FetchError, FetchForbidden, FetchGone, FetchLater
from onrecord.intake.fetching import robots
from onrecord.intake.fetching.addresses import Allowed
from onrecord.intake.fetching.answers import Answer
from onrecord.intake.fetching.robots import Robots
from onrecord.intake.fetching.targets import Target, target_of


def target(path: str = "/", host: str = "news.example") -> Target:
    return target_of(f"http://{host}{path}", Allowed())


class Server:
    """Answers each request for a robots.txt alike, and counts them."""

    def __init__(self, text: str = "", *, status: int = 200, fails: FetchError | None = None) -> None:
        self.text, self.status, self.fails, self.asked = text, status, fails, 0
        self.robots = Robots(self)

    def __call__(self, there: Target) -> Answer:
        self.asked += 1
        if self.fails:
            raise self.fails
        return Answer(target=there, status=self.status, headers={}, data=self.text.encode())

    def allows(self, path: str) -> bool:
        try:
            self.robots.check(target(path))
        except FetchForbidden:
            return False
        return True


RULES = """\
User-agent: other
User-agent: more
Disallow: /

User-agent: *
Crawl-delay: 7
Disallow: /private
Allow: /private/open$
Disallow: /*.pdf$
# Disallow: /
Sitemap: http://news.example/map.xml
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [("/", True), ("/a", True), ("/private/x", False), ("/private/open", True), ("/a.pdf", False), ("/a.pdf?x", True)],
)
def test_rules_for_everybody_are_kept(path: str, allowed: bool):
    assert Server(RULES).allows(path) is allowed


@pytest.mark.parametrize("name", ["Onrecord", "onrecord", "ONRECORD/1.0", "Onrecord bot"])
def test_rules_for_us_are_kept_instead(name: str):
    server = Server(f"{RULES}\nUser-agent: x\nUser-agent: {name}\nDisallow: /news\n")
    assert not server.allows("/news/1")
    assert server.allows("/private/x")


@pytest.mark.parametrize("name", ["on", "onrec", "onrecordbot", "onrecord-extra", "record", "x onrecord"])
def test_rules_for_others_are_not_ours(name: str):
    assert Server(f"User-agent: {name}\nDisallow: /\n").allows("/a")


def test_an_empty_group_for_us_allows_what_everybody_is_forbidden():
    assert Server("User-agent: *\nDisallow: /\n\nUser-agent: onrecord\nDisallow:\n").allows("/a")


def test_the_pause_that_a_site_wants_is_told():
    assert Server(RULES).robots.check(target()) == 7.0
    assert Server("User-agent: *\nCrawl-delay: soon").robots.check(target()) == 0.0


@pytest.mark.parametrize("status", [204, 301, 400, 401, 403, 404, 410, 451])
def test_without_a_robots_file_all_is_allowed(status: int):
    assert Server("User-agent: *\nDisallow: /", status=status).allows("/a")


@pytest.mark.parametrize("status", [100, 304, 206])
def test_an_answer_that_says_nothing_allows_nothing(status: int):
    with pytest.raises(FetchLater, match=str(status)):
        Server(status=status).robots.check(target())


def test_what_was_read_is_kept_and_a_failure_too():
    server, failing = Server(RULES), Server(fails=FetchLater("http://news.example/robots.txt", "is out of order (500)"))
    for _ in range(5):
        server.robots.check(target("/a"))
        with pytest.raises(FetchLater, match=r"its robots\.txt can't be had"):
            failing.robots.check(target("/a"))
    assert (server.asked, failing.asked) == (1, 1)


def test_a_site_that_is_not_there_is_said_as_such():
    server = Server(fails=FetchGone("http://news.example/robots.txt", "there is no host news.example"))
    with pytest.raises(FetchGone) as caught:
        server.robots.check(target("/a"))
    assert str(caught.value) == "http://news.example/a: there is no host news.example"


def test_a_file_that_names_thousands_for_thousands_of_rules_takes_little():
    names = "".join(f"User-agent: bot{n}\n" for n in range(15_000))
    rules = "".join(f"Disallow: /{n}\n" for n in range(15_000))
    start = time.process_time()
    assert Server(names + rules).allows("/1")
    assert not Server(f"{names}User-agent: *\n{rules}").allows("/1")
    assert time.process_time() - start < 3


@given(st.text(alphabet="*/a$%?b", max_size=200), st.text(alphabet="ab/", max_size=200))
def test_no_pattern_takes_long(pattern: str, path: str):
    start = time.process_time()
    Server(f"User-agent: *\nDisallow: /{pattern}").allows(f"/{path}")
    assert time.process_time() - start < 1


def test_many_hosts_with_long_rules_are_not_all_kept(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(robots, "_ALL_RULES", 40_000)
    server = Server("User-agent: *\n" + "Disallow: /aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n" * 250)
    for n in range(8):
        server.robots.check(target("/b", f"h{n}.example"))
    server.robots.check(target("/b", "h7.example"))
    assert server.asked == 8
    server.robots.check(target("/b", "h0.example"))
    assert server.asked == 9
