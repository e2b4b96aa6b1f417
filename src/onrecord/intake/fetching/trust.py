"""Whom a certificate has to come from: the usual authorities, and those of the intranet that the settings name."""

from __future__ import annotations

import ssl
from functools import cached_property

import httpx

from onrecord.errors import UsageError
from onrecord.settings import Settings


class Trusted:
    """The authorities, loaded when a page is first asked for by https: they are many, and slow to load.

    Raises:
        UsageError: a file of certificates that is none.
    """

    def __init__(self, settings: Settings) -> None:
        self._file = settings.certificates
        if self._file:
            _ = self.context

    @cached_property
    def context(self) -> ssl.SSLContext:
        """Checks names and certificates; nothing from the environment is trusted besides."""
        context = httpx.create_ssl_context(trust_env=False)
        if self._file:
            try:
                context.load_verify_locations(self._file)
            except OSError as error:
                raise UsageError(f"certificates: {self._file} can't be used ({error}); name a PEM file") from error
        return context
