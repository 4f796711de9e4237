"""Faults of the program itself, each a line of its source that says something else: no build writes them."""

from __future__ import annotations

import inspect
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import leaflet
from leaflet import editions
from leaflet.choices import Inks, Purpose
from leaflet.content import Content
from leaflet.content.model import Language
from leaflet.fonts import FontFolder
from leaflet.preflight.marks import printed
from leaflet.preflight.promise import promised
from leaflet.products import a4, trifold
from leaflet.setter import measured


class Mutant(NamedTuple):
    """A fault: where it is made, what stands there, what stands there instead, and how it is refused."""

    at: str
    """Module, then function or class and method."""
    old: str
    new: str
    code: str
    edition: str = "kk almaty trifold"
    """Language, region or ``national``, product, then inks, purpose or ``simplex`` if they matter."""


MEMO = "other-edition"
LOCALIZATION: dict[str, Mutant] = {
    "the first section is left out": Mutant("localization.body_blocks", "in order:", "in order[1:]:", MEMO),
    "sections stand in reverse": Mutant("localization.body_blocks", "in order:", "in order[::-1]:", MEMO),
    "a subsection looks like a section": Mutant(
        "localization.body_blocks", "lower=id in lower", "lower=False", MEMO
    ),
    "each section loses its first paragraph": Mutant(
        "localization.section_blocks", "section.paragraphs, 1", "section.paragraphs[1:], 1", MEMO
    ),
    "each section loses its last paragraph": Mutant(
        "localization.section_blocks", "section.paragraphs, 1", "section.paragraphs[:-1], 1", MEMO
    ),
    "each list loses its last item": Mutant(
        "localization.section_blocks", "enumerate(items, 1)", "enumerate(items[:-1], 1)", MEMO
    ),
    "lists stand in reverse": Mutant(
        "localization.section_blocks", "enumerate(items, 1)", "enumerate(items[::-1], 1)", MEMO
    ),
    "items of lists stand among the signs": Mutant(
        "localization.section_blocks", '("list", Role.LIST_ITEM', '("list", Role.CHECK_ITEM', MEMO
    ),
    "a paragraph is cut to its first sentence": Mutant(
        "localization.section_blocks", "writer.join(sentences)", "writer.join(sentences[:1])", MEMO
    ),
    "no space stands between two sentences": Mutant(
        "localization.Writer.join", 'runs.append(Run(" "))', 'runs.append(Run(""))', MEMO
    ),
    "no space stands in the names of regions": Mutant(
        "localization.Writer.__init__",
        'name.replace(" ", NBSP)',
        'name.replace(" ", "")',
        MEMO,
        "ru national a4",
    ),
    "the definition is left out": Mutant(
        "localization.section_blocks", "if section.statement:", "if False:", MEMO
    ),
    "the advice has no heading": Mutant(
        "localization.section_blocks",
        "if section.heading:",
        'if section.heading and section.id != "advice":',
        MEMO,
    ),
    "every number in the memo is that of the hotline": Mutant(
        "localization.localize",
        "{hotline.id: hotline.number.text for",
        "{hotline.id: content.hotlines[0].number.text for",
        MEMO,
    ),
    "emphasis is lost": Mutant("localization.Writer.phrase", "bool(index % 2)", "False", MEMO),
    "unchecked contacts are said to be checked": Mutant(
        "localization.labels",
        'else label("contacts_unchecked")',
        'else label("contacts_checked", date="2026-11-23")',
        MEMO,
    ),
    "one checked contact stands for all": Mutant(
        "localization.labels", "if dates and all(dates)", "if dates or all(dates)", MEMO
    ),
    "the words beside codes ask for an embassy": Mutant(
        "localization.labels", 'scan=label("scan")', 'scan=label("my_embassy")', MEMO
    ),
    "faxes are called editions": Mutant(
        "localization.labels", 'fax=label("fax")', 'fax=label("edition")', MEMO
    ),
    "a region without help is not told so": Mutant(
        "localization.labels", "None if local else label", "None if True else label", MEMO, "kk abai trifold"
    ),
    "a draft is not marked": Mutant("localization.labels", 'label("draft") if any(', "None if any(", MEMO),
    "organisations stand under the other heading": Mutant(
        "localization.contact_groups", "if entry.group == group", "if entry.group != group", MEMO
    ),
    "the other heading stands over organisations": Mutant(
        "localization.contact_groups",
        "words.contact_headings[group]",
        'words.contact_headings["other"]',
        MEMO,
    ),
    "who helps the whole country is said to help everywhere": Mutant(
        "localization.contact", 'words.labels["nationwide"]', 'words.labels["all_regions"]', MEMO
    ),
    "the title says whom the memo is for": Mutant(
        "localization.localize", "writer.phrase(words.title)", "writer.phrase(words.audience)", MEMO
    ),
    "all editions have one code": Mutant(
        "localization.with_edition", "digest.hexdigest()[:6]", '"ABCDEF"', MEMO
    ),
}
PLACE, ROOM = "misplaced-text", "overset-text"


def rearranged(change: str, edition: str = "kk almaty trifold", code: str = PLACE) -> Mutant:
    """A fault of what a panel is made of, its items changed by a function of ``faults.exchanges``."""
    new = f"import faults.exchanges as to; items = to.{change}; return PlacedPanel("
    return Mutant("layout.Attempt.panel", "return PlacedPanel(", new, code, edition)


