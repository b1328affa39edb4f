"""What is said about a launch, before any format: the handoff checklist, the plan report, what the timeline draws."""
