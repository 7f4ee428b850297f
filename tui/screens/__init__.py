"""One module for each screen; its style stands beside it."""
