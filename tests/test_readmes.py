"""The READMEs say what is so: commands run, paths and links exist, tables are the code's own."""

import importlib
import importlib.util
import re
import runpy
import shlex
import shutil
import subprocess
import sys
import textwrap
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from routines.plan import read_plan
from routines.reading import library
from routines.reading.reader import read_routine
from tests import readme_tables
from tests.patience import patience
from tests.sessions.log_samples import many
from tui import cli
from tui.parser import Parser

ROOT = Path(__file__).resolve().parent.parent
READMES = [ROOT / name / "README.md" for name in ("", "routines", "sessions", "tests", "tui")]
MOST_BYTES = 15_000
"""Of the top README: it is for the person, not for developers."""

FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)#]*)(?:#([^)]*))?\)")
NAMED = re.compile(r"`([\w./-]*\.py)(?:::(\w+))?`|`::(\w+)`")
MARKED_TABLE = re.compile(r"<!-- table: (\w+) -->")

ONLY_PARSED = {
    cli.APP: "full screen",
    "selftest": "takes a minute, or a camera",
    "forget": "asks at a terminal",
    "replay": "wants a film",
    "score": "wants a film",
}
ON_A_SCREEN = {
    ("setup", "--plan"),
    ("setup", "--plan", "--plain"),
    ("routine", "hand-over"),
    ("routine", "take", "--source", "camera"),
}
"""Commands that run without a screen otherwise."""
"""Commands that are read by their own parser and not run here, each with its reason."""
AT_SPEED = ("--speed", "1000", "--plain", "--no-sound")
"""Handed to `run` after what stands in the README: the last value of a flag counts."""

_practised: set[tuple[str, ...]] = {("--source", "sim")}
"""What `run` was handed already, but for `AT_SPEED`: lines that differ by a routine or by those
flags alone are one practice. The first is that of
`end_to_end/test_terminal.py::test_plain_mode_in_a_pipe`."""

SHORT = """
schema = 1
id = "short"
name = "Two smiles"
stage = "paretic"
[[exercise]]
do = "open-smile"
reps = 2
"""
"""What `run` practises, whatever a line names: what is due is another test's matter
(`tui/commands/test_run.py::test_what_is_due_today_is_the_default`), and so are a whole daily set
(`end_to_end/test_practice.py::test_a_steady_patient_finishes_the_daily_set`) and the example of the
page on routines (`test_every_example_file_is_right`)."""


def blocks(kind: str, *readmes: Path) -> list[str]:
    """The fenced blocks of `readmes` in one language."""
    texts = (readme.read_text(encoding="utf-8") for readme in readmes)
    return [textwrap.dedent(b) for t in texts for lang, b in FENCE.findall(t) if lang == kind]


def lines() -> list[str]:
    """Every command line of the READMEs, once."""
    found = (line for block in blocks("sh", *READMES) for line in block.splitlines() if line)
    return list(dict.fromkeys(found))


def name_of(readme: Path) -> str:
    """`routines/README.md`, for the names of tests."""
    return readme.relative_to(ROOT).as_posix()


