"""Feeds (RSS, RDF, Atom, JSON Feed): an entry with its whole text is a page, one with a teaser a link."""
