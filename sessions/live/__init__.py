"""The running session without a screen: clock, readings and keys in, commands carried out."""
