"""The simulated patient: a profile, its movements, and a face drawn from them."""
