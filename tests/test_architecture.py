"""The laws of the design, held by walking the imports."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import leaflet
from leaflet.cli.building import Format
from leaflet.cli.checking import SEVERITIES
from leaflet.cli.diff import HEADINGS
from leaflet.diagnostics import Severity
from leaflet.differences import Kind
from leaflet.products import ON_LETTER

PACKAGE = Path(leaflet.__file__).parent
PROJECT = Path(__file__).parent.parent

# Law 1: a module imports only from lines below its own. From the command down to the plain values.
LINES = """
    __main__
    cli
    cli.proofing
    cli.building  cli.listing  cli.checking  cli.diff  cli.explaining  cli.preflighting
    cli.source  cli.feeding  cli.release
    cli.console  cli.options
    cli.mistyped
    leaflet
    explanations
    explanations.facts  explanations.files  explanations.preflight  explanations.release
    explanations.sheets  explanations.signs  explanations.words
    explanations.model
    checking
    editions  relevance  choosing
    preflight  releasing
    preflight.inspection  preflight.promise
    preflight.checks
    preflight.checks.shop  preflight.checks.drawable
    preflight.checks.paper
    preflight.checks.actions  preflight.checks.alternatives  preflight.checks.bearings
    preflight.checks.blank  preflight.checks.boxes  preflight.checks.codes
    preflight.checks.contacts  preflight.checks.contrast  preflight.checks.extraction
    preflight.checks.fonts  preflight.checks.glyphs  preflight.checks.hearing
    preflight.checks.inks  preflight.checks.lines  preflight.checks.links
    preflight.checks.metadata  preflight.checks.numbers
    preflight.checks.operators  preflight.checks.overlap
    preflight.checks.panels  preflight.checks.readable
    preflight.checks.reading  preflight.checks.rebuilt
    preflight.checks.safety  preflight.checks.scans  preflight.checks.sizes  preflight.checks.visible
    preflight.checks.shapes  preflight.checks.standard
    rendering
    preflight.check
    preflight.evidence
    preflight.painter
    preflight.paths  preflight.by_pypdf  preflight.by_zxing
    preflight.matrices  preflight.operations  preflight.symbol
    preflight.marks  preflight.by_pdfium
    preflight.embedded  preflight.elements
    preflight.pdffile  preflight.truetype
    preflight.packing
    preflight.pdfobjects
    tagging
    outline
    structure  metadata
    standards
    reading  operators  assembly
    proofing
    proofing.arrangement
    proofing.drawings
    proofing.scales  proofing.targets
    proofing.words
    fonts  output  dump  simplex
    differences  rewording  revisions  commission
    layout  press  transcription
    overset  rooms
    parts
    band
    coverage  soundness  cover  flow
    fittings  belonging
    columns  fidelity
    contacts
    contactrows
    contactscale
    furniture
    setter
    pictograms  products
    products.a4  products.trifold
    products.model
    copyfitting
    spreading
    composition
    framebreaks  galleys
    nearness  stands
    sheet  linebreak  localization  regions
    spans
    styles  qr  hyphenation  phones  sentences
    document  content
    content.loader  content.mistaken
    content.scrutiny  content.folder
    content.additions  content.denials  content.extents  content.signs
    content.compare  content.facts  content.words  content.proofreading
    content.memo  content.copies
    content.texts  content.quotation  content.numbers  content.reviews  content.prints  content.entries
    content.hotlines  content.areas
    content.outsiders
    content.aliases
    content.claims  content.sections  content.services  content.standins
    content.called  content.mentions  content.regionnames
    content.towns  content.topics  content.cuts  content.typed  content.places
    content.placepairs
    content.placenames
    content.vocabulary
    content.names  content.pairs  content.rows  content.keyboard
    content.schema  content.fingerprints  content.contacts  content.letters  content.wording
    content.dictated  content.leftovers  content.addresses
    content.reader
    content.freshness  content.hints  content.nodes
    content.model
    content.encoding  content.gazetteer
    content.plain
    profiles
    choices  diagnostics  geometry  typeface  units  resources  signals  version
"""

# Law 2: one foreign library, one module; the command is a package, a module for each kind of command.
LIBRARIES = {
    "typer": {"cli"},
    "yaml": {"content.reader"},
    "phonenumbers": {"content.contacts"},
    "email_validator": {"content.contacts"},
    "qrcode": {"qr"},
    "pyphen": {"hyphenation"},
    "uharfbuzz": {"fonts"},
    "reportlab": {"rendering"},
    "pypdf": {"preflight.by_pypdf"},
    "pypdfium2": {"preflight.by_pdfium"},
    "PIL": {"preflight.by_pdfium"},
    "zxingcpp": {"preflight.by_zxing"},
}
DISTRIBUTIONS = {
    "yaml": "pyyaml",
    "email_validator": "email-validator",
    "PIL": "pillow",
    "zxingcpp": "zxing-cpp",
}

LONGEST_FILE = 400
LONGEST_FUNCTION = 55


def module_name(path: Path) -> str:
    """``leaflet/content/reader.py`` as ``content.reader``; the package itself as ``leaflet``."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__") or "leaflet"


