"""What several commands share, and parts of the longer ones."""
