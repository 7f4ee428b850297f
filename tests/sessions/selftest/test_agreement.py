"""Bias, limits of agreement and ICC come out as in the papers that they are from."""

import random

import pytest

from sessions.selftest.agreement import FEWEST, agreement, icc_2_1

WRIGHT = (494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427)
MINI = (512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451)
"""Peak flow of 17 people by two meters, first readings (Bland and Altman 1986, table 1)."""
JUDGES = ((9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7))
"""Six subjects rated by four judges (Shrout and Fleiss 1979, table 2)."""


def test_limits_of_agreement_as_published() -> None:
    """-2.1 l/min, SD 38.8, limits -79.7 and 75.5; 95 % intervals -22.0 to 17.8 and -114.3 to -45.1
    (the latter by the rougher formula of that paper). It takes 2 SD where 1.96 is meant."""
    found = agreement(list(zip(WRIGHT, MINI, strict=True)))

    assert found is not None
    assert (found.n, round(found.bias, 1), round(found.sd, 1)) == (17, -2.1, 38.8)
    assert found.low == pytest.approx(-79.7 + 0.04 * 38.8, abs=0.1)
    assert found.high == pytest.approx(75.5 - 0.04 * 38.8, abs=0.1)
    assert found.bias_either_way == pytest.approx(19.9, abs=0.1)
    assert found.limit_either_way == pytest.approx(34.6, abs=0.5)


def test_icc_as_published() -> None:
    """ICC(2,1) is .29 there, while the judges rank alike (ICC(3,1) is .71)."""
    icc = icc_2_1(JUDGES)

    assert icc is not None
    assert round(icc, 2) == 0.29
    assert icc == pytest.approx(0.2898, abs=5e-5)


def test_absolute_agreement_counts_a_bias_against_a_rater() -> None:
    """A rater who reads 2 mm more each time agrees less, however well the order is kept."""
    chance = random.Random(3)
    true = [chance.uniform(1, 8) for _ in range(40)]
    same, biased = ([(mm, mm + off) for mm in true] for off in (0.0, 2.0))

    assert icc_2_1(same) == pytest.approx(1.0)
    shifted = agreement(biased)
    assert shifted is not None
    assert shifted.bias == pytest.approx(-2.0)
    assert shifted.sd == pytest.approx(0.0)
    assert shifted.icc is not None
    assert shifted.icc < 0.75


def test_few_pairs_and_people_who_do_not_differ_say_nothing() -> None:
    """No number is made of nothing; an interval needs seven."""
    assert agreement([(1.0, 2.0)] * (FEWEST - 1)) is None
    assert icc_2_1([]) is None
    assert icc_2_1([(1.0, 2.0)]) is None
    assert icc_2_1([(1.0,), (2.0,)]) is None
    same = agreement([(2.0, 2.0)] * 5)
    assert same is not None
    assert (same.icc, same.bias_either_way) == (None, None)


def test_nine_in_ten_and_more_differences_lie_within_the_limits() -> None:
    """Of a thousand new pairs drawn in the same way."""
    chance = random.Random(5)

    def drawn(count: int) -> list[tuple[float, float]]:
        return [(mm + chance.gauss(0.5, 1), mm) for mm in (chance.uniform(0, 9),) * count]

    found = agreement(drawn(200))
    assert found is not None
    inside = sum(found.low <= first - second <= found.high for first, second in drawn(1000))
    assert 920 <= inside <= 980
