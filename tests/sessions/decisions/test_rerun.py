"""A kept session is decided again: the same, to the bit; and what has changed is named."""

from functools import cache
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sessions.decisions.account import RepAccount, story
from sessions.decisions.columns import Damaged
from sessions.decisions.kept_decisions import chunk_of, joined, pack, unpack
from sessions.decisions.rerun import Rerun, rerun
from sessions.engine.interface.commands import Cue, KeptRep, KeptVerdict
from sessions.engine.interface.events import ActionRequested
from sessions.reps.rep import Verdict
from sessions.simulator.profile import load_profile
from tests.sessions.decisions.heard import HeardSession
from tests.sessions.log_samples import plan, step
from tests.sessions.practising import fewer_readings


@cache
def _tiring() -> HeardSession:
    """A set that is ended because the weak side tired."""
    with fewer_readings():
        return HeardSession(plan(step("open-smile", reps=8)), load_profile("tiring"))


@cache
def _block() -> bytes:
    """What is kept of it."""
    return pack(_tiring().decisions)


@pytest.mark.parametrize("profile", ["linked-eye", "restless", "sensor-noise"])
def test_every_number_comes_out_again(profile: str) -> None:
    """Through the packed block, with all that the engine said."""
    with fewer_readings():
        told = HeardSession(plan(step("pucker", reps=2)), load_profile(profile))
    again = rerun(unpack(pack(told.decisions)))
    assert again.identical
    assert again.difference is None
    assert list(again.commands) == told.commands


def test_pauses_and_the_clock_come_out_again() -> None:
    """Wishes by key are events like the others."""
    wishes = {
        95: ActionRequested(0, "pause"),
        130: ActionRequested(0, "resume"),
        300: ActionRequested(0, "again"),
        500: ActionRequested(0, "new-rest"),
    }
    with fewer_readings():
        told = HeardSession(plan(step("open-smile", reps=3)), load_profile("steady"), asked=wishes)
    again = rerun(told.decisions)
    assert again.identical
    assert any(isinstance(each, KeptRep) for each in again.commands)


def test_each_repetition_has_what_the_guards_saw() -> None:
    """From the first, which is not judged, to the one that stops the set."""
    parts = story(rerun(_tiring().decisions).commands)
    reps = [each for each in parts if isinstance(each, RepAccount)]
    assert [each.n for each in reps] == list(range(1, len(reps) + 1))
    stop = next(v for each in reps for v in each.said if v.level == "stop")
    assert stop.rule == "fatigue"
    loss = next(look for look in reps[-1].looks if look.sign == "loss")
    assert loss.value is not None
    assert loss.value >= loss.stop
    assert loss.in_a_row >= loss.needed
    first = next(look for look in reps[0].looks if look.sign == "loss")
    assert first.not_judged == "first-repetitions"


def test_what_was_said_in_a_lost_try_belongs_to_the_stretch_it_was_said_in() -> None:
    """Before the practice was broken off, and after it was gone on with."""

    def said(at_s: float) -> KeptVerdict:
        verdict = Verdict(rule="self", level="stop", t_s=at_s, rep=1, detail={}, sentence="No")
        return KeptVerdict(at_s=at_s, step=0, set=1, verdict=verdict)

    looks = Cue(at_s=0.0, phase="finding-face", seconds=None)
    told = story((said(20.0), looks, said(9.0)), begins=(1,))
    assert [(each.at_s, each.stretch) for each in told] == [(20.0, 0), (9.0, 1)]
    caution = msgspec.structs.replace(said(20.0).verdict, level="caution")
    lost = msgspec.structs.replace(said(20.0), verdict=caution)
    (before, *_) = story((lost, looks, said(9.0)), begins=(1,))
    assert (before.at_s, before.stretch) == (20.0, 0)


def test_a_changed_limit_decides_differently_and_is_named() -> None:
    """The first decision that is not the same, and its rule."""
    decisions = _tiring().decisions
    limits = decisions.plan.routine.steps[0].thresholds
    loose = msgspec.structs.replace(
        limits,
        fatigue=msgspec.structs.replace(
            limits.fatigue, stop_drop_percent=90.0, caution_drop_percent=85.0
        ),
    )
    one = msgspec.structs.replace(decisions.plan.routine.steps[0], thresholds=loose)
    routine = msgspec.structs.replace(decisions.plan.routine, steps=(one,))
    changed = msgspec.structs.replace(
        decisions, plan=msgspec.structs.replace(decisions.plan, routine=routine)
    )
    again = rerun(changed)
    assert not again.identical
    assert again.difference is not None
    assert again.difference.rule == "fatigue"
    assert isinstance(again.difference.then, KeptVerdict)


def test_other_words_are_no_other_numbers() -> None:
    """A sentence that was mended since, or is said in another language."""
    decisions = _tiring().decisions
    (stretch,) = decisions.stretches
    at = next(n for n, one in enumerate(stretch.kept) if isinstance(one, KeptVerdict))
    said = stretch.kept[at]
    assert isinstance(said, KeptVerdict)

    def with_stop(**changes: Any) -> Rerun:
        verdict = msgspec.structs.replace(said.verdict, **changes)
        one = msgspec.structs.replace(said, verdict=verdict)
        kept = (*stretch.kept[:at], one, *stretch.kept[at + 1 :])
        changed = msgspec.structs.replace(stretch, kept=kept)
        return rerun(msgspec.structs.replace(decisions, stretches=(changed,)))

    assert with_stop(sentence="Other words.").identical
    assert not with_stop(t_s=said.verdict.t_s + 0.001).identical


def test_a_session_cut_off_by_force_is_the_same_as_far_as_it_goes() -> None:
    """Events are written before what was decided on them."""
    decisions = _tiring().decisions
    stretch = decisions.stretches[0]
    cut = msgspec.structs.replace(stretch, kept=stretch.kept[:4])
    again = rerun(msgspec.structs.replace(decisions, stretches=(cut,)))
    assert again.identical
    assert again.difference is None


def test_chunks_of_a_journal_make_one_stretch() -> None:
    """As if they had been written at once."""
    noted = _tiring().noted
    chunks = [chunk_of(noted[:100]), chunk_of(noted[100:900]), chunk_of(noted[900:])]
    assert joined(chunks) == _tiring().decisions.stretches[0].events


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**16), st.integers(1, 255))
def test_a_damaged_block_is_told(at: int, flip: int) -> None:
    """Wherever the damage is."""
    block = bytearray(_block())
    block[at % len(block)] ^= flip
    with pytest.raises(Damaged):
        unpack(bytes(block))


def test_a_cut_or_longer_block_is_told() -> None:
    """And anything that is no block."""
    for wrong in (b"", _block()[:-5], _block() + b"x", b"PK\3\4"):
        with pytest.raises(Damaged):
            unpack(wrong)


def test_a_newer_block_is_called_newer() -> None:
    """Nothing is wrong with it."""
    with pytest.raises(Damaged, match="newer version"):
        unpack(pack(msgspec.structs.replace(_tiring().decisions, schema=2)))
