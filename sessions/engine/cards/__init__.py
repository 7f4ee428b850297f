"""Cards that stand over a session: why a set ended, and what the person may choose."""
