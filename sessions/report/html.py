"""The report as one HTML file: no scripts, no links, nothing fetched; charts are drawn inline.

A strict content policy inside the file keeps a browser from loading anything even if a text
slipped through the escaping. Its letters are inside too, so that it looks alike everywhere: DejaVu
Sans, which comes with matplotlib, cut down to what is written (some 20 kB). Where that package is
not installed, the system's own letters are used.
"""

import base64
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from html import escape
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from routines.language import _
from routines.language.lists import listed
from routines.safe_text import harmless
from sessions.history.strength import Day
from sessions.history.weeks import Trend, unbroken
from sessions.report import one_look, sections
from sessions.report.contents import Report
from sessions.report.days import WEEKDAYS, short_day
from sessions.report.movements import Movement, change_in_words
from sessions.report.person import who
from sessions.report.photos import PhotoPair, photos_html
from sessions.report.section import Section
from sessions.report.words import ABOUT

_LEGEND = _(
    "Orange, circles: weak side. Blue, squares: strong side. Shaded: own error (95 %). "
    "Dotted: days of a clinician's totals."
)
STYLE = """
body { font: 14px/1.45 report, system-ui, sans-serif; max-width: 52rem;
  margin: 2rem auto; padding: 0 1rem; color: #1d2430; background: #fff }
h1 { font-size: 1.4rem } h2 { font-size: 1.05rem; margin: 1.6rem 0 .4rem }
p { margin: .25rem 0 } .notice { color: #55606e }
table { border-collapse: collapse; margin: .3rem 0 } th { text-align: left; font-weight: 600 }
th, td { padding: .15rem .8rem .15rem 0; vertical-align: top; border-bottom: 1px solid #e3e7ec }
.charts { display: flex; flex-wrap: wrap; gap: 1rem } figure { margin: 0 }
figcaption { font-size: .85rem; max-width: 24rem }
.calendar td { width: 1.7rem; padding: .1rem; text-align: center; border: 1px solid #fff }
.calendar .done { background: #2f6f8f; color: #fff } .calendar .none { background: #eef1f4 }
.weak { stroke: #b3541e; fill: #b3541e } .strong { stroke: #2f6f8f; fill: #2f6f8f }
.line { fill: none; stroke-width: 2 } .band { stroke: none; opacity: .18 }
.bar { stroke-width: 6; opacity: .25 }
.dotted { stroke-dasharray: 1 4 }
.axis { stroke: #9aa4b0 } svg text { font-size: 10px; fill: #55606e; stroke: none }
@media print { body { margin: 0; font-size: 11px } h2 { break-after: avoid } }
"""
LETTERS = frozenset(map(chr, range(0x20, 0x7F)))
"""In every report's font, so that most reports have the same one."""
_FACES = (("DejaVuSans.ttf", 400), ("DejaVuSans-Bold.ttf", 600))
WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 380, 150, 34, 24, 10


def report_html(report: Report, photos: Sequence[PhotoPair] = (), clips: str = "") -> str:
    """The whole page; `photos`, and the words on `clips`, only where they were asked for."""
    body = [f"<h1>{escape(sections.title(report))}</h1>", f'<p class="notice">{escape(ABOUT)}</p>']
    body.append(_look(report))
    body.append(_section(who(report)))
    if report.side:
        body.append(_section(sections.practice(report)))
        body.append(_calendar(report))
    if report.single_days:
        body.append(_section(sections.single_days(report)))
    elif report.movements:
        body.append(f"<h2>{_('Weekly medians in millimetres')}</h2>")
        body.append(f"<p>{escape(_LEGEND)} {escape(sections.about_sizes(report))}</p>")
        figures = "".join(_figure(movement, report) for movement in report.movements)
        body.append(f'<div class="charts">{figures}</div>')
    body += [_section(section) for section in sections.after_charts(report)]
    if photos or clips:
        body.append(photos_html(photos, clips))
    body_text = "\n".join(body)
    fonts = font_faces(frozenset(body_text) | LETTERS)
    allowed = ("; img-src data:" if photos else "") + ("; font-src data:" if fonts else "")
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" '
        f"content=\"default-src 'none'; style-src 'unsafe-inline'{allowed}\">"
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(sections.title(report))}</title><style>{fonts}{STYLE}</style></head>\n<body>\n"
        + body_text
        + "\n</body></html>\n"
    )


def _look(report: Report) -> str:
    rows = "".join(
        f"<tr><th>{escape(name)}</th><td>{escape(said)}</td></tr>"
        for name, said in one_look.one_look(report)
    )
    return f'<h2>{one_look.TITLE}</h2><table class="look">{rows}</table>'


