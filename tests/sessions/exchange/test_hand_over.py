"""A plan and its routines go to another computer whole, checked, and without a leave."""

import datetime
import errno
import random
import zlib
from pathlib import Path

import pytest
from msgspec.structs import replace

from routines.errors import Trouble
from routines.plan import default_plan
from routines.reading.library import find, library_ids
from routines.stages import WEEKLY_LOOK
from routines.writing import plan_text, routine_text
from sessions.care.therapist_plan import own_set, plan_with
from sessions.exchange import hand_over
from sessions.exchange.code_texts import (
    MOST_CODES,
    ROOM,
    Collector,
    code_texts,
    from_base45,
    to_base45,
)
from sessions.exchange.hand_over import (
    MOST_BYTES,
    MOST_FILES,
    HandOver,
    archived,
    checked,
    from_file,
    of_plan,
    of_routines,
    packed,
    problems_of,
    texts_of,
    unpacked,
)
from sessions.exchange.taking import keep, replaced_by
from sessions.storage.file_patterns import kind_in_data
from sessions.storage.private_files import write_private

TODAY = datetime.date(2026, 11, 29)
NOW = datetime.datetime(2026, 11, 29, 9, 30, tzinfo=datetime.UTC)


def of_a_sitting(folder: Path) -> HandOver:
    """A plan whose one routine is an own set with a leave in it."""
    made = own_set(find("daily-gentle"), ("one-corner",), "M. Weber", TODAY, 8)
    write_private(folder / "own-set.toml", routine_text(made))
    plan = plan_with("paretic", "own-set", 2, "M. Weber", "Softly.", TODAY)
    return of_plan(plan, (folder,), TODAY)


@pytest.mark.parametrize("routine_id", library_ids())
def test_every_routine_comes_back_equal(routine_id: str) -> None:
    """Through codes of a small window and of a large one, read in any order."""
    handed = of_routines((find(routine_id, today=TODAY),))
    content = packed(texts_of(handed))
    for room in (ROOM[3], ROOM[7]):
        texts = list(code_texts(content, room))
        random.Random(1).shuffle(texts)
        collector = Collector()
        for text in texts:
            assert len(text) <= room
            assert collector.content is None
            assert collector.take(text)
        assert collector.content is not None
        assert unpacked(collector.content) == texts_of(handed)

    if routine_id != WEEKLY_LOOK:  # the program's own: a file of somebody else's is none
        taken = checked(unpacked(content), (), TODAY)
        assert taken.routines == (replace(handed.routines[0], source=""),)


def test_a_plan_takes_along_what_the_other_computer_does_not_have(tmp_path: Path) -> None:
    """The own set goes with it, a routine of the library is named only."""
    handed = of_a_sitting(tmp_path)
    usual = of_plan(default_plan("paretic", TODAY), (), TODAY)

    assert list(texts_of(handed)) == ["plan.toml", "routines/own-set.toml"]
    assert list(texts_of(usual)) == ["plan.toml"]


def test_a_leave_goes_nowhere(tmp_path: Path) -> None:
    """Neither out nor in: the exercise stays and is skipped until it is allowed there."""
    handed = of_a_sitting(tmp_path)
    own = (tmp_path / "own-set.toml").read_text(encoding="utf-8")

    taken = checked({"routines/own-set.toml": own}, (), TODAY)

    assert "therapist_allows" in own
    for each in (handed, taken):
        assert [leave.exercise for leave in each.leaves] == ["one-corner"]
        assert "therapist_allows" not in "".join(texts_of(each).values())
        assert "must allow" in str(each.routines[0].steps[-1].skipped)


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        ({}, "no plan and no routine"),
        ({"settings.toml": "schema = 1\n"}, "no plan and no routine"),
        ({"routines/../plan.toml": "schema = 1\n"}, "no plan and no routine"),
        ({"routines/a.toml": "schema = 1\n"}, r"^a\.toml: id: expected[^/]*Nothing was taken\.$"),
        ({"plan.toml": plan_text(plan_with("paretic", "anna", 1, "W", "", TODAY))}, "anna"),
    ],
)
def test_what_does_not_check_clean_is_refused_whole(texts: dict[str, str], why: str) -> None:
    """With `check`'s own words."""
    good = {"routines/daily-gentle.toml": routine_text(find("daily-gentle"))} if texts else {}
    with pytest.raises(Trouble, match=why):
        checked({**good, **texts}, (), TODAY)


def test_of_two_routines_with_one_id_none_is_lost_in_silence() -> None:
    """One file would be written over the other."""
    text = routine_text(find("daily-gentle"))
    with pytest.raises(Trouble, match="same id"):
        checked({"routines/a.toml": text, "routines/b.toml": text}, (), TODAY)


def test_too_many_files_are_called_so() -> None:
    """Not that there is nothing in it."""
    text = routine_text(find("daily-gentle"))
    with pytest.raises(Trouble, match=f"more than {MOST_FILES} files"):
        checked({f"routines/r{n}.toml": text for n in range(MOST_FILES + 1)}, (), TODAY)


def test_without_room_to_read_them_it_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what was handed over, and of a plan that is being built."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(hand_over, "write_private", full)
    texts = {"plan.toml": plan_text(default_plan("paretic", TODAY))}

    with pytest.raises(Trouble, match="No space left"):
        checked(texts, (), TODAY)
    assert "No space left" in problems_of(texts, (), TODAY)[0]


