"""Within one article: speakers, relays, said_on and due windows, figures, events, restatements."""
