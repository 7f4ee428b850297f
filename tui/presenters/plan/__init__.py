"""What is shown of a plan: as it is built, and as it comes from elsewhere."""
