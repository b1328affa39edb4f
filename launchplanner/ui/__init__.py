"""The window: everything that draws and listens. It shows snapshots and asks for edits; it decides nothing."""
