"""A worker that hangs is told from one that has nothing to say and from our own sleep."""

from sessions.camera.silence_watch import SilenceWatch


def test_silence_adds_up_only_while_an_answer_is_due() -> None:
    """Six quarter seconds without a word are a second and a half."""
    due = SilenceWatch(0.0, limit_s=1.5)
    idle = SilenceWatch(0.0, limit_s=1.5)
    ticks = [0.25 * n for n in range(1, 10)]

    assert [due.tick(t, heard_at=-1.0, due=True) for t in ticks].index(True) == 5
    assert not any(idle.tick(t, heard_at=-1.0, due=False) for t in ticks)


def test_a_word_begins_the_count_anew() -> None:
    """Half-second signs of life keep a busy worker alive for ever."""
    silence = SilenceWatch(0.0, limit_s=1.5)

    assert not any(silence.tick(0.25 * n, heard_at=0.5 * (n // 2), due=True) for n in range(1, 200))


def test_our_own_suspension_is_not_the_workers_silence() -> None:
    """After twenty seconds of being stopped together, the first tick accuses nobody."""
    silence = SilenceWatch(0.0, limit_s=1.5)
    silence.tick(0.25, heard_at=0.2, due=True)

    assert not silence.tick(20.25, heard_at=0.2, due=True)
