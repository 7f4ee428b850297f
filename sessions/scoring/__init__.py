"""Landmarks to measures of each half, in millimetres from the person's own rest (numpy)."""
