"""What people decided: an append-only history, laid over what the program found each time that it is read.

To add a verb: a file like ``fixed_dates`` with an ``ArticleVerb`` or a ``ComparisonVerb``, and its line in ``verbs``.
"""