FILES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(FILES[module].read_text(encoding="utf-8"))


def imports(module: str) -> Iterator[str]:
    """The full names of all that a module imports, at its top, in functions, and for its types."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} has a relative import"
            assert node.module is not None
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_imports(module: str) -> set[str]:
    """The modules of this package that a module imports."""
    found = set()
    for name in imports(module):
        if name.partition(".")[0] == "leaflet":
            path = name.removeprefix("leaflet").removeprefix(".")
            # What is no module is a name in one.
            found.add(path if path in FILES else path.rpartition(".")[0] or "leaflet")
    return found


def heights() -> dict[str, int]:
    """Each module's line, 0 for the lowest."""
    rows = [line.split() for line in LINES.split("\n") if line.strip()]
    return {module: height for height, row in enumerate(reversed(rows)) for module in row}


def test_every_module_has_a_line() -> None:
    assert set(heights()) == set(FILES)


@pytest.mark.parametrize("module", FILES)
def test_a_module_imports_only_from_lines_below_its_own(module: str) -> None:
    height = heights()
    upward = {name for name in own_imports(module) if height[name] >= height[module]}
    assert upward == set()


def test_one_foreign_library_is_used_in_one_module() -> None:
    users: dict[str, set[str]] = {}
    for module in FILES:
        for name in imports(module):
            library = name.partition(".")[0]
            if library != "leaflet" and library not in sys.stdlib_module_names:
                users.setdefault(library, set()).add("cli" if module.startswith("cli.") else module)
    assert users == LIBRARIES


def test_the_foreign_libraries_are_those_that_the_project_declares() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {text.partition(">")[0] for text in project["dependencies"]}
    assert declared == {DISTRIBUTIONS.get(library, library) for library in LIBRARIES}


def test_nobody_flows_text_with_platypus() -> None:
    assert [module for module in FILES if "platypus" in "".join(imports(module))] == []


@pytest.mark.parametrize("library", ["reportlab", "pypdf", "typer", "yaml"])
def test_the_middle_runs_without_the_rim(library: str) -> None:
    """From ``layout`` down nothing reaches a PDF library or the command, however far one follows."""
    reached, left = set(), ["layout"]
    while left:
        module = left.pop()
        if module not in reached:
            reached.add(module)
            left += own_imports(module)
    assert not LIBRARIES[library] & reached


def test_no_file_is_long() -> None:
    long = {module: len(path.read_text(encoding="utf-8").splitlines()) for module, path in FILES.items()}
    assert {module: count for module, count in long.items() if count > LONGEST_FILE} == {}


def test_no_function_is_long() -> None:
    functions = {
        f"{module}.{node.name}": node.end_lineno - node.lineno + 1
        for module in FILES
        for node in ast.walk(tree(module))
        if isinstance(node, ast.FunctionDef) and node.end_lineno is not None
    }
    assert {name: count for name, count in functions.items() if count > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("module", FILES)
def test_a_module_says_in_its_first_sentence_what_it_is_for(module: str) -> None:
    assert ast.get_docstring(tree(module))


def test_the_formats_of_the_command_are_the_products() -> None:
    formats = [format.value for format in Format]
    assert [*formats, *(ON_LETTER[name] for name in formats)] == list(leaflet.PRODUCTS)


def test_the_severities_that_the_command_sorts_and_the_kinds_that_it_heads_are_all_there_are() -> None:
    assert set(SEVERITIES) == {severity.value for severity in Severity}
    assert list(HEADINGS) == [kind.value for kind in Kind]


@pytest.mark.parametrize("name", leaflet.__all__)
def test_the_public_names_are_there(name: str) -> None:
    assert getattr(leaflet, name) is not None


README = (PROJECT / "README.md").read_text(encoding="utf-8")
# A line that is set in, and those that go on from it.
SIGNATURES = dict(re.findall(r"^    (\w+)(\(.*(?:\n {8,}.*)* -> .*)$", README, re.MULTILINE))


def heading(function: ast.FunctionDef) -> str:
    """A function without its name and body."""
    return f"({ast.unparse(function.args)}) -> {ast.unparse(function.returns or ast.Constant(None))}"


def functions(module: ast.Module, name: str) -> list[str]:
    """The headings of the functions of a module that have a name."""
    found = [node for node in module.body if isinstance(node, ast.FunctionDef) and node.name == name]
    return [*map(heading, found)]


def test_the_steps_of_a_leaflet_have_signatures_in_the_readme() -> None:
    assert [*SIGNATURES] == ["load", "localize", "lay_out", "render", "inspect", "for_press"]


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_signature_of_the_readme_is_that_of_its_function(name: str) -> None:
    (told,) = functions(ast.parse(f"def {name}{SIGNATURES[name]}: ..."), name)
    assert [told] == [one for module in FILES for one in functions(tree(module), name)]
    named = {name for name in re.findall(r"\b[A-Z][a-z]\w+", told) if name not in {"None", "Path"}}
    assert named <= {*leaflet.__all__}


def test_the_package_shows_what_is_public_and_nothing_else() -> None:
    assert set(dir(leaflet)) == {*leaflet.__all__, "__version__"}
