"""Screens that ask, and the cards that answers lead to."""
