"""Where plans live: saving without loss, the journal of edits, and backups."""
