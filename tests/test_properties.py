"""Whatever an editor writes: a sheet that reads back whole, or findings; the same facts, the same bytes."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hanging import never_hanging
from hypothesis import HealthCheck, Phase, assume, example, given, settings
from hypothesis import strategies as st
from PIL import ImageChops, ImageDraw
from sheets import PRODUCTS, REGIONS, Sheet, by_pdfium, by_pypdf, folded, item_box

import leaflet
from leaflet import resources
from leaflet.content import Content, Organization, Text, load
from leaflet.diagnostics import has_errors
from leaflet.differences import differences
from leaflet.fonts import FontFolder
from leaflet.geometry import Rect
from leaflet.localization import localize, serves
from leaflet.relevance import relevant
from leaflet.sheet import Code, Item, Side, TextLine

CONTENT = resources.directory("content")
LANGUAGES = ("kk", "ru", "en")
FILES = ("hotlines", "short_numbers", "organizations", "regions", *LANGUAGES)


def steady(examples: int) -> Callable[[Any], Any]:
    """The same examples in every run; a slow machine is no failure. Fixtures here are never changed.

    An example that fails is told as it is: to make it smaller takes minutes.
    """
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=[
            HealthCheck.function_scoped_fixture,
            HealthCheck.too_slow,
            HealthCheck.data_too_large,
        ],
    )


whose = (st.sampled_from((None, *REGIONS)), st.sampled_from(PRODUCTS))
editions = st.tuples(st.sampled_from(LANGUAGES), *whose)
translated = st.tuples(st.sampled_from(LANGUAGES[1:]), *whose)


@cache
def real() -> Content:
    """The content as it is; a fixture would be printed whole by a failing example."""
    return load(CONTENT)


def build(content: Content, key: tuple[str, str | None, str], typeface: FontFolder) -> Sheet:
    """An edition; without sides and bytes where it does not fit."""
    language, region, product = key
    document = localize(content, language, region)
    layout = leaflet.lay_out(document, leaflet.PRODUCTS[product], typeface)
    pdf = b"" if has_errors(layout.findings) else leaflet.render(layout, typeface)
    return Sheet(document, layout, pdf)


# Content that passes is printed whole, or refused with millimetres.

TEXT_LINE = re.compile(r'(?P<key>^ +(?:- )*(?:[\w-]+: )?)"(?P<text>[^"\\]*)"$')
"""A line of a language file that holds one text."""


def text_lines(words: list[str]) -> Iterator[int]:
    """The numbers of lines with words of the memo, names and places of organisations."""
    section = ""
    for number, line in enumerate(words):
        if line[:1].isalpha():
            section = line.partition(":")[0]
        elif section in ("memo", "organizations") and TEXT_LINE.match(line):
            yield number


def sentences(alphabet: str) -> st.SearchStrategy[str]:
    """Words of the language, with the marks that editors use."""
    word = st.text(alphabet + alphabet.upper(), min_size=1, max_size=30)
    mark = st.sampled_from(("", "", "", ",", ".", ";", ":", "!", " —", "-", "»", ")", "…", "/", "№"))
    words = st.lists(st.builds("{}{}".format, word, mark), min_size=1, max_size=8).map(" ".join)
    # Some are far too long for a trifold.
    return st.builds(lambda words, times: " ".join([words] * times), words, st.sampled_from((1, 1, 3, 60)))


def rewrite(folder: Path, language: str, data: st.DataObject) -> None:
    """Write other words into a translation: the words of the source, and numbers, are those of the memo."""
    original = (CONTENT / f"{language}.yaml").read_text(encoding="utf-8")
    original = re.sub(
        r"^doubts:\n(?: .*\n)+", "", original, flags=re.M
    )  # They are about words that are gone.
    alphabet = yaml.load(original, Loader=yaml.BaseLoader)["alphabet"].replace(" ", "")
    lines = original.splitlines()
    chosen = st.sets(st.sampled_from(list(text_lines(lines))), min_size=1, max_size=8)
    for number in data.draw(chosen, "lines"):
        match = TEXT_LINE.match(lines[number])
        assert match
        # Numbers, placeholders and emphasis are those of the source.
        kept = re.findall(r"\{\w+\}|[0-9]+", match["text"]) + ["**!**"] * (match["text"].count("**") // 2)
        lines[number] = f'{match["key"]}"{" ".join([data.draw(sentences(alphabet)), *kept])}"'
    (folder / f"{language}.yaml").write_text("\n".join(lines), encoding="utf-8")


@steady(8)
@given(translated, st.data())
def test_what_passes_prints_whole_or_is_refused_with_millimetres(
    folder: Path, typeface: FontFolder, key: tuple[str, str | None, str], data: st.DataObject
) -> None:
    rewrite(folder, key[0], data)
    content = load(folder)
    found = list(relevant(content, [key[0]]))
    assert all(finding.place.line or finding.remedy for finding in found)
    assume(not has_errors(found))
    sheet = build(content, key, typeface)
    if not sheet.pdf:
        assert sheet.layout.findings
        assert all(
            re.search(r"\d mm\b", f"{finding.what} {finding.measure}") for finding in sheet.layout.findings
        )
        return
    assert [str(finding) for finding in leaflet.inspect(sheet.pdf, sheet.layout).findings] == []
    blocks: dict[str, str] = {}
    for panel in sorted(sheet.panels, key=lambda panel: panel.order):
        for item in panel.items:
            if isinstance(item, TextLine):
                blocks[item.tag.block] = blocks.get(item.tag.block, "") + item.text
    for block in sheet.document.body:
        assert folded(blocks[block.id]) == folded(block.phrase.text)
    printed = {folded(text) for text in blocks.values()}
    for contact in sheet.document.contacts:
        for phrase in (contact.place, contact.name, *contact.phones, *contact.emails):
            assert any(folded(phrase.text) in text for text in printed), phrase.text
    lines = [folded(line.text) for line in sheet.lines]
    for pages in (by_pypdf(sheet.pdf), by_pdfium(sheet.pdf)):
        text = folded("".join(pages))
        assert [line for line in lines if line not in text] == []


# Any bytes give findings, soon.


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of the content with stretches of it replaced by other bytes."""
    name = draw(st.sampled_from(FILES))
    data = bytearray((CONTENT / f"{name}.yaml").read_bytes())
    pieces = st.one_of(
        st.binary(max_size=12),
        st.sampled_from(
            (
                b"&a ",
                b"*a",
                b"!t ",
                b"{",
                b"[",
                b"]",
                b'"',
                b"'",
                b"\t",
                b"- ",
                b": ",
                b"#",
                b"---\n",
                b"<<: ",
            )
        ),
        st.sampled_from(
            ("\u202e", "\u200b", "e\u0301", "\ufeff", "\u2028", "𝟏", "**", "{police}", "|", ">-")
        ).map(str.encode),
    )
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        data[at : at + draw(st.sampled_from((0, 0, 1, 3, 40, 4000)))] = draw(pieces)
    return name, bytes(data)


