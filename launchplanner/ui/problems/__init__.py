"""The problems of a plan: sentences with their repairs on the same line."""
