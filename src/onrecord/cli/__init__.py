"""The command line: one file a command; parses and calls, no logic."""
