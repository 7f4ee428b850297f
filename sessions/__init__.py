"""Running a routine: measurement of each half of the face, guards, session engine and records.

This package is the code. Recorded sessions live in the data folder of the person,
never here (`slowsmile doctor` prints where). Nothing in it imports Textual.
"""

import os

from routines.language import VARIABLE

if os.environ.get(VARIABLE):  # a child process, told by its parent before it imports sentences
    from routines.language.choice import choose

    choose(os.environ)
