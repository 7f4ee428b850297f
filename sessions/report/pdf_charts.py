"""The small charts of a PDF: weekly medians of both sides, a chart for each movement."""
# matplotlib's own annotations are partly unknown:
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from datetime import timedelta
from typing import Any

from routines.counted import counted
from routines.language import _
from routines.language.lists import sentences
from routines.safe_text import harmless
from sessions.history.weeks import Trend, unbroken
from sessions.report.contents import Report
from sessions.report.days import short_day
from sessions.report.movements import Movement, change_on_a_chart
from sessions.report.paper import GREY, HEAD, INK, MARGIN, SMALL, PaperSheet, line_height, wrap

WEAK, STRONG = "#b3541e", "#2f6f8f"
MOST_CHARTS = 9
SMALLEST_CHART = 1.8
"""Inches of height below which letters are not made larger at a chart's cost."""
LOW = _("* Low confidence.")
DOTTED = _("Dotted: a clinician's totals.")


def charts(sheet: PaperSheet, report: Report) -> None:
    """A chart for each movement, as many as fit, in rows of two or three."""
    shown = report.movements[:MOST_CHARTS]
    sheet.space(0.12)
    sheet.words(_("Weekly medians, mm"), HEAD, bold=True)
    sheet.words(
        sentences(
            (
                _(
                    "Orange circles: weak side, its change under each name. Blue squares: strong "
                    "side. Shaded: own error (95 %)."
                ),
                LOW if any(each.low_confidence for each in report.movements) else "",
                DOTTED if report.totals else "",
            )
        ),
        SMALL,
        GREY,
    )
    columns = 2 if len(shown) <= 4 else 3
    rows = -(-len(shown) // columns)
    width = sheet.inner / columns
    room = sheet.end - sheet.at - 0.25
    height = min(2.9, room / rows)
    sheet.crowded |= height < SMALLEST_CHART
    top = sheet.at + 0.1
    for n, movement in enumerate(shown):
        left = MARGIN + (n % columns) * width
        _chart(sheet, movement, report, left, top + (n // columns) * height, width, height)
    sheet.at = top + rows * height
    if len(report.movements) > MOST_CHARTS:
        more = len(report.movements) - MOST_CHARTS
        sheet.words(
            _("{movements} in the text and HTML reports.").format(
                movements=counted(more, "more movement")
            ),
            SMALL,
            GREY,
        )


def _chart(
    sheet: PaperSheet,
    movement: Movement,
    report: Report,
    left: float,
    top: float,
    width: float,
    height: float,
) -> None:
    name = harmless(movement.name, 40) + (" *" if movement.low_confidence else "")
    head = [(line, SMALL, INK) for line in wrap(name, width - 0.25, SMALL, bold=True)[:1]]
    change = change_on_a_chart(movement.affected.change)
    head += [(line, SMALL * 0.9, GREY) for line in wrap(change, width - 0.25, SMALL * 0.9)[:1]]
    sheet.at = top
    for n, (line, size, colour) in enumerate(head):
        sheet.put(left, line, size, colour, bold=n == 0)
        sheet.at += line_height(size)
    inner = top + 0.3
    axes = sheet.axes(left + 0.25, inner, width - 0.45, height - (inner - top) - 0.3)
    axes.tick_params(labelsize=SMALL * 0.85 * sheet.zoom, length=2)
    drawn = [
        _line(axes, movement.unaffected, STRONG, "s"),
        _line(axes, movement.affected, WEAK, "o"),
    ]
    for total in report.totals:
        axes.axvline(total.on, color=GREY, linestyle=":", linewidth=0.8)
    first, last = report.mondays[0], report.mondays[-1]
    axes.set_xlim(first - timedelta(days=4), last + timedelta(days=4))
    ticks = list(report.mondays[:: max(1, -(-report.weeks // 4))])
    axes.set_xticks(ticks, [short_day(day) for day in ticks])
    if any(drawn):
        low, high = axes.get_ylim()
        axes.set_ylim(min(0.0, low), max(2.0, high * 1.08))
    else:
        axes.set_yticks([])
        middle = {"ha": "center", "va": "center", "transform": axes.transAxes}
        axes.text(
            0.5,
            0.5,
            _("no week with three sessions"),
            fontsize=SMALL * sheet.zoom,
            color=GREY,
            **middle,
        )


def _line(axes: Any, trend: Trend, colour: str, marker: str) -> bool:
    """Draw one side's weeks; False when there was none to draw."""
    runs = unbroken(trend.weeks)
    for run in runs:
        days = [week.monday for week in run]
        medians = [week.median or 0.0 for week in run]
        errors = [week.error or 0.0 for week in run]
        axes.plot(days, medians, color=colour, marker=marker, markersize=3, linewidth=1.2)
        if any(errors) and len(run) == 1:
            axes.errorbar(days, medians, errors, color=colour, alpha=0.35, linewidth=4)
        elif any(errors):
            low = [m - e for m, e in zip(medians, errors, strict=True)]
            high = [m + e for m, e in zip(medians, errors, strict=True)]
            axes.fill_between(days, low, high, color=colour, alpha=0.18, linewidth=0)
    return bool(runs)
