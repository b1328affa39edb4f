"""The board of all batons: who holds what, along the clock."""
