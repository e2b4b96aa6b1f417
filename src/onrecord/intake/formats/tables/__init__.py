"""Tables of stories (CSV, JSON), whatever their columns are called: each row is a page or a link."""
