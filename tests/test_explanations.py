"""Every code that a finding can carry is explained, and nothing is explained that no finding carries."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import commands

import leaflet
from leaflet.cli.explaining import told
from leaflet.explanations import FAMILIES, explanations

TREES = [ast.parse(path.read_text(encoding="utf-8")) for path in Path(leaflet.__file__).parent.rglob("*.py")]
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def functions() -> list[Function]:
    return [node for tree in TREES for node in ast.walk(tree) if isinstance(node, Function)]


def name_of(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def codes_passed(within: ast.AST, takers: dict[str, int]) -> Iterator[ast.expr]:
    """What calls in a piece of source pass as the code of a finding."""
    for node in ast.walk(within):
        if isinstance(node, ast.Call) and name_of(node) in takers:
            position = takers[name_of(node)]
            yield from (keyword.value for keyword in node.keywords if keyword.arg == "code")
            yield from node.args[position : position + 1]


@cache
def takers() -> dict[str, int]:
    """``Finding`` and every function that hands one of its own parameters on as the code, to any depth."""
    found, known = {"Finding": 1}, 0
    while len(found) > known:
        known = len(found)
        for function in functions():
            names = [argument.arg for argument in function.args.args if argument.arg != "self"]
            for passed in codes_passed(function, found):
                if isinstance(passed, ast.Name) and passed.id in names:
                    found.setdefault(function.name, names.index(passed.id))
    return found


def used() -> set[str]:
    """Literal codes: passed as they are, or by a variable of the function."""
    codes = set()
    for function in functions():
        passed = list(codes_passed(function, takers()))
        names = {expression.id for expression in passed if isinstance(expression, ast.Name)}
        for node in ast.walk(function):
            if isinstance(node, ast.Assign) and names & {
                getattr(target, "id", "") for target in node.targets
            }:
                passed.append(node.value)
        for expression in passed:
            assert not isinstance(expression, ast.JoinedStr), f"a code is put together in {function.name}"
            if isinstance(expression, ast.Constant | ast.IfExp):
                codes |= {node.value for node in ast.walk(expression) if isinstance(node, ast.Constant)}
    return {code for code in codes if isinstance(code, str)}


def test_the_walk_finds_codes_however_they_are_passed() -> None:
    # Through Fields.check, Fields.report, the reader's _report, and directly.
    assert {"bad-iso", "bad-date", "duplicate-key", "unknown-region", "overset-text"} <= used()


def test_every_code_is_explained_and_nothing_else() -> None:
    assert used() == set(explanations())


def test_an_explanation_is_a_line_and_sentences() -> None:
    for code, entry in explanations().items():
        assert entry.code == code
        assert "\n" not in entry.what
        assert not entry.what.endswith(".")
        assert entry.why.endswith("."), code
        assert entry.good or not entry.bad, code


def test_no_code_is_explained_twice() -> None:
    codes = [entry.code for family in FAMILIES for entry in import_module(family).EXPLANATIONS]
    assert len(codes) == len(set(codes))


def test_the_lines_of_an_example_stand_below_each_other() -> None:
    assert told(explanations()["wrong-rung"]).endswith(
        '\n  bad:   phones: ["+77122000000"]'
        '\n         rung: ["+77122000001"]'
        '\n  good:  phones: ["+77122000001"]'
        '\n         rung: ["+77122000001"]'
    )


def test_a_word_that_is_no_code_is_answered_in_a_short_line() -> None:
    done = commands.run("explain", "x" * 100_000)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith('leaflet: no finding has the code "xxx')
    assert len(done.stderr) < 200
