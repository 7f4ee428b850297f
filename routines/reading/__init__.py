"""Reading TOML strictly: files, fields, lines, and what is wrong in words for the person."""
