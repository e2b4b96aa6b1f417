"""Across articles: copies, origins, lineages, figure questions."""
