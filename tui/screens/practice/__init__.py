"""The screens of a practice, from the first look at the face to the summary."""
