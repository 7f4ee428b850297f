"""What is said where a therapist builds a plan, hands it over, or takes one."""
