"""Where pictures come from: cameras, films, streams, stills."""
