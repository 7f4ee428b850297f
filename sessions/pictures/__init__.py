"""Progress photos and clips, kept only where the person asked for them."""