def test_what_is_replaced_is_put_by_and_can_be_taken_again(tmp_path: Path) -> None:
    """The earlier plan lies in a backup that `forget` knows; what is equal is not touched."""
    data = tmp_path / "data"
    earlier = plan_with("paretic", "bells-1", 1, "A. Old", "", TODAY)
    write_private(data / "plan.toml", plan_text(earlier))
    handed = of_a_sitting(tmp_path)

    assert list(replaced_by(data, handed)) == ["plan.toml"]
    kept = keep(data, handed, NOW)
    again = keep(data, handed, NOW)

    assert kept.backup is not None
    assert again.backup is None
    assert kind_in_data(f"backup/{kept.backup.name}") == "backups"
    assert from_file(kept.backup, (), TODAY).plan == earlier
    assert find("own-set", (data / "routines",)).name == "Gentle daily set, with M. Weber"


def test_a_file_is_a_zip_a_plan_or_a_routine(tmp_path: Path) -> None:
    """A plan with the routines that lie beside it."""
    handed = of_a_sitting(tmp_path)
    assert handed.plan is not None
    whole = write_private(tmp_path / "a.zip", archived(texts_of(handed))) or tmp_path / "a.zip"
    write_private(tmp_path / "plan.toml", plan_text(handed.plan))

    assert texts_of(from_file(whole, (), TODAY)) == texts_of(handed)
    assert texts_of(from_file(tmp_path / "plan.toml", (), TODAY)) == texts_of(handed)
    assert [each.id for each in from_file(tmp_path / "own-set.toml", (), TODAY).routines] == [
        "own-set"
    ]


def test_of_an_export_only_plan_and_routines_are_taken(tmp_path: Path) -> None:
    """No settings, so no consent and no answer; no sitting, and no leave in a routine."""
    made = own_set(find("daily-gentle"), ("one-corner",), "M. Weber", TODAY, 8)
    texts = {
        "plan.toml": plan_text(plan_with("paretic", "own-set", 2, "M. Weber", "", TODAY)),
        "routines/own-set.toml": routine_text(made),
        "settings.toml": "schema = 1\nphotos = true\nwhole_face = true\n",
        "therapist.toml": "schema = 1\n",
        "diary.jsonl": "{}\n",
    }
    write_private(tmp_path / "all.zip", archived(texts))
    data = tmp_path / "data"
    keep(data, from_file(tmp_path / "all.zip", (), TODAY), NOW)

    kept = sorted(path.relative_to(data).as_posix() for path in data.rglob("*.*"))
    assert kept == ["plan.toml", "routines/own-set.toml"]
    assert find("own-set", (data / "routines",), today=TODAY).allows == ()


def test_a_zip_that_was_copied_in_part_is_called_so(tmp_path: Path) -> None:
    """Not a document of another program."""
    whole = archived(texts_of(of_routines((find("wind-down", today=TODAY),))))
    (tmp_path / "cut.zip").write_bytes(whole[:-30])

    with pytest.raises(Trouble, match="only a part of one"):
        from_file(tmp_path / "cut.zip", (), TODAY)


def test_codes_of_others_and_damaged_ones_are_passed_over() -> None:
    """Whatever a camera may see; a set with a wrong part begins again."""
    content = bytes(range(256))
    texts = code_texts(content, ROOM[7])
    wrong = texts[0][:-1] + ("0" if texts[0][-1] != "0" else "1")
    collector = Collector()

    other = "S2" + texts[0][2:]
    for text in ("", "https://example.org/1/2/3/4", "S1/", "S1/12345678/2/1/00", other):
        assert not collector.take(text)
    for text in (wrong, *texts[1:]):
        collector.take(text)
    assert (collector.content, collector.have) == (None, ())
    for text in texts:
        collector.take(text)

    assert collector.content == content
    assert (collector.have, collector.of) == (tuple(range(1, len(texts) + 1)), len(texts))


def test_no_bomb_and_no_foreign_bytes() -> None:
    """What was packed otherwise is refused, and nothing grows without bound."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = squeeze.compress(bytes(50 * MOST_BYTES)) + squeeze.flush()
    for content in (b"", b"\x00\x01", bomb, packed({"a": "b"})[:-2]):
        with pytest.raises(Trouble, match="another program"):
            unpacked(content)


def test_base_45_is_the_one_of_the_standard() -> None:
    """RFC 9285, section 4.3 and 4.4; what is none is none."""
    assert (to_base45(b"AB"), to_base45(b"Hello!!"), to_base45(b"base-45")) == (
        "BB8",
        "%69 VD92EX0",
        "UJCLQE7W581",
    )
    assert from_base45("QED8WEX0") == b"ietf!"
    assert from_base45("FGW") == b"\xff\xff"
    assert {from_base45(text) for text in ("GGW", ":::", "A", "ab8")} == {None}


def test_what_is_too_long_for_codes_is_said() -> None:
    """So that a file is offered instead."""
    with pytest.raises(ValueError, match="99 codes"):
        code_texts(bytes(MOST_CODES * 40), ROOM[3])
