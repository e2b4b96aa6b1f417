"""Page → Article: body against chrome, title, outlet, byline, credits, and every date candidate."""

from onrecord.articles.clean import article_from_text, clean
from onrecord.articles.identity import article_id, revision_of

__all__ = ["article_from_text", "article_id", "clean", "revision_of"]
