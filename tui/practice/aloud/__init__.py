"""What is said of a practice to somebody who does not look: chosen, counted and spoken."""
