"""Out of the program and back in: tables, JSON, and an archive for another machine."""
