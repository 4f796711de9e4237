"""What the options of all commands have in common: how often they are given, and what their values mean."""

from __future__ import annotations

import datetime
import re
from copy import copy
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from leaflet.cli.mistyped import miscalled, misgiven, stray

_DAY = "%Y-%m-%d"
_HOME = re.compile(r"~[^/]*/|~$")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")


class StrictCommand(TyperCommand):
    """A command that takes a second value for an option of one value as an error, not as the better one.

    Of what it does not take it says how that may have been meant.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        parser = self.make_parser(ctx)
        options = [option for option in self.params if option.param_type_name == "option"]
        self._refuse(ctx, misgiven(options, args))
        single = [option for option in self.params if takes_one_value(option)]
        for option in single:
            every: Any = copy(option)
            every.multiple = True
            every.add_to_parser(parser, ctx)
        given, rest, _ = parser.parse_args(args=list(args))
        if rest and len(options) == len(self.params):
            self._refuse(ctx, stray(options, args, rest))
        for option in single:
            values = given.get(str(option.name)) or ()
            if len(values) > 1:
                found = " and ".join(map(repr, values))
                self._refuse(ctx, f"{option.opts[0]} takes one value, found {found}; keep one of them")
        return super().parse_args(ctx, args)

    def _refuse(self, ctx: Any, message: str) -> None:
        if message and not ctx.resilient_parsing:
            ctx.fail(message)


class HelpfulGroup(TyperGroup):
    """The commands together. Of a name that none of them has it is said what may have been meant."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in self.commands and (message := miscalled(args[0])):
            ctx.fail(message)
        return super().resolve_command(ctx, args)


def takes_one_value(parameter: Any) -> bool:
    """Whether a parameter of a command is an option that is no flag and may not be repeated."""
    is_option = parameter.param_type_name == "option"
    return is_option and not (parameter.multiple or parameter.is_flag or parameter.count)


def day(value: str | datetime.date) -> datetime.date:
    """A day as a person types it."""
    try:
        return datetime.datetime.strptime(str(value), _DAY).date()
    except ValueError:
        raise typer.BadParameter(
            f'expected a day of the calendar as YYYY-MM-DD, for example 2026-12-01, found "{value}"'
        ) from None


def folder(value: str | Path) -> Path:
    """The folder that ``--content`` names. None at all would be the current one."""
    if str(value) == "":
        raise typer.BadParameter("expected a folder, found nothing")
    return Path(value)


def output(name: str) -> str:
    """The file or folder that ``--output`` names, as it was typed: a path does not keep its last slash."""
    if not name.strip():
        raise typer.BadParameter("expected a .pdf file or a folder, found nothing")
    if name == "-":
        raise typer.BadParameter("a leaflet is not written to stdout; name a .pdf file or a folder")
    if _ADDRESS.match(name):
        raise typer.BadParameter(
            "expected a .pdf file or a folder, found an address; "
            "name it by its path, for example /tmp/leaflet.pdf"
        )
    if _HOME.match(name):
        raise typer.BadParameter(
            "the shell does not replace ~ within quotes; leave them away, "
            "or write ./~ for a file or folder of such a name"
        )
    return name
