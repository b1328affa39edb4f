"""launchplanner: plan a launch as a relay, with one owner for every task and exact baton passes."""

__version__ = "0.1.0"
