"""Word: text of its markup language, tables, blocks, styles, and the file."""
