"""What a launch is, the edits one can make to it, and the protocol by which a baton passes."""
