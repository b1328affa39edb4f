"""The people of a launch: one person behind each name and role, present when a pass needs them."""
