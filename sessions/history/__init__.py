"""What many sessions say together: an index for speed, and statistics that do not fool anyone."""
