"""The inspector: shows what is selected, and edits it in place."""
