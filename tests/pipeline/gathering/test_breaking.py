from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import FetchUnreachable
from onrecord.intake.fetching import Ask, Fetcher
from onrecord.pipeline.gathering import breaking
from onrecord.pipeline.gathering.breaking import Breaking, is_offline
from onrecord.settings import Settings

ROUTE = "Iface\tDestination\nlo\t0000007F\n"


def routes(folder: Path, ipv4: str) -> tuple[Path, Path]:
    (folder / "route").write_text(ipv4)
    (folder / "ipv6_route").write_text(f"{'0' * 32} 80 {'0' * 32} 00 {'0' * 32} 0 0 0 0 lo\n")
    return folder / "route", folder / "ipv6_route"


@pytest.mark.parametrize(("more", "offline"), [("", True), ("eth0\t00000000\n", False)])
def test_no_route_but_to_oneself_is_no_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: str, offline: bool
):
    monkeypatch.setattr(breaking, "_ROUTES", routes(tmp_path, ROUTE + more))
    assert is_offline() is offline


def test_without_a_network_it_is_said_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(breaking, "_ROUTES", routes(tmp_path, ROUTE))
    settings = Settings()
    with Fetcher(settings) as fetcher:
        (outcome,) = Breaking(fetcher, settings).fetch_each([Ask(url="https://fenn.example/")])
    assert isinstance(outcome.result, FetchUnreachable)
    assert "no network" in outcome.result.problem


def test_a_system_that_does_not_say_is_not_offline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(breaking, "_ROUTES", (tmp_path / "none", tmp_path / "none"))
    assert not is_offline()
