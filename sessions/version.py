"""The program's version, where records, the worker and the command line all may read it."""

VERSION = "0.1.0"
