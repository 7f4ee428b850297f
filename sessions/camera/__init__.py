"""Parent side of the camera process: start, wire protocol, timeout detection and restarts.

Nothing here loads numpy, OpenCV or MediaPipe; pictures are read in `sessions.worker`.
"""
