"""Web archives (WARC, WACZ, ARC): the pages in them; pictures, scripts and the archive's own notes are counted."""