def headings(readme: Path) -> set[str]:
    """The anchors of a page, made as code hosts make them."""
    found = re.findall(r"^#+ (.+)$", readme.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in found}


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with some sessions, and all of it in one archive."""
    stock = tmp_path_factory.mktemp("stock")
    many(stock / "slowsmile", 4)
    words = ["--data-dir", str(stock / "slowsmile"), "export", "-o", str(stock / "all.zip")]
    assert cli.main(words) == 0
    return stock


@pytest.fixture
def desk(own_home: Path, stock: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files the READMEs name, beside a data folder with some sessions."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    shutil.copytree(stock / "slowsmile", own_home / "slowsmile")
    shutil.copy(stock / "all.zip", tmp_path)
    example, *_, plan = blocks("toml", ROOT / "routines" / "README.md")
    (tmp_path / "morning.toml").write_text(example, encoding="utf-8")
    (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
    (tmp_path / "short.toml").write_text(SHORT)
    return tmp_path


def run_program(words: list[str], request: pytest.FixtureRequest) -> None:
    """Read `words` by the command's own parser; then run them, fast and without a screen. Reports
    are not drawn on paper (`tui/commands/test_report.py` writes each kind)."""
    name, *rest = words or [cli.APP]
    assert name in (cli.APP, *cli.available())
    module = importlib.import_module(f"tui.commands.{'import_' if name == 'import' else name}")
    parser = Parser("slowsmile", "")
    module.add_arguments(parser)
    parser.parse_all(rest)
    if name in ONLY_PARSED or tuple(words) in ON_A_SCREEN:
        return
    desk = request.getfixturevalue("desk")
    if words[:2] == ["routine", "new"]:
        (desk / words[2]).unlink()
    if name == "export":
        (desk / "all.zip").unlink()
    if name == "report":
        words = [word.replace(".pdf", ".txt") for word in words]
    if name != "run":
        assert cli.main(words) == 0
        return
    if rest[0] in library.library_ids() or (desk / rest[0]).is_file():
        rest = rest[1:]
    assert rest[0].startswith("-"), rest
    for flag in (AT_SPEED[:2], *((each,) for each in AT_SPEED[2:])):
        while flag[0] in rest:
            at = rest.index(flag[0])
            del rest[at : at + len(flag)]
    if tuple(rest) in _practised:
        return
    _practised.add(tuple(rest))
    ran = subprocess.run(
        [sys.executable, "-m", "tui", name, *rest, "short.toml", *AT_SPEED],
        capture_output=True,
        text=True,
        cwd=desk,
        stdin=subprocess.DEVNULL,
        timeout=patience(100.0),
    )
    assert ran.returncode == 0, ran.stderr


def check_pytest(words: list[str], checkout: Path) -> None:
    """What is handed to pytest exists: folders, files, markers, and tests of that name."""
    paths = [checkout / word for word in words if word.startswith("tests/")]
    assert all(path.exists() for path in paths)
    for flag, value in pairwise(words):
        if flag == "-k":
            assert any(re.search(rf"def test_\w*{value}", path.read_text()) for path in paths)
        if flag == "-m":
            assert f'markers = ["{value}:' in (checkout / "pyproject.toml").read_text()


def check_module(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A module that can be run, and that knows every flag it is given."""
    module, *rest = words
    spec = importlib.util.find_spec(module)
    assert spec is not None, module
    if spec.origin is None:  # a folder that is run by its `__main__`
        spec = importlib.util.find_spec(f"{module}.__main__")
        assert spec is not None, module
    assert spec.origin is not None
    source = Path(spec.origin).read_text(encoding="utf-8")
    assert '__name__ == "__main__"' in source
    if "argparse" not in source:
        assert len(rest) >= ("sys.argv[1]" in source)
        return
    monkeypatch.setattr(sys, "argv", [module, "--help"])
    monkeypatch.delitem(sys.modules, module, raising=False)
    with pytest.raises(SystemExit) as ended:
        runpy.run_module(module, run_name="__main__")
    assert not ended.value.code
    told = capsys.readouterr().out
    assert [word for word in rest if word.startswith("-") and word not in told] == []


