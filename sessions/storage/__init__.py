"""Private files: atomic writes, disk trouble told, text made safe to show, and forgetting."""
