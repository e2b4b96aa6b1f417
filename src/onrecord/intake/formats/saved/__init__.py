"""Pages as browsers save them: what stands behind a login reaches the record so."""