@steady(20)
@given(st.one_of(damaged(), st.tuples(st.sampled_from(FILES), st.binary(max_size=300))))
@example(("kk", b"[" * 200_000))
@example(("kk", b"{a: " * 60_000))
@example(("ru", b"- " * 120_000))
@example(("en", b"a: " + b"'" * 250_000))
@example(("en", b'a: "' + "e\u0301".encode() * 80_000 + b'"'))
@example(("en", b'a: "e' + "\u0301\u0316".encode() * 60_000 + b'"'))
@example(("regions", b"? " * 120_000))
@example(("regions", b"x: " + b"1:" * 120_000))
@example(("hotlines", b"".join(b"k%d: v\n" % number for number in range(20_000))))
@example(("organizations", b"\n" * 260_000))
@example(("organizations", b"a: &x [x]\n" + b"".join(b"b%d: [*x, *x]\n" % n for n in range(9_000))))
@example(("organizations", b"\xef\xbb\xbf\x00" * 60_000))
def test_any_bytes_in_a_file_are_content_or_findings(untranslated: Path, file: tuple[str, bytes]) -> None:
    name, data = file
    path = untranslated / f"{name}.yaml"
    good = path.read_bytes() if path.exists() else b""
    path.write_bytes(data)
    with never_hanging():
        content = load(untranslated)
        found = list(relevant(content, content.languages))
        for language in content.languages if not has_errors(found) else ():
            localize(content, language)
    assert all(" ".join(str(finding).split()).isprintable() for finding in (*content.findings, *found))
    path.write_bytes(good)
    if not good:  # A translation.
        path.unlink()


# One digit changes its contact, and nothing else.


@st.composite
def misprints(draw: st.DrawFn) -> tuple[int, int, int, tuple[str, str, str | None]]:
    """An organisation, a place in its first number, what is added there; language, product, whose edition."""
    language, product = draw(st.sampled_from(LANGUAGES)), draw(st.sampled_from(PRODUCTS))
    return (
        draw(st.integers(0, 19)),
        draw(st.integers(5, 11)),
        draw(st.integers(1, 9)),
        (language, product, draw(st.sampled_from((None, "own")))),
    )


