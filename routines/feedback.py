"""When the meters are seen: always, less and less, or only afterwards. Pure.

What is practised with a meter in sight is partly lost when the meter goes; feedback that fades
kept more of it the next day (care brief, section 5.10). A repetition is hidden or seen as a whole,
by its number in the set, so that a session can be decided again. Guards see every repetition.
"""

from typing import Literal, get_args

Feedback = Literal["always", "fading", "after"]
FEEDBACKS: tuple[Feedback, ...] = get_args(Feedback)

Hidden = Literal[0, 1, 2, 3]
"""In how many of three repetitions the meters are hidden."""


def hidden_of_three(feedback: Feedback, *, faded: bool, record: bool) -> Hidden:
    """`faded`: two weeks of fading lie behind. In a weekly record some are always seen, so that
    hidden ones have something to be compared with."""
    match feedback:
        case "always":
            return 0
        case "fading":
            return 2 if faded else 1
        case "after":
            return 2 if record else 3


def is_hidden(asked: int, hidden: int) -> bool:
    """Whether the repetition asked for as number `asked` of its set, from 1, is a hidden one. Of
    each three the last ones are."""
    return (asked - 1) % 3 >= 3 - hidden
