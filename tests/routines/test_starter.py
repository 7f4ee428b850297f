"""The starter runs as it stands and explains itself."""

import re

import pytest

from routines.movements import STAGES, Stage
from tests.routines.writing_routines import read


@pytest.mark.parametrize("stage", STAGES)
def test_a_starter_reads_without_errors(stage: Stage) -> None:
    """For every stage, with any name."""
    routine = read(starter_text := _starter(stage))

    assert routine.stage == stage
    assert routine.name == 'A "quiet" set \\ small'
    assert starter_text.count("#") > 15


@pytest.mark.parametrize("stage", STAGES)
def test_its_commented_lines_are_right_too(stage: Stage) -> None:
    """Taking the # away from a suggested key gives a file that still reads."""
    lines = _starter(stage).split("\n")
    pattern = re.compile(r"# (\[\[?\w|\w+ = )")
    woken = [line[2:] if pattern.match(line) else line for line in lines]
    text = "\n".join(woken).replace('"one-corner"', '"squint"')

    if stage == "paretic":
        text += '\n[[exercise]]\ndo = "squint"\n'
        assert read(text).steps[-1].leave is not None
        assert read(text).steps[0].assist


def _starter(stage: Stage) -> str:
    from routines.starter import starter

    return starter("quiet-set", 'A "quiet" set \\ small', stage)
