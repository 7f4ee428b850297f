"""Pieces of skin followed on the head held still, and what lies over them."""
