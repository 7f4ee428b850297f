"""Text stays on the sheet.

The paper is imported by each test: it loads matplotlib, which no other process of a run needs.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st


@settings(max_examples=40)
@given(st.text(max_size=120), st.floats(0.5, 7.0))
def test_no_line_is_wider_than_asked(text: str, width: float) -> None:
    """Any text, any width; nothing of it is lost."""
    from sessions.report.paper import NORMAL, known, wide, wrap

    line = " ".join(known(text).split())
    lines = wrap(line, width, NORMAL)

    assert all(wide(each, NORMAL) <= width for each in lines)
    assert "".join(lines).replace(" ", "") == line.replace(" ", "")


def test_letters_the_font_lacks_become_a_box() -> None:
    """Better a box than a warning or a gap."""
    from sessions.report.paper import known

    assert known("aß漢") == "aß\u25a1"


def test_columns_share_the_width_there_is() -> None:
    """The widest gives way."""
    from sessions.report.paper import NORMAL, column_widths

    rows = [("a", "b" * 400), ("longer", "c")]
    widths = column_widths(rows, 5.0, NORMAL, 0.1)

    assert sum(widths) == pytest.approx(5.0, abs=0.01)
    assert widths[0] < widths[1]
