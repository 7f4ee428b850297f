"""The person at this computer: settings, past sessions, folders, keymap."""
