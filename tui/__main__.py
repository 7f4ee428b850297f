"""`python3 -m tui`: the program. From a checkout it sets itself up first (see `bootstrap`)."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an old Python shall be told so in a sentence
    sys.exit("slowsmile needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info[:2]))

from tui.setup.bootstrap import enter

enter("tui", ["run"])

from tui.cli import main  # noqa: E402 - what it imports is installed by now

sys.exit(main())
