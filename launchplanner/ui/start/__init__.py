"""The start screen: going on with a launch, or beginning one."""
