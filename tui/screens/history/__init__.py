"""What was: weeks, days, photos and clips."""
