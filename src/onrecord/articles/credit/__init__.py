"""Agencies, datelines and credits: where a story says that it comes from."""