PLACES: dict[str, Mutant] = {
    "the cover lacks one of the numbers for danger": Mutant(
        "cover.hotline_card",
        'if entry.id != "trafficking"]',
        'if entry.id != "trafficking"][1:]',
        "lost-text",
    ),
    "the box of a region without help lacks the hotline": Mutant(
        "furniture.emergency",
        "for entry, left, room in zip(entries, lefts, rooms, strict=True)",
        "for entry, left, room in [*zip(entries, lefts, rooms)][1:]",
        "lost-text",
        "en abai a4",
    ),
    "the numbers in that box are small": Mutant(
        "furniture.emergency",
        "Type(Weight.BOLD, size, PETROL)",
        "Type(Weight.BOLD, 9.0, PETROL)",
        PLACE,
        "en abai a4",
    ),
    "the cover says advice over the numbers for danger": Mutant(
        "cover.hotline_card",
        'document.labels.danger, label, x, head, inner, "labels.danger"',
        'document.labels.advice, label, x, head, inner, "labels.advice"',
        PLACE,
    ),
    "a notice says danger over the number for advice": Mutant(
        "cover.hotline_row",
        'document.labels.advice, label, row.x, above, room, "labels.advice"',
        'document.labels.danger, label, row.x, above, room, "labels.danger"',
        PLACE,
        "kk almaty a4",
    ),
    "the box puts 112 under advice": Mutant(
        "furniture.emergency",
        "in zip(entries, lefts, rooms, strict=True)",
        "in zip(entries[::-1], lefts, rooms, strict=True)",
        PLACE,
    ),
    "the heads of the box are exchanged": Mutant(
        "furniture.emergency",
        """(document.labels.advice, "advice", lefts[0], rooms[0]),
        (document.labels.danger, "danger", lefts[1]""",
        """(document.labels.danger, "danger", lefts[0], rooms[0] + 60),
        (document.labels.advice, "advice", lefts[1]""",
        PLACE,
        "kk abai a4",
    ),
    # One of them is then too long for its place.
    "the names under two numbers are exchanged": rearranged(
        'exchanged(items, "label", "hotline.")', "kk almaty a4"
    )._replace(code="overset-text"),
    "two numbers over their names are exchanged": rearranged(
        'exchanged(items, "number", "hotline.")', code=ROOM
    ),
    "names of two organisations are exchanged": rearranged('exchanged(items, "name")', "ru national trifold"),
    "places of two organisations are exchanged": rearranged('exchanged(items, "place")', "ru national a4"),
    "numbers of two organisations are exchanged": rearranged('exchanged(items, "number")'),
    "e-mails of two organisations are exchanged": rearranged('exchanged(items, "email")'),
    "codes of two organisations are exchanged": rearranged('exchanged(items, "code")'),
    "codes of two organisations in a row are exchanged": rearranged(
        'exchanged(items, "code")', "kk almaty a4"
    ),
    "codes stand a line too low": Mutant(
        "contacts.ContactList.place_entry",
        "top - size, size, size)",
        "top - size - 40, size, size)",
        "blocked-code",
        "ru national trifold",
    ),
    "codes are smaller than their room": Mutant(
        "contacts.ContactList.place_entry",
        "top - size, size, size)",
        "top - 0.8 * size, 0.8 * size, 0.8 * size)",
        "blocked-code",
        "ru national trifold",
    ),
    "codes of a notice are smaller than their room": Mutant(
        "contacts.ContactList.place_entry",
        "top - size, size, size)",
        "top - 0.67 * size, 0.67 * size, 0.67 * size)",
        "blocked-code",
        "ru national a4",
    ),
    "two lines of a paragraph are exchanged": rearranged('raised(items, "paragraph")', code=ROOM),
    "two headings of the memo are exchanged": rearranged('raised(items, "subheading")'),
    "a heading stands over the organisations of both": Mutant(
        "contacts.ContactList.elements",
        "result.append(Element(group.heading.id",
        "result.insert(0, Element(group.heading.id",
        PLACE,
    ),
    "a rule goes through every number": rearranged("struck(items)"),
    "pictograms stand a line too low": Mutant(
        "flow.mark", "baseline + 0.27 * body - size / 2", "baseline - body - size / 2", PLACE
    ),
    "black stands under every paragraph": rearranged("undermined(items)")._replace(code="hidden-text"),
    "pictograms are left out": rearranged("without_pictograms(items)"),
    "the numbers on the flap are too small to stand in their places": Mutant(
        "furniture.emergency", "size: float = 21.0", "size: float = 6.0", ROOM
    ),
    "the numbers on the flap are small": Mutant(
        "furniture.emergency", "size: float = 21.0", "size: float = 15.0", PLACE
    ),
    "the numbers on the flap stand in no box": Mutant(
        "furniture.emergency", "Placed([*ground, *items]", "Placed([*items]", PLACE
    ),
    "the flap stands in no box": Mutant(
        "layout.Attempt.panel", "list(self.rim(spec)) if spec.boxed", "list(self.rim(spec)) if False", PLACE
    ),
    "another box of numbers stands beside its place": Mutant(
        "layout.Attempt.numbers_below",
        "self.setter, frame.x, top",
        "self.setter, frame.x - 14, top",
        ROOM,
        "ru almaty trifold",
    ),
    "another box of numbers stands too high": Mutant(
        "layout.Attempt.numbers_below",
        "frame.x, top, frame.width",
        "frame.x, top + 20, frame.width",
        ROOM,
        "ru almaty trifold",
    ),
    "the numbers at the foot stand in reverse": Mutant(
        "furniture.calls", "= document.hotlines", "= document.hotlines[::-1]", PLACE
    ),
    "pictograms are twice as large": Mutant(
        "pictograms.pictogram", "unit = size / GRID", "unit = size / 12", PLACE, "ru national a4"
    ),
    "the region stands on the edge of a card": rearranged("on_an_edge(items)"),
    "names of organisations look like their places": Mutant(
        "contactrows.rows_of", 'Role.NAME, "name"', 'Role.NAME, "place"', PLACE
    ),
    "panels are drawn in the reverse of their order": Mutant(
        "rendering.Press.items",
        "key=lambda panel: panel.order",
        "key=lambda panel: -panel.order",
        "panel-order",
    ),
    "another number is bold than the code dials": Mutant(
        "contactrows.numbers_row",
        "joined((emphasised(dialled), *others))",
        "joined((dialled, *map(emphasised, others)))",
        PLACE,
    ),
    "all numbers are bold": Mutant(
        "contactrows.numbers_row",
        "joined((emphasised(dialled), *others))",
        "joined((emphasised(dialled), *map(emphasised, others)))",
        PLACE,
        "ru west-kazakhstan trifold",
    ),
}
TEXT = "lost-text"
NATIONAL, NOTICE = "ru national trifold", "ru national a4"
PARTS: dict[str, Mutant] = {
    "the hotline has no code": Mutant(
        "cover.hotline_row", "return [*names, number, code]", "return [*names, number]", "lost-code"
    ),
    "the inside does not say whom to call": Mutant(
        "products.trifold.trifold", "calls=True", "calls=False", TEXT
    ),
    "the margin says one number of three": Mutant(
        "furniture.calls", "= document.hotlines", "= document.hotlines[:1]", TEXT
    ),
    "a notice's back says one number of three": Mutant(
        "furniture.calls", "= document.hotlines", "= document.hotlines[:1]", TEXT, "kk almaty a4"
    ),
    "the flap has no numbers to call": Mutant(
        "products.trifold.plans", "(Part.TEXT, Part.EMERGENCY), boxed", "(Part.TEXT,), boxed", TEXT
    ),
    "the flap does not say that the list goes on": Mutant(
        "furniture.foot",
        "yield from setter.lines(label, GOES_ON",
        "yield from () and setter.lines(label, GOES_ON",
        TEXT,
        NATIONAL,
    ),
    "the flap says something else of its list": Mutant(
        "furniture.foot",
        "label, tag = document.labels.contacts_go_on,",
        "label, tag = document.labels.contacts_continued,",
        TEXT,
        NATIONAL,
    ),
    "the back does not say that a list goes on": Mutant(
        "furniture.continued", "[mark, *lines]", "[mark]", TEXT, NATIONAL
    ),
    "only one panel is told that the list goes on": Mutant(
        "products.trifold.plans", ", goes_on=True)", ")", TEXT, NATIONAL
    ),
    "there are no lines to write on": Mutant(
        "furniture.fill_in", "[mark, *lines, *rules]", "[mark, *lines]", TEXT
    ),
    "lines to write on have no label": Mutant(
        "furniture.fill_in", "[mark, *lines, *rules]", "[mark, *rules]", TEXT
    ),
    "a notice has no lines to write on": Mutant(
        "products.a4.plan", "[Part.FILL_IN, Part.IMPRINT]", "[Part.IMPRINT]", TEXT, NOTICE
    ),
    "a fax is not called one": Mutant(
        "contactrows.rows_of", "(*labels.fax.runs, Run(", "(*(), Run(", TEXT, NATIONAL
    ),
    "faxes are left out": Mutant("contactrows.rows_of", "if contact.faxes:", "if False:", TEXT, NATIONAL),
    "pages are numbered from two": Mutant(
        "furniture.folio", '"page": str(page)', '"page": str(page + 1)', TEXT, NOTICE
    ),
    "a page says that it is the second of one": Mutant(
        "furniture.folio",
        '"page": str(page), "pages": str(pages)',
        '"page": str(pages), "pages": str(page)',
        TEXT,
        NOTICE,
    ),
    "each line goes on in the next without a space": Mutant(
        "setter.Setter.set_lines", "words[-1].space == 0 and end", "end", TEXT
    ),
    "lines end without a space for whoever copies them": Mutant(
        "rendering.Press.text", "not line.joined", "False", "moved-text"
    ),
    "the imprint is left out": Mutant(
        "products.trifold.plans",
        "lines, end = Part.FILL_IN, Part.IMPRINT",
        "lines = end = Part.FILL_IN",
        TEXT,
    ),
}
SHEET = "wrong-sheet"
TRIFOLD, PLANS = "products.trifold.trifold", "products.trifold.plans"
SHEETS: dict[str, Mutant] = {
    "the trifold is turned over its long edge": Mutant(
        "rendering.turned_over", '"Short" if side.width > side.height else "Long"', '"Long"', SHEET
    ),
    "a notice is turned over its short edge": Mutant(
        "rendering.turned_over",
        '"Short" if side.width > side.height else "Long"',
        '"Short"',
        SHEET,
        "kk almaty a4",
    ),
    "the inside is page 1": Mutant(PLANS, "Plan((outside, inside)", "Plan((inside, outside)", SHEET),
    "the back and the cover stand in each other's place": Mutant(
        PLANS,
        """            PanelSpec("back", 5, flap, panel, INNER, INNER, back),
            PanelSpec("cover", 0, flap + panel, panel, 5.0, 5.0, (Part.COVER,)),""",
        """            PanelSpec("cover", 0, flap, panel, 5.0, 5.0, (Part.COVER,)),
            PanelSpec("back", 5, flap + panel, panel, INNER, OUTER, back),""",
        SHEET,
    ),
    "the cover stands on the back": Mutant(
        PLANS, '"cover", 0, flap + panel, panel', '"cover", 0, flap, panel', SHEET
    ),
    "the inside is read from the right": Mutant(TRIFOLD, '"inside left", 2,', '"inside left", 4,', SHEET),
    "the inside is mirrored": Mutant(
        TRIFOLD,
        """PanelSpec("inside left", 2, 0, panel, OUTER, INNER, (Part.TEXT,)),
            PanelSpec("inside middle", 3, panel, panel, INNER, INNER, (Part.TEXT,)),
            PanelSpec("inside right", 4, 2 * panel, flap, INNER, OUTER, (Part.TEXT,)),
        ),
        folds=(panel, 2 * panel),""",
        """PanelSpec("inside left", 2, 0, flap, OUTER, INNER, (Part.TEXT,)),
            PanelSpec("inside middle", 3, flap, panel, INNER, INNER, (Part.TEXT,)),
            PanelSpec("inside right", 4, flap + panel, panel, INNER, OUTER, (Part.TEXT,)),
        ),
        folds=(flap, flap + panel),""",
        SHEET,
    ),
    "the outside folds where the inside does": Mutant(
        PLANS, "folds=(flap, flap + panel)", "folds=(panel, 2 * panel)", "overset-text"
    ),
    "the outside has no folds": Mutant(PLANS, "folds=(flap, flap + panel)", "folds=()", SHEET),
    "the flap cannot go in": Mutant(
        TRIFOLD, "panel = (width - flap) / 2", "flap = 103.0; panel = (width - flap) / 2", SHEET
    ),
    "the folds of both faces do not meet": Mutant(
        TRIFOLD, "plans(flap, panel, inside)", "plans(flap + 0.8, panel - 0.4, inside)", SHEET
    ),
    "the flap of both faces is too narrow": Mutant(
        TRIFOLD, "panel = (width - flap) / 2", "flap = 96.0; panel = (width - flap) / 2", SHEET
    ),
    "the sheet is 200 mm high": Mutant(TRIFOLD, "height=height", "height=200.0", SHEET),
    "the cover's colour reaches to the edge": Mutant(TRIFOLD, "safe_trim=5.0", "safe_trim=1.0", SHEET),
    "there are no fold marks": Mutant(
        "layout.fold_marks", "((0.0, FOLD_MARK), (height, height - FOLD_MARK))", "()", SHEET
    ),
    "fold marks are beside the folds": Mutant(
        "layout.fold_marks", "in folds:", "in [x + 8 for x in folds]:", SHEET
    ),
    "fold marks cannot be seen": Mutant("layout.fold_marks", "0.4, HAIRLINE", "0.4, WHITE", SHEET),
    "a dashed line goes down the whole sheet": Mutant(
        "layout.fold_marks", "((0.0, FOLD_MARK), (height, height - FOLD_MARK))", "((0.0, height),)", SHEET
    ),
    "fronts and backs are exchanged": Mutant(
        "simplex.fronts_and_backs",
        "fronts, backs = layout",
        "backs, fronts = layout",
        SHEET,
        "kk almaty trifold simplex",
    ),
    "the quiet zone of a code is half a module": Mutant(
        "contactscale.Scale.quiet", "self.code * QUIET", "self.code * QUIET / 8", "blocked-code", NATIONAL
    ),
}


