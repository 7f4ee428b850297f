"""Where pictures come from: a camera, a stream, a video, stills. Only these modules, and the
half composites, load OpenCV. A source yields pictures and times; it knows nothing of faces.
"""
