"""The parent's side of the camera process: starting it, its wire, its silence, its supervision.

Nothing here loads numpy, OpenCV or MediaPipe; pictures are read in `sessions.worker`.
"""
