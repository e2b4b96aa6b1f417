"""What news agencies send (ninjs, NewsML-G2, NITF); what they hold back or cancel is not read."""
