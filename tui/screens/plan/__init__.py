"""Screens of a plan: built, handed over, taken."""
