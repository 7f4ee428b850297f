"""The terminal itself: signals, exits, output, themes."""