def changed_afterwards(change: str, code: str, edition: str) -> Mutant:
    """A fault of what is made of a layout for the file: the items of each panel changed."""
    made = f"layout = to.everywhere(layout, lambda items: {change})"
    new = f"import faults.exchanges as to; {made}; return for"
    return Mutant("editions.Edition.laid_out", "return for", new, code, edition)


AFTERWARDS: dict[str, Mutant] = {
    "numbers are exchanged on their way to the file": changed_afterwards(
        'to.exchanged(items, "number")', PLACE, "kk almaty trifold"
    ),
    "names are exchanged on their way to an archive": changed_afterwards(
        'to.exchanged(items, "name")', PLACE, "ru national a4 archive"
    ),
    "places are exchanged on their way to black toner": changed_afterwards(
        'to.exchanged(items, "place")', PLACE, "en west-kazakhstan a4 mono"
    ),
    "lines to write on are lost on their way to the file": changed_afterwards(
        "[item for item in items if not isinstance(item, to.Rule)]", TEXT, "kk almaty a4"
    ),
    "a print shop's hotline has its digits exchanged": Mutant(
        "press.press_item",
        'replace(run, link="")',
        'replace(run, link="", text=run.text.replace("11616", "16116"))',
        TEXT,
        "kk almaty trifold press",
    ),
    "a print shop's panels lose what stands last": Mutant(
        "press.pressed", "in panel.items)", "in panel.items[:-1])", TEXT, "kk almaty trifold press"
    ),
    "a print shop's lines end where their weight changes": Mutant(
        "press.press_item", "for run in item.runs)", "for run in item.runs[:1])", TEXT, "kk almaty a4 press"
    ),
    "fronts lose their text": Mutant(
        "simplex.fronts_and_backs",
        "fronts, backs = layout.sides[::2]",
        "fronts, backs = tuple(replace(side, panels=side.panels[:-1]) for side in layout.sides[::2])",
        TEXT,
        "kk almaty trifold simplex",
    ),
    "the last front has no back": Mutant(
        "simplex.fronts_and_backs",
        "backs += tuple(empty(front) for front in fronts[len(backs) :])",
        "pass",
        "other-edition",
        "ru national a4 simplex",
    ),
    "text is dropped on its way to the file": Mutant(
        "editions.Edition.laid_out",
        "replace(layout, inks=self.inks)",
        "replace(layout, inks=self.inks, sides=layout.sides[:-1])",
        TEXT,
    ),
    "a leaflet is written under another region's name": Mutant(
        "editions.Edition.laid_out", "self.region)", '"astana")', "other-edition"
    ),
}
SHOP, PRESS = "wrong-press", "kk almaty trifold press"
PRESSED: dict[str, Mutant] = {
    "colour does not run off": Mutant(
        "press.outer", "return bleed if abs(edge - trim) < 0.01 else edge", "return edge", SHOP, PRESS
    ),
    "colour runs off at three of four edges": Mutant(
        "press.run_off",
        "outer(box.right, trim.right, bleed.right) if Edge.RIGHT in edges else rect.right",
        "rect.right",
        SHOP,
        PRESS,
    ),
    "colour runs over the fold": Mutant("press.outer", "else edge", "else edge - 9", SHOP, PRESS),
    "the bleed is one millimetre": Mutant(
        "press.for_press", "side.trim.grown(BLEED)", "side.trim.grown(BLEED / 3)", SHOP, PRESS
    ),
    "there are no cut marks": Mutant(
        "press.cut_marks", "(side.trim.x, side.trim.right):", "():", SHOP, PRESS
    ),
    "cut marks are off the trim": Mutant(
        "press.cut_marks",
        "in (side.trim.x, side.trim.right):",
        "in (side.trim.x + 9, side.trim.right):",
        SHOP,
        PRESS,
    ),
    "a fold mark is off the fold": Mutant(
        "press.fold_marks",
        "Rule(x, near.top, x, far.top,",
        "Rule(x + 10, near.top, x + 10, far.top,",
        SHOP,
        PRESS,
    ),
    "a fold mark is solid": Mutant(
        "press.fold_marks",
        "Rule(x, near.top, x, far.top, FOLD_WEIGHT, BLACK, FOLD_DASH)",
        "Rule(x, near.top, x, far.top, FOLD_WEIGHT, BLACK)",
        SHOP,
        PRESS,
    ),
    "a fold mark says cut": Mutant("press.fold_marks", 'job_text("fold"', 'job_text("cut"', SHOP, PRESS),
    "marks reach into the bleed": Mutant(
        "press.cut_marks", "side.trim.grown(MARK_START)", "side.trim.grown(MM)", SHOP, PRESS
    ),
    "the job line counts from nought": Mutant(
        "press.for_press", "enumerate(layout.sides, 1)", "enumerate(layout.sides, 0)", SHOP, PRESS
    ),
    "links are left in": Mutant("press.press_item", 'link=""', "link=run.link", SHOP, PRESS),
    "black does not overprint": Mutant(
        "rendering.Press.item",
        "isinstance(item, TextLine | Rule | Symbol) and item.ink == BLACK",
        "False",
        SHOP,
        PRESS,
    ),
    "overprint replaces all inks": Mutant("rendering.Press.equip", '"OPM": 1', '"OPM": 0', SHOP, PRESS),
    "toner prints letters as a tint": Mutant(
        "styles.black_only",
        "Ink(0, 0, 0, ink.toner, ink.toner)",
        "Ink(0, 0, 0, 0.3 * ink.toner, ink.toner)",
        "hidden-text",
        "kk almaty trifold mono",
    ),
    "toner prints the field dark under black words": Mutant(
        "styles.black_only",
        "Ink(0, 0, 0, ink.toner, ink.toner)",
        "Ink(0, 0, 0, ink.toner or (0.6 if ink.cyan else 0), ink.toner)",
        "hidden-text",
        "kk almaty trifold mono",
    ),
}
HEARD = "wrong-hearing"
SPOKEN: dict[str, Mutant] = {
    "paragraphs are not heard": Mutant(
        "reading.heard", "if alone else UNHEARD", "if alone else (*UNHEARD, Role.PARAGRAPH)", HEARD
    ),
    "faxes are not heard": Mutant(
        "reading.heard", "if alone else UNHEARD", "if alone else (*UNHEARD, Role.FAX)", HEARD
    ),
    "no heading is heard as one": Mutant(
        "structure.Structure.block", 'KINDS.get(line.tag.role, "P")', '"P"', HEARD
    ),
    "items are heard without a list": Mutant(
        "structure.Structure.parent", "if line.tag.role not in ITEMS:", "if True:", HEARD
    ),
    "the contacts are heard before the memo": Mutant(
        "reading.read", "late(pair[1])", "not late(pair[1])", HEARD, NATIONAL
    ),
    "the panels are heard as they lie": Mutant(
        "reading.read",
        "sorted(in_order(layout.sides), key=lambda pair: late(pair[1]))",
        "[(n, p) for n, side in enumerate(layout.sides) for p in side.panels]",
        HEARD,
    ),
    "numbers are heard before what they are for": Mutant(
        "reading.heard", "turn(pair[1])", "-turn(pair[1])", HEARD
    ),
    "whom to call is heard before what the leaflet is": Mutant(
        "reading.heard", "not pair[1].tag", "pair[1].tag", HEARD
    ),
    "no link is heard": Mutant("structure.Structure.part", "if not link:", "if True:", HEARD),
    "a code is told with the last number": Mutant(
        "contacts.ContactList.place_entry",
        "{contact.phones[0].text}",
        "{contact.phones[-1].text}",
        "wrong-alternative",
        NATIONAL,
    ),
    "the hotline's code is told with 102": Mutant(
        "cover.hotline_row",
        "{hotline.label.text}: {hotline.number.text}",
        "{hotline.label.text}: 102",
        "wrong-alternative",
    ),
}
LAID = "editions.Edition.laid_out"
ORDERED: dict[str, Mutant] = {
    "a notice is made in a trifold's place": Mutant(
        LAID,
        "self.product, typeface)",
        '__import__("leaflet").PRODUCTS["a4"], typeface)',
        MEMO,
    ),
    "inks are forgotten": Mutant(
        LAID, "replace(layout, inks=self.inks)", "layout", MEMO, "kk almaty trifold mono"
    ),
    "the print shop is forgotten": Mutant(
        LAID, "self.purpose, typeface", "Purpose.OFFICE, typeface", MEMO, PRESS
    ),
    "the archive is forgotten": Mutant(
        LAID, "self.purpose, typeface", "Purpose.OFFICE, typeface", MEMO, "kk almaty trifold archive"
    ),
    "fronts and backs are one file": Mutant(
        "editions.parts", "if not simplex", "if True", MEMO, "kk almaty trifold simplex"
    ),
    "there are no backs": Mutant(
        "editions.parts",
        "fronts_and_backs(layout).items()",
        "[*fronts_and_backs(layout).items()][:1]",
        MEMO,
        "kk almaty trifold simplex",
    ),
    "fronts and backs have each other's places": Mutant(
        "editions.build",
        "for place, part in made.items():",
        "for place, part in zip(made, [*made.values()][::-1], strict=True):",
        MEMO,
        "kk almaty trifold simplex",
    ),
    "fronts are built twice": Mutant(
        "editions.build",
        "files[place] = render(part, typeface)",
        "part = [*made.values()][0]; files[place] = render(part, typeface)",
        MEMO,
        "kk almaty a4 simplex",
    ),
    "both files have both sides": Mutant(
        "editions.build",
        "files[place] = render(part, typeface)",
        "part = layout; files[place] = render(part, typeface)",
        MEMO,
        "kk almaty trifold simplex",
    ),
    "a file is built in another ink": Mutant(
        "editions.build",
        "files[place] = render(part, typeface)",
        "part = replace(part, inks=Inks.MONO); files[place] = render(part, typeface)",
        MEMO,
    ),
    "fronts and backs have each other's names": Mutant(
        "editions.parts",
        "fronts_and_backs(layout).items()",
        "zip(fronts_and_backs(layout), [*fronts_and_backs(layout).values()][::-1])",
        MEMO,
        "kk almaty a4 simplex",
    ),
}
BEARING, SAID = "wrong-bearing", "wrong-metadata"
BEARINGS: dict[str, Mutant] = {
    "a corner has two numbers too many": Mutant(
        "sheet.Fill.outline", '("l", (right, top - radius))', '("", (right, top - radius))', "unreadable-pdf"
    ),
    "the profile is said to be of three inks": Mutant(
        "rendering.Press.equip", '{"N": 4}', '{"N": 3}', "wrong-standard", PRESS
    ),
    "words that part are heard as two": Mutant(
        "structure.join", "if head and tail and", "if False and", "wrong-alternative", "kk atyrau trifold"
    ),
    "ends of words are said to be nothing": Mutant(
        "structure.join", 'starts[run], " ")', 'starts[run], "")', "wrong-alternative", "kk atyrau trifold"
    ),
    "links lead back to each other's elements": Mutant(
        "tagging.tags", "len(pages) + index)", "len(pages) + len(links) - 1 - index)", BEARING
    ),
    "no element knows its link": Mutant(
        "tagging.tags",
        'f"<</Type/OBJR/Obj {touched[element]} 0 R>>" if element in touched else ""',
        '""',
        BEARING,
    ),
    "all marks lead back to the document": Mutant(
        "tagging.root", "[mark.number] = own", "[mark.number] = numbers[structure.root]", BEARING
    ),
    "the pages lead back to each other's elements": Mutant(
        "rendering.Press.tag", "page.Tabs = index,", "page.Tabs = 1 - index,", BEARING
    ),
    "the file does not say that it is tagged": Mutant(
        "rendering.Press.tag", '{"Marked": "true"}', '{"Marked": "false"}', BEARING
    ),
    "the file is shown under its name": Mutant(
        "rendering.Press.run", 'canvas.setViewerPreference("DisplayDocTitle", "true")', "pass", BEARING
    ),
    "the outline leads to page 1": Mutant(
        "outline.outline", "{pages[heading.page]} 0 R/XYZ", "{pages[0]} 0 R/XYZ", BEARING
    ),
    "the outline leads beside the headings": Mutant(
        "outline.outline", "points(heading.x, heading.top)", "points(heading.top, heading.x)", BEARING
    ),
    "the outline has one entry": Mutant(
        "structure.Structure.block", "in LEVELS and title:", 'in LEVELS and title and kind == "H1":', BEARING
    ),
    "all organisations have one name in the outline": Mutant(
        "structure.titles",
        "{contact.place.text}, {contact.name.text}",
        "{contact.place.text}, {document.contacts[0].name.text}",
        BEARING,
        NATIONAL,
    ),
    "organisations have no name in the outline": Mutant(
        "structure.titles", ", {contact.name.text}", "", BEARING
    ),
    "the file has no title": Mutant("metadata.title", "return f", 'return "" and f', SAID),
    "the file's title is danger": Mutant(
        "metadata.title", "return f", "return plain(document.labels.danger.text) or f", SAID
    ),
    "the file's subject is another": Mutant(
        "metadata.made_at", "{document.edition}", "{document.language}", SAID
    ),
    "the file says other inks": Mutant(
        "metadata.keywords", "layout.inks]", '"colour"]', SAID, "kk almaty trifold mono"
    ),
    "the file does not say which part it is": Mutant(
        "metadata.keywords", "if layout.part:", "if False:", SAID, "kk almaty trifold simplex"
    ),
    "a print shop's file says that it is for an office": Mutant(
        "metadata.made_at", "purpose=layout.purpose", "purpose=Purpose.OFFICE", SAID, PRESS
    ),
    "the metadata stream tells a folder where nobody looks": Mutant(
        "metadata.packet", """rdf:about="" xmlns:dc=""", """rdf:about="file:/home" xmlns:dc=""", SAID
    ),
    "the file is shown from right to left": Mutant(
        "rendering.Press.run",
        'canvas.setViewerPreference("PrintScaling", "None")',
        'canvas.setViewerPreference("PrintScaling", "None"); canvas.setViewerPreference("Direction", "R2L")',
        "active-content",
    ),
    "the file tells the hour": Mutant(
        "metadata.moment", "return datetime.fromisoformat(document.date)", "return datetime.now()", MEMO
    ),
    "other organisations stand first": Mutant(
        "localization.contact_groups", "in GROUPS:", "in GROUPS[::-1]:", MEMO
    ),
    "hotlines stand in reverse": Mutant(
        "localization.localize", "key=rank)", "key=rank, reverse=True)", MEMO
    ),
}
RUN = "run-together"
READ: dict[str, Mutant] = {
    "the numbers in the margin are one": Mutant(
        "furniture.calls", "own.right + between", "own.right + 1", RUN
    ),
    "the numbers in the box are one": Mutant("furniture.emergency", "sum(gaps[:index])", "index * 0.5", RUN),
    "the hotline is said as 1 1616": Mutant(
        "furniture.number_line", "kerns[-LAST_GROUP - 1]", "kerns[0]", RUN
    ),
    "no touch dials a number to call": Mutant("furniture.number_line", "entry.code", '""', RUN),
    "there is one line to write on": Mutant(
        "furniture.fill_in", "in (first, first - PITCH)", "in (first,)", TEXT
    ),
    "the lines to write on stand close": Mutant(
        "furniture.fill_in", "in (first, first - PITCH)", "in (first, first - 4)", TEXT
    ),
    "marks are white": Mutant(
        "press.cut_marks",
        "Rule(x, near.y, x, far.y, CUT_WEIGHT, BLACK)",
        "Rule(x, near.y, x, far.y, CUT_WEIGHT, replace(BLACK, black=0.0))",
        SHOP,
        PRESS,
    ),
    "marks are blocks": Mutant(
        "press.fold_marks",
        "Rule(x, near.y, x, far.y, FOLD_WEIGHT",
        "Rule(x, near.y, x, far.y, 20.0",
        SHOP,
        PRESS,
    ),
    "dashes are as good as solid": Mutant(
        "press.fold_marks",
        "Rule(x, near.y, x, far.y, FOLD_WEIGHT, BLACK, FOLD_DASH)",
        "Rule(x, near.y, x, far.y, FOLD_WEIGHT, BLACK, (300.0, 0.1))",
        SHOP,
        PRESS,
    ),
    "the sheet ends before its marks": Mutant(
        "press.for_press", "side.trim.grown(SLUG)", "side.trim.grown(SLUG / 3)", SHOP, PRESS
    ),
    "a fax is larger than the telephone": Mutant(
        "contactscale.Scale.fax", "size=self.email.size", "size=self.number.size * 1.5", "misplaced-text"
    ),
    "the job line stands on the leaflet": Mutant(
        "press.job_lines", "-MARK_START - 0.5 * MM - setter.cap_height(JOB)", "4 * MM", SHOP, PRESS
    ),
    "black is grey to a print shop": Mutant(
        "rendering.Press.__init__", "is not Purpose.PRESS", "is Purpose.PRESS", "wrong-ink", PRESS
    ),
    "black is four inks in an office": Mutant(
        "rendering.Press.__init__", "is not Purpose.PRESS", "is Purpose.PRESS", "wrong-ink"
    ),
    "the trim is 20 pt short": Mutant(
        "sheet.Side.trim", "self.width, self.height)", "self.width, self.height - 20)", "page-box"
    ),
}
LINES = {
    "no space stands between two words": Mutant("spans.parts_of", '" ", (), word.space', '"", (), 0.0', TEXT),
}
MUTANTS: dict[str, Mutant] = (
    LINES | ORDERED | READ | BEARINGS | LOCALIZATION | PLACES | PARTS | SHEETS | AFTERWARDS | PRESSED | SPOKEN
)


