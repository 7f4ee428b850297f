"""The terminal program: the command line and the full-screen app over `sessions` and `routines`.

This file and `__main__` must stay readable for any Python 3, so that an old one is told so.
"""
