"""Statistics over many sessions: a SQLite index, weekly medians, trends and proposals."""