def _section(section: Section) -> str:
    parts = [f"<h2>{escape(section.title)}</h2>"]
    if section.rows:
        head = "".join(f"<th>{escape(cell)}</th>" for cell in section.header)
        rows = "".join(
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
            for row in section.rows
        )
        parts.append(f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")
    parts += [f"<p>{escape(line)}</p>" for line in section.lines]
    return "".join(parts)


def _calendar(report: Report) -> str:
    heads = "".join(f"<th>{name}</th>" for name in ("", *WEEKDAYS))
    rows = [f"<tr>{heads}</tr>"]
    for monday in report.mondays:
        cells = [f"<th>{short_day(monday)}</th>"]
        for n in range(7):
            day = monday + timedelta(days=n)
            done = report.calendar.get(day, Day()).sessions
            later = day > report.last
            name = "" if later else "done" if done else "none"
            cells.append(f'<td class="{name}">{done or ""}</td>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f'<table class="calendar">{"".join(rows)}</table>'


def _figure(movement: Movement, report: Report) -> str:
    name = harmless(movement.name, 60)
    low = f" ({_('low confidence')})" if movement.low_confidence else ""
    weak, strong = movement.affected, movement.unaffected
    medians = [w.median for t in (weak, strong) for w in t.weeks if w.median is not None]
    if medians:
        high = max(medians) * 1.15 + 0.5
        dotted = [t.on for t in report.totals if report.first <= t.on <= report.last]
        drawing = _chart(weak, strong, report.mondays, dotted, min(0.0, *medians), high)
    else:
        drawing = f"<p>{_('No week with three sessions yet.')}</p>"
    change = escape(
        _("Weak side: {change_in_words}").format(change_in_words=change_in_words(weak.change))
    )
    caption = f"<strong>{escape(name + low)}</strong><br>{change}"
    return f"<figure>{drawing}<figcaption>{caption}</figcaption></figure>"


def _chart(
    weak: Trend,
    strong: Trend,
    mondays: Sequence[date],
    dotted: Sequence[date],
    low: float,
    high: float,
) -> str:
    def x(day: date) -> float:
        share = (day - mondays[0]).days / max(1, (mondays[-1] - mondays[0]).days)
        return LEFT + 8 + share * (WIDTH - LEFT - 24)

    def y(value: float) -> float:
        return TOP + (high - value) / (high - low) * (HEIGHT - TOP - BOTTOM)

    floor = y(low)
    parts = [
        f'<line class="axis" x1="{LEFT}" x2="{WIDTH}" y1="{floor:.1f}" y2="{floor:.1f}"/>',
        f'<line class="axis" x1="{LEFT}" x2="{LEFT}" y1="{TOP}" y2="{floor:.1f}"/>',
    ]
    for day in dotted:
        at = f'x1="{x(day):.1f}" x2="{x(day):.1f}" y1="{TOP}" y2="{floor:.1f}"'
        parts.append(f'<line class="axis dotted" {at}/>')
    step = max(1, round((high - low) / 4))
    for value in range(int(low), int(high) + 1, step):
        parts.append(_label(LEFT - 5, y(value) + 3, "end", str(value)))
    for monday in mondays[:: max(1, -(-len(mondays) // 6))]:
        parts.append(_label(x(monday), HEIGHT - 6, "middle", short_day(monday)))
    for name, trend in (("strong", strong), ("weak", weak)):
        for run in unbroken(trend.weeks):
            points = [(x(week.monday), y(week.median or 0.0), week) for week in run]
            upper = [(px, y((w.median or 0) + w.error)) for px, _, w in points if w.error]
            lower = [(px, y((w.median or 0) - w.error)) for px, _, w in points if w.error]
            if len(upper) > 1:
                outline = _points(upper + lower[::-1])
                parts.append(f'<polygon class="{name} band" points="{outline}"/>')
            elif upper:
                ends = _points([upper[0], lower[0]])
                parts.append(f'<polyline class="{name} bar" points="{ends}"/>')
            line = _points([point[:2] for point in points])
            parts.append(f'<polyline class="{name} line" points="{line}"/>')
            parts += [_mark(name, px, py) for px, py, _ in points]
    said = _("Weak side {weak}. Strong side {strong}.").format(
        weak=_spoken(weak), strong=_spoken(strong)
    )
    return (
        f'<svg width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(said)}">'
        f"{''.join(parts)}</svg>"
    )


def _spoken(found: Trend) -> str:
    """For screen readers."""
    known = [week for week in found.weeks if week.median is not None]
    return listed(f"{short_day(week.monday)}: {week.median:z.1f}" for week in known)


def _label(x: float, y: float, anchor: str, text: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{text}</text>'


def _mark(name: str, x: float, y: float) -> str:
    if name == "weak":
        return f'<circle class="weak" cx="{x:.1f}" cy="{y:.1f}" r="3"/>'
    return f'<rect class="strong" x="{x - 2.5:.1f}" y="{y - 2.5:.1f}" width="5" height="5"/>'


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


@lru_cache(maxsize=4)
def font_faces(letters: frozenset[str]) -> str:
    """The rules that bring the font with it; empty where it is not installed."""
    found = find_spec("matplotlib")
    if found is None or found.origin is None:
        return ""
    folder = Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"
    try:
        rules = [
            "@font-face { font-family: report; font-weight: "
            f"{weight}; src: url(data:font/woff;base64,{_cut(folder / name, letters)}) }}\n"
            for name, weight in _FACES
        ]
    except (ImportError, OSError):
        return ""
    return "".join(rules)


def _cut(path: Path, letters: frozenset[str]) -> str:
    """The font with these letters alone, as WOFF in Base64."""
    from fontTools import subset  # pyright: ignore[reportMissingTypeStubs]

    cutting: Any = subset
    options = cutting.Options()
    options.flavor = "woff"
    options.hinting = False
    options.layout_features = ["kern"]
    options.name_IDs = []
    options.drop_tables += ["FFTM"]
    font = cutting.load_font(str(path), options)
    cutter = cutting.Subsetter(options)
    cutter.populate(text="".join(sorted(letters)))
    cutter.subset(font)
    font.flavor = "woff"
    out = BytesIO()
    font.save(out)
    font.close()
    return base64.b64encode(out.getvalue()).decode()
