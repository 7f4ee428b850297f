"""What the engine heard, kept so that every decision of a session can be made again."""
