"""The tasks of a launch as a table that types like a spreadsheet."""
