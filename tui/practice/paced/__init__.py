"""Time that a step leads: the breath, and a long hold."""
