"""The palette: any part and any action by a bit of its name."""
