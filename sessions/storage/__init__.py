"""Private files: atomic writes, disk trouble told, locks, listing, and forgetting."""
