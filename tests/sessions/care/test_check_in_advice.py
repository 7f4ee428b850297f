"""The check-in proposes, with its reason; it never forbids."""

import pytest

from sessions.care.check_in_advice import advise


@pytest.mark.parametrize(
    ("answers", "change", "because"),
    [
        ({}, "none", ()),
        ({"pain": 3, "tightness": 5, "tiredness": 5}, "none", ()),
        ({"pain": 4}, "soft", ("pain",)),
        ({"tightness": 6, "pain": 4}, "soft", ("pain", "tightness")),
        ({"tightness": 10, "tiredness": 10}, "soft", ("tightness",)),
        ({"tiredness": 6}, "lighter", ("tiredness",)),
        ({"pain": 7, "tightness": 9}, "rest", ("pain",)),
    ],
)
def test_what_is_proposed(answers: dict[str, int], change: str, because: tuple[str, ...]) -> None:
    """Strong pain: rest; pain or tightness: soft tissue; tired: lighter; else as planned."""
    found = advise(answers, eye_closes=True)

    assert (found.change, found.because) == (change, because)


@pytest.mark.parametrize(
    ("sore", "closes", "first"),
    [(3, True, False), (4, True, True), (3, False, True), (2, False, False), (3, None, False)],
)
def test_a_sore_eye_comes_first(sore: int, closes: bool, first: bool) -> None:
    """The eye card is shown first, a little sooner for an eye that does not close."""
    assert advise({"eye_dryness": sore}, eye_closes=closes).eye_first is first


@pytest.mark.parametrize(("closes", "first"), [(True, False), (None, False), (False, True)])
def test_exercises_of_an_open_eye_begin_with_its_care(closes: bool | None, first: bool) -> None:
    """Also without a sore eye."""
    assert advise({}, eye_closes=closes, eye_exercises=True).eye_first is first
