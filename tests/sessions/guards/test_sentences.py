"""The guards' words: calm, with the numbers, and every verdict has some."""

import re

import pytest
from msgspec.structs import replace

from sessions.engine.texts import own_word
from sessions.guards import blind_sentences, sentences
from sessions.reps.rep import Linked, Rep, Verdict
from tests.sessions.guards.judging import guards, judge
from tests.sessions.made_reps import rep

HARSH = re.compile(
    r"\b(bad|wrong|fail|failed|must|never|harder|try harder|maximum|max|synkinesis|diagnos\w*|"
    r"patient|warning|error|too weak|poor)\b|!",
    re.IGNORECASE,
)


def every_verdict() -> list[Verdict]:
    """At least one verdict of every rule, level and sign."""
    sag = {"decay": (2.4, 30.0)}
    eye = Linked(eye_narrowing_percent=30, other_eye_narrowing_percent=5)
    corner = Linked(corner_mm=4, other_corner_mm=1)
    sets: list[tuple[dict[str, object], list[Rep]]] = [
        ({}, [rep(n, 8 if n < 4 else 4) for n in range(1, 6)]),
        ({}, [rep(n, 8 if n < 4 else 6, 8 if n < 4 else 9.4) for n in range(1, 6)]),
        ({}, [rep(n, 8, **sag) for n in range(1, 3)]),  # pyright: ignore[reportArgumentType]
        ({}, [rep(n, 6, 8 if n < 4 else 12) for n in range(1, 6)]),
        ({}, [rep(n, 6, 8 if n % 2 else 10) for n in range(1, 8)]),
    ]
    for measure, pair, linked in (
        ("pucker", "pucker-eye", eye),
        ("open-smile", "smile-eye", eye),
        ("eye-closure", "closure-corner", corner),
        ("brow-raise", "brow-corner", corner),
    ):
        options: dict[str, object] = {"measure": measure, "watch": (pair,)}
        sets.append((options, [rep(n, linked=linked) for n in (1, 2)]))
        nothing = Linked(
            eye_narrowing_percent=0, other_eye_narrowing_percent=0, corner_mm=0, other_corner_mm=0
        )
        calm = [rep(n, linked=nothing) for n in (1, 2, 3)]
        known = {**options, "known_linked": True}
        sets.append((known, [*calm, *[rep(n, linked=linked) for n in (4, 5, 6, 7)]]))
    verdicts = [v for options, reps in sets for v in judge(guards(**options), reps)]  # pyright: ignore
    grown = Verdict(rule="overcompensation", level="hint", t_s=1.0, rep=1, detail={})
    along = [
        Verdict(rule="synkinesis", level="hint", t_s=1.0, rep=1, detail={"sign": pair})
        for pair in ("pucker-eye", "brow-corner")
    ]
    return [*verdicts, *[sentences.fill(hint) for hint in (grown, *along)]]


def test_every_stop_says_the_numbers_it_rests_on() -> None:
    """A digit and a unit, the side or part, and that the set ends."""
    stops = [v for v in every_verdict() if v.level == "stop"]

    assert {v.rule for v in stops} == {"fatigue", "overcompensation", "synkinesis"}
    for stop in stops:
        assert re.search(r"\d+(\.\d)? (mm|%)", stop.sentence), stop
        assert "left" in stop.sentence or "right" in stop.sentence
        assert stop.sentence.endswith("the set ends here.")
        assert "sign" in stop.detail


def test_all_words_are_calm_and_short() -> None:
    """No scolding, no jargon, no exclamation; at most two short sentences and a half."""
    fixed = [
        value
        for name, value in vars(sentences).items()
        if name.isupper() and isinstance(value, str) and not name.startswith("_")
    ]
    said = [v.sentence for v in every_verdict()] + fixed
    said += [
        blind_sentences.late_for_tiring(3.0, 50.0),
        blind_sentences.blind_to_tiring(0.4),
        blind_sentences.late_for_growth(3.0, 150.0),
    ]

    for sentence in said:
        assert sentence
        assert not HARSH.search(sentence), sentence
        assert len(sentence) < 220, sentence
        assert sentence[0].isupper()
        assert sentence.rstrip().endswith((".", "?")), sentence


def test_within_a_repetition_the_first_words_are_smaller_softer() -> None:
    """Somebody in the middle of a movement hears two words first."""
    cautions = [v for v in every_verdict() if v.rule == "overcompensation" and v.level != "stop"]

    assert cautions
    assert all(v.sentence.startswith("Smaller, softer.") for v in cautions)


def test_what_comes_along_is_named_first_and_what_to_do_second() -> None:
    """Within the movement nothing else; after it the number."""
    linked = [v for v in every_verdict() if v.rule == "synkinesis" and v.level != "stop"]
    hints = {v.sentence for v in linked if v.level == "hint"}

    assert hints == {
        "The eye is coming along. Smaller.",
        "The mouth corner is coming along. Smaller.",
    }
    for caution in (v for v in linked if v.level == "caution"):
        assert re.match(r"The (eye|mouth corner) is coming along\. ", caution.sentence)
        assert ("Relax it first." in caution.sentence) == ("next_target_percent" in caution.detail)


@pytest.mark.parametrize("feeling", [None, "tired", "annoyed", "pain"])
def test_the_own_word_is_always_right(feeling: str | None) -> None:
    """No number is asked of the person; pain says where to turn."""
    verdict = own_word(feeling, 12.0, 3)  # pyright: ignore[reportArgumentType]

    assert (verdict.rule, verdict.level, verdict.rep) == ("self", "stop", 3)
    assert "right" in verdict.sentence
    assert ("doctor" in verdict.sentence) == (feeling == "pain")
    assert sentences.fill(verdict) == verdict


def test_known_linked_movement_names_what_is_new() -> None:
    """Not the whole of it: only how much more than at the start."""
    known = [v for v in every_verdict() if any(k.startswith("worse_") for k in v.detail)]

    assert known
    assert all("more than at the start" in v.sentence for v in known)


def test_what_is_told_after_the_last_repetition_ends_no_set() -> None:
    """Same rule, same numbers, one level down."""
    for stop in (v for v in every_verdict() if v.level == "stop"):
        told = sentences.told_in_last_rep(stop)

        assert (told.rule, told.level, told.detail) == (stop.rule, "caution", stop.detail)
        assert "set ends" not in told.sentence
        assert told.sentence.endswith(". This set is over.")


@pytest.mark.parametrize(
    ("reps", "words"),
    [(1, "narrowed by 30 %. That is"), (2, " twice in a row. "), (3, " 3 times in a row. ")],
)
def test_how_often_in_a_row_is_said_as_the_rule_counts(reps: int, words: str) -> None:
    """A routine may ask for one, two or three; the sentence follows."""
    detail: dict[str, float | str] = {"sign": "pucker-eye", "linked_points": 30.0, "reps": reps}
    stop = Verdict(rule="synkinesis", level="stop", t_s=1.0, rep=3, detail=detail)

    assert words in sentences.sentence(stop)


def test_no_sentence_has_a_nought_with_a_minus() -> None:
    """Each number of each sentence a hair under nought."""
    for verdict in every_verdict():
        nearly = {k: -0.0004 if isinstance(v, float) else v for k, v in verdict.detail.items()}
        assert "-0" not in sentences.fill(replace(verdict, detail=nearly)).sentence
