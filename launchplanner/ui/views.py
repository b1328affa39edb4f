"""How parts are named between the views: by kind and id."""

PartKey = tuple[str, str]
"""Kind and id of a part, such as ("task", "SP1")."""
