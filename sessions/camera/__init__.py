"""Pictures to readings, in a child process: sources, landmarker, worker, simulated patient.

`link` and `wire` are the parent's side and load neither numpy nor OpenCV nor MediaPipe.
"""
