"""Mutants that change nothing that can be observed, by name, each with the reason.

Only what cannot be told apart from outside belongs here; what no test happens to look at does not.
"""

_NARROWING = "Implied by the other operand; it stands there so that the type checker knows."
_TOGETHER = "Both are None at the same time, so either check does."
_TENTH = "Only keeps from dividing by zero; here the percent is far beyond every limit either way."
_ROUNDING = "Takes up the rounding of times; frames are many thousand times further apart."
_AT_LIMIT = "At the limit itself both ways give the limit."
_ABSENT = "Below every limit of the scale, as an answer that was not given must be."
_OVERWRITTEN = "The first repetition sets it before anything reads it."
_NO_STAGE = "Nothing active is open without a stage, and what is not active suits every stage."

_UNCHANGED_BEFORE = "No change was answered before, and changes are whole numbers."

EQUIVALENT: dict[str, str] = {
    "eye_care trend: change < 0 [< becomes <=]": _UNCHANGED_BEFORE,
    "eye_care trend: change < 0 [0 becomes 1]": _UNCHANGED_BEFORE,
    "access against: stage is not None and stage_refusal(routine, stage) is not None "
    "[without stage is not None]": _NO_STAGE,
    "guards Guards.live: mm is None or not tracker.usable [without mm is None]": _NARROWING,
    "next_practice _release_first: coming.routine is None or not is_active(coming.routine) "
    "[without coming.routine is None]": _NARROWING,
    "next_practice due_now: coming.routine or '' [without '']": _NARROWING,
    "objections _sentence: stage_refusal(routine, stage) or '' [without '']": _NARROWING,
    "fatigue Fatigue.__init__: self._first_target = 100.0 [100 becomes 110]": _OVERWRITTEN,
    "fatigue Fatigue.__init__: self._first_target = 100.0 [100 becomes 90]": _OVERWRITTEN,
    "fatigue Fatigue._loss: sign is not None and self._low_with_sign >= limits.stop_reps "
    "[without sign is not None]": _NARROWING,
    "fatigue Fatigue._support: max(reference, 0.1) [0.1 becomes 0.11]": _TENTH,
    "fatigue Fatigue._support: max(reference, 0.1) [0.1 becomes 0.09]": _TENTH,
    "fatigue Fatigue.works_from_percent: max(base, 0.1) [0.1 becomes 0.11]": _TENTH,
    "fatigue Fatigue.works_from_percent: max(base, 0.1) [0.1 becomes 0.09]": _TENTH,
    "overcompensation _held: t_s - since >= dwell_s - 1e-09 [>= becomes >]": _ROUNDING,
    "overcompensation _held: dwell_s - 1e-09 [1e-09 becomes 1.1e-09]": _ROUNDING,
    "overcompensation _held: dwell_s - 1e-09 [1e-09 becomes 9e-10]": _ROUNDING,
    "synkinesis module: _ROUNDING_S = 1e-09 [1e-09 becomes 1.1e-09]": _ROUNDING,
    "synkinesis module: _ROUNDING_S = 1e-09 [1e-09 becomes 9e-10]": _ROUNDING,
    "synkinesis Synkinesis._is_certain: for_s < dwell_s - _ROUNDING_S [< becomes <=]": _ROUNDING,
    "synkinesis Synkinesis._is_certain: for_s >= CERTAIN_S - _ROUNDING_S [>= becomes >]": _ROUNDING,
    "synkinesis Synkinesis.judge: beyond is not None and self._beyond >= self._limits.stop_reps "
    "[without beyond is not None]": _NARROWING,
    "blindness blindness: loss is not None and base is not None and "
    "(loss > rule_percents[0] + NEARLY_PERCENT) [without loss is not None]": _TOGETHER,
    "blindness blindness: loss is not None and base is not None and "
    "(loss > rule_percents[0] + NEARLY_PERCENT) [without base is not None]": _TOGETHER,
    "blindness blindness: growth is not None and size is not None and "
    "(growth > rule_percents[1] + NEARLY_PERCENT) [without growth is not None]": _TOGETHER,
    "blindness blindness: growth is not None and size is not None and "
    "(growth > rule_percents[1] + NEARLY_PERCENT) [without size is not None]": _TOGETHER,
    "reference Reference.check: affected is None or unaffected is None or "
    "self._known is not None [without affected is None]": _TOGETHER,
    "reference Reference.check: affected is None or unaffected is None or "
    "self._known is not None [without unaffected is None]": _TOGETHER,
    "tracker RepTracker.open_s: self.opened_s is None or self._last_s is None "
    "[without self._last_s is None]": _NARROWING,
    "jaw jaw_mm: one.affected is not None and one.unaffected is not None "
    "[and exchanged]": _TOGETHER,
    "jaw jaw_mm: one.affected is not None and one.unaffected is not None "
    "[without one.affected is not None]": _TOGETHER,
    "jaw jaw_mm: one.affected is not None and one.unaffected is not None "
    "[without one.unaffected is not None]": _TOGETHER,
    "half_tracker _within: value < -limit [< becomes <=]": _AT_LIMIT,
    "half_tracker _within: value > limit [> becomes >=]": _AT_LIMIT,
    "check_in_advice advise.at: answers.get(key, 0) [0 becomes 1]": _ABSENT,
    "check_in_advice advise.at: 0.0 if isinstance(value, str) else float(value) "
    "[0 becomes 1]": _ABSENT,
    "check_in_advice advise.at: 0.0 if isinstance(value, str) else float(value) "
    "[0 becomes -1]": _ABSENT,
}
