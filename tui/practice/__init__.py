"""A practice as it is shown and heard: cues, sound, keys, line mode."""
