"""The journal kept while a session runs, the record written at its end, and recovery between."""
