"""A picture in, a reading of each half out: landmarks, composites, skin points, rest."""
