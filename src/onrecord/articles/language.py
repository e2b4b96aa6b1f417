"""Which language an article is in."""

from __future__ import annotations

from functools import cache
from typing import Any

SHORTEST = 60  # letters; fewer tell nothing for sure
_SAMPLE = 3_000  # characters: the identifier's answer no longer changes after that
_LEAST = 0.5  # of its probability, spread over all the languages that it knows


def language_of(text: str) -> str | None:
    """ISO 639-1 code of a text's language, None where there is too little of it to tell."""
    sample = text[:_SAMPLE]
    if sum(char.isalpha() for char in sample) < SHORTEST:
        return None
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= _LEAST else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # a tenth of a second: only when asked

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