@pytest.fixture(autouse=True)
def _inks_are_made_anew() -> Iterator[None]:
    """What a mutant has made of an ink is kept for no other test."""
    printed.cache_clear()
    yield
    printed.cache_clear()


@pytest.fixture
def _lines_are_made_anew() -> Iterator[None]:
    """What a mutant has made of a line is kept for no other test."""
    measured.cache_clear()
    yield
    measured.cache_clear()


@pytest.mark.parametrize("name", [name for name in MUTANTS if name not in LINES])
def test_it_is_refused_that(
    name: str, content: Content, typeface: FontFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_refused(MUTANTS[name], content, typeface, tmp_path, monkeypatch)


@pytest.mark.usefixtures("_lines_are_made_anew")
@pytest.mark.parametrize("name", LINES)
def test_it_is_refused_of_lines_that(
    name: str, content: Content, typeface: FontFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_refused(LINES[name], content, typeface, tmp_path, monkeypatch)


def is_refused(
    mutant: Mutant, content: Content, typeface: FontFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mutate(monkeypatch, mutant)
    built = editions.build(asked(mutant.edition), content, typeface, tmp_path / "sheet.pdf")
    assert built.paths == ()
    assert mutant.code in {finding.code for finding in built.findings}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", sorted({mutant.edition for mutant in MUTANTS.values()}))
def test_what_is_no_mutant_is_built(
    name: str, content: Content, typeface: FontFolder, tmp_path: Path
) -> None:
    built = editions.build(asked(name), content, typeface, tmp_path / "sheet.pdf")
    assert built.paths


def test_words_that_changed_since_their_review_are_not_built_without_the_mark_of_a_draft(
    content: Content, typeface: FontFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = replace(content, languages={**content.languages, "ru": reviewed(content.languages["ru"])})
    unlike = "origin.fingerprint.text != words_fingerprint(words, part)"
    mutate(monkeypatch, Mutant("content.reviews.is_draft", unlike, "False", MEMO))
    built = editions.build(asked("ru almaty trifold"), content, typeface, tmp_path / "sheet.pdf")
    assert built.paths == ()
    assert {finding.code for finding in built.findings} == {MEMO}


def reviewed(words: Language) -> Language:
    """The words of a language as if they had been reviewed, and had changed since."""
    status = replace(words.memo_provenance.status, text="reviewed")
    read = replace(words.memo_provenance, status=status, fingerprint=replace(status, text="00000000"))
    return replace(words, memo_provenance=read, labels_provenance=read)


def test_preflight_promises_nothing_else_than_the_content_says(
    content: Content, typeface: FontFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    mutate(monkeypatch, MUTANTS["the definition is left out"])
    layout = asked("kk almaty trifold").laid_out(content, typeface)
    promise, findings = promised(leaflet.render(layout, typeface), content, typeface, "sheet.pdf")
    assert promise is None
    assert {finding.code for finding in findings} == {MEMO}


def asked(name: str) -> editions.Edition:
    """The edition that a mutant spoils; its product is made anew, so that a fault of its maker shows."""
    language, region, product, *rest = name.split()
    if product == "trifold":
        made = trifold.trifold("trifold", 297.0, 210.0, flap=97.0)
    else:
        made = a4.notice("a4", 210.0, 297.0, least_gaps=0.9, under_text=(9.8, 8.8, 12.0, 8.8), heading=11.9)
    edition = editions.Edition(language, None if region == "national" else region, made)
    inks = next((one for one in Inks if one in rest), Inks.COLOUR)
    purpose = next((one for one in Purpose if one in rest), Purpose.OFFICE)
    return replace(edition, inks=inks, purpose=purpose, simplex="simplex" in rest)


def mutate(monkeypatch: pytest.MonkeyPatch, mutant: Mutant) -> None:
    """Put the mutant in the place of its original, wherever that was imported."""
    module, owner, name = found(mutant.at)
    original = inspect.getattr_static(owner, name)
    source = textwrap.dedent(
        inspect.getsource(getattr(original, "func", getattr(original, "fget", original)))
    )
    assert source.count(mutant.old) == 1, f"{mutant.at} has no longer, or more than once: {mutant.old}"
    names: dict[str, Any] = {}
    exec(compile(source.replace(mutant.old, mutant.new), mutant.at, "exec"), vars(module), names)
    if hasattr(names[name], "__set_name__"):
        names[name].__set_name__(owner, name)
    owners = (
        [owner]
        if owner is not module
        else [
            other
            for other in [*sys.modules.values()]
            if other.__name__.startswith("leaflet") and vars(other).get(name) is original
        ]
    )
    for place in owners:
        monkeypatch.setattr(place, name, names[name])


def found(path: str) -> tuple[Any, Any, str]:
    """The module of a path, the module or class that holds its last name, and that name."""
    parts = path.split(".")
    at = max(index for index in range(len(parts)) if ".".join(["leaflet", *parts[:index]]) in sys.modules)
    module: Any = sys.modules[".".join(["leaflet", *parts[:at]])]
    owner = module
    for part in parts[at:-1]:
        owner = vars(owner)[part]
    return module, owner, parts[-1]
