"""The session without input or output: events in, commands out, time only inside events."""
