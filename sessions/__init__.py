"""Doing a routine: measuring each half of the face, guarding the set, keeping the record.

This package is the code. Recorded sessions live in the data folder of the person,
never here (`slowsmile doctor` prints where). Nothing in it imports Textual.
"""
