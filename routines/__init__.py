"""What to practise: movements, exercises, doses, routines and the day's plan.

Pure: no clock, no screen, no camera, no numpy. Everything here is a frozen record or a
function from text to one. `sessions` does what stands here, `tui` shows it.
"""
