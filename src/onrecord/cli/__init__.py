"""The command line: one file a command; parses and calls, no logic."""

from onrecord.cli.app import app
from onrecord.cli.main import main

__all__ = ["app", "main"]
