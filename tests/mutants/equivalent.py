"""Mutants that change nothing that can be observed, by name, each with the reason."""

EQUIVALENT: dict[str, str] = {}
