"""Content from people who mean harm, built under watch: it is printed as words, or refused."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from folders import spoil
from pypdf import PdfReader
from sheets import folded

import leaflet
from leaflet import resources

ROOT = Path(leaflet.__file__).parent.parent

# Builds once with good content, so that all modules are there, and then with the others under watch.
WATCH = """
import json, sys
from pathlib import Path
import leaflet
from leaflet.diagnostics import has_errors
from leaflet.editions import Edition, build
from leaflet.relevance import relevant

product, good, *others = sys.argv[1:]
typeface, events = leaflet.load_typeface(), []

def run(folder):
    content = leaflet.load(folder)
    findings = list(relevant(content, ["ru"]))
    if not has_errors(findings):
        edition = Edition("ru", None, leaflet.PRODUCTS[product])
        findings += build(edition, content, typeface, Path("made", "sheet.pdf")).findings
    return [str(finding) for finding in findings if finding.severity == "error"]

assert run(good) == []
sys.addaudithook(lambda event, values: events.append((event, [str(value) for value in values])))
for bad in others:
    events.clear()
    findings = run(bad)
    print(json.dumps([findings, list(events)]))
"""
# What a build has no use for: https://docs.python.org/3/library/audit_events.html
FORBIDDEN = re.compile(
    r"(socket|subprocess|pty|ctypes|code|marshal|pickle|urllib|http|ftplib|smtplib|webbrowser|shutil)\."
    r"|exec$|compile$|os\.(system|exec|spawn|posix_spawn|fork|startfile|putenv|kill|link|symlink)"
)

Event = tuple[str, list[str]]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return without_english(tmp_path / "good")


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    return without_english(tmp_path / "bad")


def without_english(folder: Path) -> Path:
    return Path(copytree(resources.directory("content"), folder, ignore=ignore_patterns("en.yaml")))


def watched(product: str, good: Path, *bad: Path) -> list[tuple[list[str], list[Event]]]:
    """The errors and events of a build of each of ``bad``, in a fresh process and an empty folder."""
    work = good.parent / "work"
    work.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    call = [sys.executable, "-c", WATCH, product, good, *bad]
    done = subprocess.run(call, cwd=work, env=environment, capture_output=True, text=True, check=True)
    seen = [json.loads(line) for line in done.stdout.splitlines()]
    return [(errors, [(event, values) for event, values in events]) for errors, events in seen]


def misdeeds(events: list[Event], bad: Path) -> list[Event]:
    """Events that no content should cause, and files opened that are neither content, fonts nor output."""
    work = bad.parent / "work"
    allowed = tuple(f"{folder}{os.sep}" for folder in (bad, resources.directory("fonts"), work / "made"))

    def foreign(path: str) -> bool:
        # A number is a file that is open already.
        return not (path.isdecimal() or f"{os.path.normpath(work / path)}{os.sep}".startswith(allowed))

    return [
        (event, values)
        for event, values in events
        if FORBIDDEN.match(event) or (event == "open" and foreign(values[0]))
    ]


WORDS = [
    "<img src='http://localhost/x.png'/>",
    "<a href='file:///etc/passwd'>help</a>",
    "<para><font color='__import__(x)'>",
    "__import__('os').system('touch ran')",
    "$(touch ran) `touch ran` %(touch)s %s",
    "(/etc/passwd) run ) Tj ET Q endstream",
    "/JS (app.alert(x)) /OpenAction",
    "javascript:alert(x) http://localhost/",
    "../../../etc/passwd",
]


@pytest.mark.parametrize("product", ["trifold", "a4"])
def test_words_that_look_like_orders_are_printed_as_words(good: Path, bad: Path, product: str) -> None:
    signs = [
        "нет возможности уйти с работы;",
        "контроль за передвижением;",
        "паспорт находится у работодателя;",
        "работа в плохих условиях;",
        "нет выходных дней;",
        "получать образование, медицинскую и социальную помощь;",
        "свободно выбирать место жительства;",
        "обращаться в суд и государственные органы.",
        "Никому не доверяйте свой паспорт.",
    ]
    for sign, words in zip(signs, WORDS, strict=True):
        spoil(bad / "ru.yaml", f'"{sign}"', json.dumps(words))
    spoil(bad / "ru.yaml", '"Как не стать жертвой торговли людьми"', '"Как ) /Names << (x) не стать"')
    ((errors, events),) = watched(product, good, bad)
    assert errors == []
    assert misdeeds(events, bad) == []
    assert {event for event, _ in events} >= {"open", "os.rename"}  # The watch was kept.
    pdf = (good.parent / "work" / "made" / "sheet.pdf").read_bytes()
    reader = PdfReader(BytesIO(pdf), strict=True)
    text = folded("".join(page.extract_text() for page in reader.pages))
    assert [words for words in WORDS if folded(words) not in text] == []
    assert reader.metadata is not None
    assert "/Names << (x)" in (reader.metadata.title or "")
    assert not {"/OpenAction", "/AA", "/Names", "/AcroForm"} & set(reader.root_object)
    links = [note.get_object()["/A"] for page in reader.pages for note in page.get("/Annots", [])]
    assert all(link["/S"] == "/URI" and link["/URI"].startswith(("tel:", "mailto:")) for link in links)
    assert sorted(path.name for path in (good.parent / "work").iterdir()) == ["made"]


ORDERS = [
    '!!python/object/apply:os.system ["touch ran"]',
    "!!python/name:os.system",
    "!!python/module:antigravity",
    "!include /etc/passwd",
    "&a [*a]",
    '"{police.__class__.__init__.__globals__}"',
    '"{0.__class__}"',
    '"${jndi:ldap://127.0.0.1/a}"',
    '"\\u202e116"',
    "|\n        touch\n        ran\n      - *a",
]


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Path, list[str], list[Event]]]:
    """For each order, the folder that holds it, and the errors and events of its build; by one process."""
    folder = tmp_path_factory.mktemp("orders")
    good = without_english(folder / "good")
    bad = [Path(copytree(good, folder / str(number))) for number in range(len(ORDERS))]
    for path, value in zip(bad, ORDERS, strict=True):
        spoil(path / "ru.yaml", '"нет выходных дней;"', value)
    return [
        (path, errors, events)
        for path, (errors, events) in zip(bad, watched("trifold", good, *bad), strict=True)
    ]


@pytest.mark.parametrize("number", range(len(ORDERS)), ids=lambda number: ORDERS[number])
def test_orders_to_the_reader_of_yaml_are_refused(
    number: int, refused: list[tuple[Path, list[str], list[Event]]]
) -> None:
    bad, errors, events = refused[number]
    assert any(error.startswith(f"{bad / 'ru.yaml'}:") for error in errors)
    assert misdeeds(events, bad) == []
    assert {event for event, _ in events} >= {"open"}  # The watch was kept.
    assert [path.name for path in (bad.parent / "work").iterdir()] == ["made"]


def test_the_watch_sees_what_it_watches_for(bad: Path) -> None:
    good = [("open", [str(bad / "ru.yaml"), "r"]), ("open", ["made/.sheet.pdf.0.part", "x"]), ("open", ["3"])]
    evil = [("open", ["/etc/passwd", "r"]), ("open", [str(bad / "../good/x")]), ("socket.connect", ["x"])]
    assert misdeeds([*good, *evil], bad) == evil
