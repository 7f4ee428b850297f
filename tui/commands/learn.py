"""`slowsmile learn [TOPIC]`: short pages to read. Without a topic, their list."""

import argparse

from routines.language import _
from routines.learn import topic, topics
from routines.program import COMMAND


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """An optional topic."""
    parser.add_argument("topic", nargs="?", metavar="TOPIC", help=_("the page to read"))


def run(args: argparse.Namespace) -> int:
    """Print a page, or the list of pages."""
    if args.topic is None:
        width = max(len(page.id) for page in topics())
        for page in topics():
            print(f"{page.id:<{width}}  {page.title}")
        print(_("\nRead one with: {command} learn TOPIC").format(command=COMMAND))
        return 0
    page = topic(args.topic)
    print(f"{page.title}\n\n{page.text}")
    return 0
