"""What the engine takes and gives: plan and events in, commands and views out."""
