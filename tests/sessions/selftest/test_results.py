"""Starting the selftest's process: what it answers, and what becomes of it when it does not."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from routines.errors import Trouble
from sessions.selftest.results import SelfTestRequest, run

ASK = SelfTestRequest(model="face.task", photo="me.png")


def child(code: str) -> Sequence[str]:
    """Another process in its place."""
    return (sys.executable, "-c", code)


def test_the_question_reaches_the_child_and_its_words_come_back(tmp_path: Path) -> None:
    """A refusal keeps its sentence and its kind; noise goes to the log."""
    code = (
        "import sys, json; ask = json.load(sys.stdin); print('noise', file=sys.stderr);"
        "print(json.dumps({'failure': {'kind': 'camera', 'sentence': ask['photo'] + '?'}}))"
    )
    with pytest.raises(Trouble) as refused:
        run(ASK, tmp_path / "camera.log", child(code))

    assert (refused.value.sentence, refused.value.kind) == ("me.png?", "camera")
    assert (tmp_path / "camera.log").read_text() == "noise\n"


@pytest.mark.parametrize("code", ["", "print('hello')", "import os; os.abort()", "print('{}')"])
def test_a_child_that_does_not_answer_is_one_sentence(code: str) -> None:
    """Silent, talking nonsense, dead, or with neither a table nor a reason."""
    with pytest.raises(Trouble) as refused:
        run(ASK, None, child(code))

    assert refused.value.kind == "unexpected"
    assert refused.value.sentence.endswith(".")


def test_a_name_that_is_no_text_is_refused() -> None:
    """Before anything starts."""
    with pytest.raises(Trouble, match="Rename the file") as refused:
        run(SelfTestRequest(model="face.task", photo="b\udcff.png"), None, ("not a program",))
    assert refused.value.kind == "usage"
