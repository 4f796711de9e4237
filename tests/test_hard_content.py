"""Content that a careless or unlucky editor may write: it prints whole, or is refused with its place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from folders import spoil
from sheets import Sheet

import leaflet
from leaflet.content import Content, Text, load
from leaflet.content.model import Organization, Section
from leaflet.diagnostics import Finding
from leaflet.document import Document, Phrase, Role, Run
from leaflet.fonts import FontFolder
from leaflet.localization import localize
from leaflet.relevance import relevant
from leaflet.sheet import Code, Layout, TextLine

REAL = Path(__file__).parent.parent / "content"


def laid_out(document: Document, product: str, typeface: FontFolder) -> Layout:
    return leaflet.lay_out(document, leaflet.PRODUCTS[product], typeface)


def with_body(document: Document, times: int) -> Document:
    """The memo's text several times over, each time with ids of its own."""
    body = [
        replace(block, id=f"{block.id}.{time}" if time else block.id)
        for time in range(times)
        for block in document.body
    ]
    return replace(document, body=tuple(body))


def with_organization(content: Content, id: str, **changes: object) -> Content:
    organizations = [
        replace(entry, **changes) if entry.id == id else entry  # type: ignore[arg-type]
        for entry in content.organizations
    ]
    return replace(content, organizations=tuple(organizations))


def organization(content: Content, id: str) -> Organization:
    return next(entry for entry in content.organizations if entry.id == id)


def printed(layout: Layout) -> str:
    items = [item for side in layout.sides for panel in side.panels for item in panel.items]
    text = "".join(item.text for item in items if isinstance(item, TextLine))
    return "".join(text.split()).replace("-", "")


def by_block(layout: Layout) -> dict[str, str]:
    """The printed text of every block, pages in order."""
    blocks: dict[str, str] = {}
    for side in layout.sides:
        for panel in side.panels:
            for item in panel.items:
                if isinstance(item, TextLine):
                    text = "".join(item.text.split()).replace("-", "")
                    blocks[item.tag.block] = blocks.get(item.tag.block, "") + text
    return blocks


LONG_NAME = (
    "«Қазақстан Республикасындағы адам саудасының құрбандарына және тұрмыстық зорлық-зомбылықтан зардап "
    "шеккен әйелдер мен балаларға әлеуметтік-психологиялық, құқықтық және медициналық көмек көрсету "
    "орталығы», облыстық және қалалық бөлімшелері бар республикалық қоғамдық бірлестіктер қауымдастығы"
)


@pytest.mark.parametrize("times", [2, 3, 4])
def test_a_long_text_takes_more_pages_and_each_prints_its_own_part(
    content: Content, typeface: FontFolder, times: int
) -> None:
    document = with_body(localize(content, "ru", "almaty"), times)
    layout = laid_out(document, "a4", typeface)
    assert layout.findings == ()
    assert len(layout.sides) > 2
    blocks = by_block(layout)
    for block in document.body:
        assert blocks[block.id] == "".join(block.phrase.text.split()).replace("-", "")


def test_what_does_not_fit_is_refused_with_millimetres(content: Content, typeface: FontFolder) -> None:
    layout = laid_out(with_body(localize(content, "kk"), 3), "trifold", typeface)
    (finding,) = layout.findings
    assert finding.code == "overset-text"
    assert "mm of depth" in finding.what
    assert "characters" in finding.remedy
    assert layout.sides == ()


def test_too_many_contacts_are_refused_in_their_own_measure(content: Content, typeface: FontFolder) -> None:
    document = localize(content, "kk")
    (first, *others) = document.contact_groups
    crowd = replace(first, contacts=first.contacts * 3)
    layout = laid_out(replace(document, contact_groups=(crowd, *others)), "trifold", typeface)
    (finding,) = layout.findings
    assert finding.code == "overset-contacts"
    assert "codes of 12.5 mm" in finding.measure
    assert "how many would fit is not known" in finding.measure
    # Nothing is wrong with the first one.
    assert finding.place == others[-1].contacts[-1].name.place
    assert "region" in finding.remedy


@pytest.mark.parametrize("product", ["trifold", "a4"])
@pytest.mark.parametrize("region", ["aktobe", "almaty", None])
@pytest.mark.parametrize("length", [36, 44])
def test_a_long_email_makes_the_list_smaller_before_it_is_refused(
    content: Content, typeface: FontFolder, region: str | None, product: str, length: int
) -> None:
    place = organization(content, "daris").place
    address = Text("a" * (length - 8) + "@mail.ru", place)
    for id in ("daris", "rodnik"):
        content = with_organization(content, id, emails=(address,))
    layout = laid_out(localize(content, "kk", region), product, typeface)
    assert layout.findings == ()
    assert address.text in printed(layout)


