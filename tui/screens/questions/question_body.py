"""The middle of a page of the first run: what was answered, and the question of now."""

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec.structs import replace
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.person.person import Person
from tui.presenters.first_run import page_of
from tui.presenters.first_run_questions import Question
from tui.presenters.first_run_texts import answers_above, question_texts
from tui.terminal.reflow import path_in
from tui.texts import first_run as words
from tui.widgets.choices import Choices
from tui.widgets.drawn_side import DrawnSide
from tui.widgets.reflowed import Reflowed
from tui.widgets.sound_check import SoundCheck, SpeakerMaker


def body_of(
    question: Question,
    person: Person,
    make_speaker: SpeakerMaker,
    *,
    intro: Sequence[str] = (),
    only: bool = False,
) -> list[Widget]:
    """The widgets from top to bottom; with `only` no other question of its page."""
    above = [] if only else answers_above(page_of(question.id), question, person)
    return [
        *(_text(each) for each in intro),
        *(Static(each, classes="answered", markup=False) for each in above[:-1]),
        *(Static(each, classes="answered -last", markup=False) for each in above[-1:]),
        *(_paragraph(each, person) for each in question_texts(question, person)),
        *_asking(question, person, make_speaker),
    ]


def _paragraph(text: str, person: Person) -> Static:
    """A paragraph; the folder of the data is broken between its names."""
    if text != person.data_shown:
        return _text(text)
    folder = Reflowed(partial(path_in, text))
    folder.add_class("text")
    return folder


def _text(text: str) -> Static:
    return Static(text, classes="text", markup=False)


def _asking(question: Question, person: Person, make_speaker: SpeakerMaker) -> Iterator[Widget]:
    """The widget that takes the answer, if one is asked for."""
    settings = person.settings
    text = words.PAGES[question.id]
    match question.kind:
        case "one" | "many":
            yield Choices(
                text.options,
                chosen=question.get(settings),
                many=question.kind == "many",
                none=text.none,
            )
        case "side":
            yield DrawnSide(
                {"left": text.options["left"], "right": text.options["right"]}, settings.side
            )
        case "date":
            day = question.day(settings)
            text_now = "" if day is None else day.isoformat()
            yield Input(text_now, placeholder=words.ONSET_LABEL)
        case "name":
            yield Input(settings.name, placeholder=words.NAME_LABEL, max_length=40)
        case "sound":
            first = question.id in settings.still_to_ask or settings.answers.finished_on is None
            sound = replace(settings.sound, level=1) if first else settings.sound
            yield SoundCheck(sound, make_speaker)
        case "read" | "end":
            return
