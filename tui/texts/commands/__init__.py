"""What a subcommand prints that has no screen of its own."""
