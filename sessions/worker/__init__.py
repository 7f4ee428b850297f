"""The child process: its loop, its sources of pictures, and what it sends to the parent."""