@pytest.mark.parametrize("line", lines())
def test_every_command_line_runs(
    line: str,
    request: pytest.FixtureRequest,
    checkout: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The program's commands are run; those of the checkout are checked without their hours."""
    match shlex.split(line, comments=True):
        case ["slowsmile", *words]:
            run_program(words, request)
        case ["python3", "-m", "tui", *words]:
            run_program(words, request)
        case ["python3", "-m", "tests", *words]:
            check_pytest(words, checkout)
        case [".venv/bin/python", "-m", *words]:
            check_module(words, monkeypatch, capsys)
        case [".ci/run"]:
            assert (checkout / ".ci" / "run").stat().st_mode & 0o100
        case ["git", "diff"]:
            pass
        case other:
            pytest.fail(f"no way to check {other}")


@pytest.mark.parametrize("readme", READMES, ids=name_of)
def test_every_module_and_test_that_is_named_exists(readme: Path) -> None:
    """`log/entries.py` from the README's folder or the checkout's, or beside the one before."""
    missing: list[str] = []
    for line in readme.read_text(encoding="utf-8").splitlines():
        before: Path | None = None
        for path, test, same_file in NAMED.findall(line):
            folders = [readme.parent, ROOT] + ([before.parent] if before is not None else [])
            found = next((f / path for f in folders if path and (f / path).is_file()), None)
            before = found or (before if same_file else None)
            wanted = test or same_file
            if before is None or (wanted and f"def {wanted}(" not in before.read_text()):
                missing.append(path + "::" + wanted)

    assert missing == []


@pytest.mark.parametrize("readme", READMES, ids=name_of)
def test_every_link_leads_somewhere(readme: Path) -> None:
    """Files, and headings in them; nothing leads out of the checkout."""
    broken: list[str] = []
    for target, anchor in LINK.findall(readme.read_text(encoding="utf-8")):
        path = readme.parent / target if target else readme
        if not path.is_file() or (anchor and anchor not in headings(path)):
            broken.append(f"{target}#{anchor}")

    assert broken == []


@pytest.mark.parametrize("readme", READMES, ids=name_of)
def test_its_tables_are_those_of_the_code(readme: Path) -> None:
    """Bounds, limits and defaults; `python -m tests.readme_tables --write` brings them up."""
    text = readme.read_text(encoding="utf-8")

    assert readme_tables.filled(text) == text


def test_every_generated_table_stands_once() -> None:
    """None is forgotten, none is told twice."""
    texts = "".join(readme.read_text(encoding="utf-8") for readme in READMES)

    assert sorted(MARKED_TABLE.findall(texts)) == sorted(readme_tables.TABLES)


def test_every_example_file_is_right() -> None:
    """The routines and the plan of the page on writing one."""
    examples = blocks("toml", *READMES)
    for text in examples:
        if "[[slot]]" in text:
            assert read_plan(text, source="README").slots
        else:
            assert read_routine(text, source="README", today=None, bases=library.base).steps
    assert len(examples) == 4


def test_the_first_page_is_for_the_person() -> None:
    """Short, and without a promise that nobody can keep."""
    page = READMES[0]
    text = page.read_text(encoding="utf-8")

    assert page.stat().st_size <= MOST_BYTES
    assert not re.search(r"retrain|ends a set|cure|measures disease", text)


def test_every_dependency_has_its_reason(checkout: Path) -> None:
    """Each pin of what is installed to run stands in the table of dependencies."""
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))
    pins = {pin.partition("==")[0] for pin in project["tool"]["slowsmile"]["pins"]["run"]}
    text = READMES[2].read_text(encoding="utf-8").partition("## Dependencies")[2]
    named = {word for row in re.findall(r"^\| ([^|]+) \|", text, re.M) for word in row.split(", ")}

    assert pins - {name.partition(" ")[0] for name in named} == set()


def test_no_readme_is_read_by_the_program(checkout: Path) -> None:
    """They lie beside the code and are no part of it: no start or listing opens one."""
    script = (
        "import sys\n"
        "opened = []\n"
        "sys.addaudithook(lambda e, a: opened.append(str(a[0])) if e == 'open' else None)\n"
        "from tui import cli\n"
        "for words in (['routine', 'list'], ['routine', 'list', '--exercises'], ['learn']):\n"
        "    cli.main(words)\n"
        "assert any(name.endswith('daily-gentle.toml') for name in opened)\n"
        "assert not [name for name in opened if name.endswith('README.md')]\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        cwd=checkout,
        timeout=patience(20.0),
    )

    assert ran.returncode == 0, ran.stderr
