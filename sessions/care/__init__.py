"""Who may do what today: access, advice, next practice, day plan, therapist, settings."""