@steady(8)
@given(misprints())
def test_a_changed_digit_changes_bytes_text_code_and_pixels_there_and_nowhere_else(
    edition: Callable[..., Sheet],
    typeface: FontFolder,
    misprint: tuple[int, int, int, tuple[str, str, str | None]],
) -> None:
    index, at, more, (language, product, whose) = misprint
    content = real()
    entry = content.organizations[index]
    region = entry.regions[0].text if whose else None
    old = entry.phones[0].text
    wrong = f"{old[:at]}{(int(old[at]) + more) % 10}{old[at + 1 :]}"
    spoilt = with_phone(content, entry, wrong)
    one = edition(language, region, product)
    other = build(spoilt, (language, region, product), typeface)
    assert one.pdf != other.pdf
    assert one.document.edition != other.document.edition
    # Text and code. The same number may stand in another entry, too.
    before, after = numbers(one), numbers(other)
    assert after - before == Counter([wrong])
    assert before - after == Counter([old])
    assert f"tel:{wrong}" in {barcode.text for page in other.scanned for barcode in page}
    # Pixels. The code of the edition is at the foot of every page.
    assert differing(one, other) == {f"contact.{entry.id}", EDITION}
    differs = False
    for side, page, spoilt_page in zip(one.sides, one.render(100), other.render(100), strict=True):
        difference = ImageChops.difference(page, spoilt_page)
        differs |= difference.getbbox() is not None
        pen = ImageDraw.Draw(difference)
        for box in [*boxes(side, entry.id), *boxes(other.sides[one.sides.index(side)], entry.id)]:
            pen.rectangle(pixels(box, side.height), fill=0)
        assert difference.getbbox() is None
    assert differs
    elsewhere = [id for id in REGIONS if not serves(entry, id)]
    if elsewhere:
        key = (language, elsewhere[0], product)
        assert edition(*key).pdf == build(spoilt, key, typeface).pdf


def with_phone(content: Content, entry: Organization, phone: str) -> Content:
    first, *others = entry.phones
    changed = replace(entry, phones=(Text(phone, first.place), *others))
    return replace(
        content, organizations=tuple(changed if one is entry else one for one in content.organizations)
    )


EDITION = "edition"


def numbers(sheet: Sheet) -> Counter[str]:
    """The telephone numbers that the file prints."""
    return Counter(re.findall(r"\+7\d{10}", folded("".join(by_pdfium(sheet.pdf)))))


def owner(item: Item) -> str:
    """Whose item it is: a contact's, the edition's, or nobody's who may change."""
    block = item.tag.block if isinstance(item, TextLine | Code) else ""
    if block.startswith("contact."):
        return ".".join(block.split(".")[:2])
    return EDITION if block.startswith(("imprint", "folio.")) else ""


def differing(one: Sheet, other: Sheet) -> set[str]:
    """The owners of all items that only one of the sheets has."""
    return {
        owner(item)
        for ours, theirs in zip(one.panels, other.panels, strict=True)
        for item in set(ours.items) ^ set(theirs.items)
    }


def boxes(side: Side, id: str) -> Iterator[Rect]:
    """Where a contact and the code of the edition stand."""
    for panel in side.panels:
        for item in panel.items:
            if owner(item) in (f"contact.{id}", EDITION):
                yield item_box(item)


def pixels(box: Rect, height: float) -> tuple[int, int, int, int]:
    """A box on the rendered page, with room for what smoothing adds."""
    scale = 100 / 72
    left, right = int(box.x * scale) - 2, int(box.right * scale) + 2
    return left, int((height - box.top) * scale) - 2, right, int((height - box.y) * scale) + 2


# The way in which it is written changes nothing.


def styled(value: Any, chance: random.Random, indent: int, path: tuple[str, ...] = ()) -> Iterator[str]:
    """A value as lines of YAML, keys in any order, quoted in any way, with remarks between."""
    pad = "  " * indent
    if isinstance(value, dict):
        keys = list(value)
        if path != ("memo",):  # The order of the memo's sections is the order of the memo.
            chance.shuffle(keys)
        for key in keys:
            if chance.random() < 0.1:
                yield f"{pad}# +77770000000: {chance.random()}"
            if isinstance(value[key], str):
                yield f"{pad}{key}: {quoted(value[key], chance)}"
            else:
                yield f"{pad}{key}:"
                yield from styled(value[key], chance, indent + 1, (*path, key))
    else:
        for item in value:
            if isinstance(item, str):
                yield f"{pad}- {quoted(item, chance)}"
            else:
                yield f"{pad}-"
                yield from styled(item, chance, indent + 1, (*path, ""))


def quoted(text: str, chance: random.Random) -> str:
    plain = re.fullmatch(r"[^\W\d_][\w ]*\w", text)
    ways = [json.dumps(text, ensure_ascii=False), json.dumps(text), "'" + text.replace("'", "''") + "'"]
    return chance.choice([*ways, text] if plain else ways)


@steady(6)
@given(st.integers(0), editions)
def test_order_remarks_line_ends_and_quoting_change_no_byte(
    folder: Path,
    edition: Callable[..., Sheet],
    typeface: FontFolder,
    seed: int,
    key: tuple[str, str | None, str],
) -> None:
    chance = random.Random(seed)
    for name in FILES:
        values = yaml.load((CONTENT / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        end = chance.choice(("\n", "\r\n", "\r"))
        mark = chance.choice(("", "\ufeff"))
        text = mark + end.join(["# Written in another way.", *styled(values, chance, 0), ""])
        (folder / f"{name}.yaml").write_bytes(text.encode())
    other = load(folder)
    assert [str(finding) for finding in other.findings if finding.severity == "error"] == []
    assert build(other, key, typeface).pdf == edition(*key).pdf
    assert differences(real(), other) == ()