@pytest.mark.parametrize("product", ["trifold", "a4"])
@pytest.mark.parametrize("length", range(46, 76, 6))
def test_an_email_never_enters_a_column_or_quiet_zone_that_is_not_its_own(
    content: Content, typeface: FontFolder, product: str, length: int
) -> None:
    place = organization(content, "korgau").emails[0].place
    content = with_organization(content, "korgau", emails=(Text("a" * length + "@mail.ru", place),))
    layout = laid_out(localize(content, "kk"), product, typeface)
    if layout.findings:
        assert {str(finding.place) for finding in layout.findings} == {str(place)}
        return
    for side in layout.sides:
        for panel in side.panels:
            lines = [item for item in panel.items if isinstance(item, TextLine)]
            for code in (item for item in panel.items if isinstance(item, Code)):
                zone = code.quiet_zone
                for line in lines:
                    across = min(line.right, zone.right) - max(line.x, zone.x)
                    down = min(line.baseline, zone.top) - max(line.baseline, zone.y)
                    assert across <= 0.1 or down < 0, line


def test_short_sections_may_end_a_frame(content: Content, typeface: FontFolder) -> None:
    document = localize(content, "kk", "almaty")
    heading, item = document.body[1], document.body[3]
    body = []
    for number in range(20):
        body.append(replace(heading, id=f"heading.{number}"))
        body.append(replace(item, id=f"item.{number}"))
    for product in ("trifold", "a4"):
        assert laid_out(replace(document, body=tuple(body)), product, typeface).findings == ()


def test_a_broken_source_stops_its_translations(folder: Path) -> None:
    spoil(folder / "kk.yaml", "memo:", "memo:\n  x: [")
    spoil(folder / "ru.yaml", "  signs:", "  sings:")
    codes = {finding.code for finding in relevant(load(folder), ["ru"])}
    assert codes & {"syntax", "yaml-syntax", "bad-yaml"} or any(
        "kk.yaml" in str(f) for f in relevant(load(folder), ["ru"])
    )
    with pytest.raises(KeyError):
        localize(load(folder), "ru")


def test_content_without_a_hotline_is_refused_by_name(folder: Path) -> None:
    text = (folder / "hotlines.yaml").read_text(encoding="utf-8")
    (folder / "hotlines.yaml").write_text(text[: text.index("emergency:")], encoding="utf-8")
    assert "missing-hotline" in {finding.code for finding in relevant(load(folder), ["kk"])}
    with pytest.raises(KeyError, match="emergency"):
        localize(load(folder), "kk")


@pytest.mark.parametrize("nothing", ["** **", "\u00ad", " "])
def test_a_text_that_shows_nothing_is_refused(folder: Path, nothing: str) -> None:
    words = (folder / "kk.yaml").read_text(encoding="utf-8")
    old = next(line for line in words.splitlines() if line.startswith("  my_embassy:"))
    spoil(folder / "kk.yaml", old, f'  my_embassy: "{nothing}"')
    assert any(finding.code == "empty-value" for finding in relevant(load(folder), ["kk"]))


def test_a_region_that_nobody_serves_is_refused_where_nobody_is_national(content: Content) -> None:
    content = with_organization(content, "union-of-crisis-centres", national=False)
    (finding,) = localize(content, "kk", "abai").findings
    assert (finding.code, finding.severity) == ("no-contacts", "error")


def test_a_contact_beyond_the_memo_names_its_source_and_its_check(folder: Path) -> None:
    entry = """
jaiyq-qolday:
  group: "trafficking"
  regions: ["atyrau"]
  phones: ["+77122000010"]
  source: "letter of the organisation, 12 November 2026"
"""
    path = folder / "organizations.yaml"
    path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")
    assert "missing-key" in {
        f.code for f in load(folder).findings if f.place.file.endswith("organizations.yaml")
    }
    path.write_text(path.read_text(encoding="utf-8") + '  checked_on: "2026-11-20"\n', encoding="utf-8")
    assert about(folder, path) == []


