"""An open launch: its history, its analysis, its file, and what the program remembers between runs."""
