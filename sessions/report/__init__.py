"""Two pages a therapist can read in a minute: collected once, set as text, HTML or PDF."""
