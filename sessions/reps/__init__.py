"""Repetitions of one half and of both: onset, peak, hold, release, and what each showed."""
