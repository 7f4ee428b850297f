"""A shell with one job, for Ctrl-Z: `python shell.py PROGRAM...`. The job has the terminal until it
stops; after a line with `fg` it has it again. Ends with the job's code."""

import os
import signal
import sys

signal.signal(signal.SIGTTOU, signal.SIG_IGN)
_job = os.fork()
if _job == 0:
    os.setpgid(0, 0)
    os.tcsetpgrp(0, os.getpid())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.execv(sys.argv[1], sys.argv[1:])
while True:
    _, status = os.waitpid(_job, os.WUNTRACED)
    if not os.WIFSTOPPED(status):
        sys.exit(os.waitstatus_to_exitcode(status) % 256)
    os.tcsetpgrp(0, os.getpgrp())
    print(f"[stopped by {os.WSTOPSIG(status)}]", flush=True)
    while os.read(0, 100).strip() != b"fg":
        pass
    os.tcsetpgrp(0, _job)
    os.killpg(_job, signal.SIGCONT)