@pytest.mark.parametrize("product", ["trifold", "a4"])
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_list_of_contacts_that_all_were_rung_is_laid_out(
    language: str, product: str, content: Content, typeface: FontFolder
) -> None:
    rung = [
        replace(entry, checked_on=Text("2026-10-01", entry.phones[0].place))
        for entry in content.organizations
    ]
    whole = replace(content, organizations=tuple(rung))
    assert laid_out(localize(whole, language), product, typeface).findings == ()


@pytest.mark.parametrize("product", ["trifold", "a4"])
def test_whoever_is_gone_the_others_stand_beside_their_codes(
    product: str, content: Content, typeface: FontFolder
) -> None:
    for gone in content.organizations[::3]:  # One of each part of the list.
        others = tuple(entry for entry in content.organizations if entry is not gone)
        layout = laid_out(localize(replace(content, organizations=others), "kk"), product, typeface)
        assert layout.findings == (), gone.id


@pytest.mark.parametrize("letters", [60, 120, 180, 240, 300])
@pytest.mark.parametrize("product", ["trifold", "a4"])
def test_a_long_name_and_place_stand_beside_their_code_or_are_what_is_too_long(
    product: str, letters: int, content: Content, typeface: FontFolder
) -> None:
    words = content.languages["kk"]
    own = words.organizations["legal-initiative"]
    name = replace(own.name, text=LONG_NAME[:letters])
    place = replace(own.place, text=LONG_NAME[: letters // 2])
    long = {**words.organizations, "legal-initiative": replace(own, name=name, place=place)}
    languages = {"kk": replace(words, organizations=long)}
    layout = laid_out(localize(replace(content, languages=languages), "kk", "almaty"), product, typeface)
    for found in layout.findings:
        assert (found.ours, found.code) == (False, "overset-text"), found
        assert found.place in (name.place, place.place)
    assert layout.findings or letters < 300 or product == "a4"


def about(folder: Path, path: Path) -> list[Finding]:
    return [finding for finding in load(folder).findings if finding.place.file == str(path)]


def test_a_section_with_one_word_is_laid_out(content: Content, typeface: FontFolder) -> None:
    words = content.languages["kk"]
    place = words.sections[0].place
    only = Section("definition", place, statement=Text("Сөз", place))
    order = (Text("definition", place),)
    language = replace(words, sections=(only,), reading_order=order, subsections=())
    content = replace(content, languages={"kk": language})
    layout = laid_out(localize(content, "kk", "almaty"), "a4", typeface)
    assert layout.findings == ()
    assert "Сөз" in printed(layout)
    (finding,) = laid_out(localize(content, "kk", "almaty"), "trifold", typeface).findings
    assert finding.code == "short-text"


def test_inspection_misses_no_code(edition: object) -> None:
    sheet: Sheet = edition("kk", "almaty", "trifold")  # type: ignore[operator]
    first = sheet.layout.sides[0]
    swapped = []
    for panel in first.panels:
        codes = [item for item in panel.items if isinstance(item, Code)]
        items = [
            replace(item, rows=codes[-1].rows) if isinstance(item, Code) and len(codes) > 1 else item
            for item in panel.items
        ]
        swapped.append(replace(panel, items=tuple(items)))
    promised = replace(sheet.layout, sides=(replace(first, panels=tuple(swapped)), *sheet.layout.sides[1:]))
    assert {finding.code for finding in leaflet.inspect(sheet.pdf, promised).findings} == {"wrong-code"}


def test_a_title_that_fills_the_page_is_what_is_too_long(content: Content, typeface: FontFolder) -> None:
    document = localize(content, "kk", "almaty")
    words = Phrase((Run("сөз " * 1200),), document.title.phrase.place)
    layout = laid_out(replace(document, title=replace(document.title, phrase=words)), "a4", typeface)
    assert [finding.place for finding in layout.findings] == [words.place]


def test_an_email_is_never_broken_at_its_own_hyphen(content: Content, typeface: FontFolder) -> None:
    email = organization(content, "korgau").emails[0]
    long = Text("krizisnyi-centr.podderzhki-zhenshin@mail.ru", email.place)
    layout = laid_out(localize(with_organization(content, "korgau", emails=(long,)), "kk"), "a4", typeface)
    lines = [item for side in layout.sides for panel in side.panels for item in panel.items]
    found = [item.text for item in lines if isinstance(item, TextLine) and "krizisnyi" in item.text]
    assert found == [long.text] or [str(finding.place) for finding in layout.findings] == [str(email.place)]


@pytest.mark.parametrize("product", [name for name in leaflet.PRODUCTS if "trifold" in name])
def test_a_text_that_is_too_short_for_a_trifold_is_told_to_its_editor(
    product: str, content: Content, typeface: FontFolder
) -> None:
    whole = leaflet.localize(content, "kk", "almaty")
    first = {(block.id.rpartition(".")[0], block.role): block for block in reversed(whole.body)}
    headings = (Role.HEADING, Role.SUBHEADING)
    kept = [block for block in whole.body if block in first.values() or block.role in headings]
    document = replace(whole, body=tuple(kept))
    layout = leaflet.lay_out(document, leaflet.PRODUCTS[product], typeface)
    (finding,) = layout.findings
    assert (layout.sides, finding.code, finding.ours) == ((), "short-text", False)
    assert "--format a4" in finding.remedy
    assert leaflet.lay_out(document, leaflet.PRODUCTS["a4"], typeface).findings == ()


@pytest.mark.parametrize("product", leaflet.PRODUCTS.values(), ids=lambda product: product.name)
def test_a_leaflet_without_anybody_to_call_is_refused(
    content: Content, typeface: FontFolder, product: leaflet.Product
) -> None:
    document = replace(leaflet.localize(content, "kk"), contact_groups=())
    layout = leaflet.lay_out(document, product, typeface)
    assert ([finding.code for finding in layout.findings], layout.sides) == (["no-contacts"], ())


LABELS = {
    "police": ("ru", "Полиция (дежурная часть города, круглосуточно принимает сообщения)"),
    "emergency": (
        "ru",
        "Все экстренные службы, пожарная охрана, скорая помощь и полиция по одному номеру",
    ),
    "emergency in Kazakh": ("kk", "Барлық жедел қызметтер, өрт сөндіру, жедел жәрдем және полиция"),
    "trafficking": ("ru", "Национальная горячая линия для тех, кого удерживают и эксплуатируют"),
}


@pytest.mark.parametrize("product", ["trifold", "trifold-letter", "a4"])
@pytest.mark.parametrize("region", [None, "abai"])
@pytest.mark.parametrize("label", LABELS)
def test_a_longer_label_of_a_hotline_is_set_or_told_and_never_called_a_fault_of_the_program(
    content: Content, typeface: FontFolder, label: str, region: str | None, product: str
) -> None:
    id, (language, words) = label.partition(" ")[0], LABELS[label]
    document = localize(content, language, region)
    for length in range(len(words), 9, -40):
        phrase = Phrase((Run(words[:length].strip()),), document.hotline(id).label.place)
        hotlines = tuple(
            replace(entry, label=phrase) if entry.id == id else entry for entry in document.hotlines
        )
        layout = laid_out(replace(document, hotlines=hotlines), product, typeface)
        if layout.sides:
            report = leaflet.inspect(leaflet.render(layout, typeface), layout, typeface=typeface)
            assert report.ok, (length, report.findings)
        else:
            assert phrase.place in {finding.place for finding in layout.findings}, (length, layout.findings)
            assert not any(finding.ours for finding in layout.findings), (length, layout.findings)


def test_an_ordinary_longer_label_fits_every_edition_of_a_region(
    content: Content, typeface: FontFolder
) -> None:
    longer = {"police": "Полиция (дежурная часть)", "emergency": "Все службы экстренной помощи"}
    for product in ("trifold", "trifold-letter", "a4"):
        document = localize(content, "ru", "almaty")
        hotlines = tuple(
            replace(entry, label=replace(entry.label, runs=(Run(longer[entry.id]),)))
            if entry.id in longer
            else entry
            for entry in document.hotlines
        )
        layout = laid_out(replace(document, hotlines=hotlines), product, typeface)
        assert layout.sides, layout.findings
        assert layout.body_size >= 10


@pytest.mark.parametrize("product", ["trifold", "a4"])
@pytest.mark.parametrize("words", ["ẢNH HƯỞNG", "TỔ CHỨC KHÁC:", "ỦY BAN"])
def test_the_bar_over_a_heading_keeps_clear_of_the_marks_on_its_capitals(
    words: str, product: str, content: Content, typeface: FontFolder
) -> None:
    document = localize(content, "en")
    phrase = document.contact_groups[1].heading.phrase
    heading = replace(document.contact_groups[1].heading, phrase=replace(phrase, runs=(Run(words),)))
    groups = document.contact_groups[0], replace(document.contact_groups[1], heading=heading)
    layout = laid_out(replace(document, contact_groups=groups), product, typeface)
    assert layout.findings == ()
    assert leaflet.inspect(leaflet.render(layout, typeface), layout, typeface=typeface).ok
