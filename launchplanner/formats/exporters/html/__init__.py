"""One self-contained web page, and its style sheet."""
