"""Title, outlet and byline of an HTML page."""
