"""What a screen shows, worked out without Textual."""
