"""A language file into the words of one language."""

from __future__ import annotations

import re
from collections.abc import Collection

from leaflet.content.encoding import quoted
from leaflet.content.fingerprints import FINGERPRINT
from leaflet.content.letters import check_claimed_script
from leaflet.content.model import (
    GROUPS,
    LABELS,
    Amendment,
    Language,
    OrganizationWords,
    Provenance,
    Section,
    Text,
)
from leaflet.content.schema import Fields
from leaflet.diagnostics import Place

# The tags of BCP 47 that name a language, and perhaps a script and a country.
TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
# Codes of three letters for languages that have one of two: it would be another name for the same words.
_SHORTER = dict(
    re.findall(
        r"(\w+)=(\w+)",
        "kaz=kk rus=ru eng=en uzb=uz kir=ky tgk=tg tuk=tk uig=ug tat=tt mon=mn aze=az hye=hy arm=hy kat=ka "
        "geo=ka ukr=uk tur=tr zho=zh chi=zh kor=ko vie=vi tha=th hin=hi ben=bn urd=ur nep=ne fas=fa per=fa "
        "pus=ps ara=ar deu=de ger=de fra=fr fre=fr spa=es ita=it pol=pl por=pt",
    )
)
_IF_GONE = (
    "if they help no longer, remove their name and place here, too; "
    "if they do, add them to organizations.yaml, under the same id"
)
# What no file lacks, each a block of its own at the left edge; and of whose words it says who has read them.
_BLOCKS = ("provenance", "memo", "organizations", "regions", "labels")
_REVIEWED = ("memo", "labels")
_STATUSES = ("source", "draft", "reviewed")
# It stands above the numbers to call: a few words, and nothing that could be dialled or read as advice.
_NAME = re.compile(r"(?=.{1,40}$)(?=.*[^\W\d_])[^\s\d@/:.,;!?{}*]+(?: [^\s\d@/:.,;!?{}*]+){0,3}")
# It stands on the cover, too; where it has a dot or a comma, that is how the region is called.
_REGION_NAME = re.compile(r"(?=.*[^\W\d_])[^\d@/:!?{}*]+")


def language(
    file: Fields,
    stem: str,
    organization_ids: Collection[str],
    region_ids: Collection[str],
    hotline_ids: Collection[str],
) -> Language:
    """The words of the file ``stem``.yaml. Without ids to compare with, none are unknown or missing."""
    file.recognize(_BLOCKS)
    file.restore("memo", "provenance", others=_REVIEWED)
    file.restore("organizations", "memo", organization_ids)
    file.restore("regions", "organizations", others=organization_ids)
    file.restore("labels", "regions", others=region_ids)
    file.restore("proof", "labels", others=(*LABELS, *hotline_ids))
    tag, name, alphabet = _tag(file, stem), file.text("name"), file.text("alphabet")
    file.findings += check_claimed_script(tag, alphabet.text)
    file.check(name, _NAME, "bad-language-name", "the name of the language in one to four words")
    provenance, memo = file.fields("provenance"), file.fields("memo")
    cover, headings = memo.fields("cover"), _headings(memo.fields("contacts"))
    sections = tuple(_section(key, fields) for key, fields in memo.each())
    memo_provenance = _provenance(provenance.fields("memo"))
    is_source = memo_provenance.status.text == "source"
    memo_order = tuple(Text(section.id, section.place) for section in sections) if is_source else ()
    found = Language(
        tag=stem,
        place=Place(file.place.file),
        name=name,
        alphabet=alphabet,
        memo_provenance=memo_provenance,
        labels_provenance=_provenance(provenance.fields("labels")),
        audience=cover.text("audience"),
        title=cover.text("title"),
        contact_headings=headings,
        sections=sections,
        reading_order=file.optional_texts("reading_order") or memo_order,
        subsections=file.optional_texts("subsections"),
        organizations=_organizations(file.fields("organizations"), organization_ids),
        regions=_regions(file.fields("regions"), region_ids),
        labels=file.fields("labels").each_text(),
        proof=file.fields("proof").each_text() if file.has("proof") else {},
        made_from=_records(file, "made_from"),
        compared=_records(file, "compared"),
        alike=_records(file, "alike"),
        hyphenate=_hyphenate(file),
        corrections=tuple(_correction(fields) for fields in file.optional_list("corrections")),
        doubts=tuple(_doubt(fields) for fields in file.optional_list("doubts")),
    )
    _check_records(file, found, is_source=is_source)
    labels_status = found.labels_provenance.status
    if labels_status.text == "source" and not is_source:
        what = "the labels of a translation are no source"
        file.report(labels_status.place, "second-source", what, 'set their status to "draft" or "reviewed"')
    for fields in (file, provenance, cover):
        fields.close()
    return found


def _tag(file: Fields, stem: str) -> Text:
    typed = file.text("language")
    meant = _in_its_case(typed.text)
    is_meant = meant != typed.text and bool(TAG.fullmatch(meant))
    tag = Text(meant, typed.place) if is_meant else typed
    remedy = f'write "{meant}", and call the file so' if is_meant else ""
    file.check(typed, TAG, "bad-language-tag", "a BCP 47 tag such as kk or uz-Latn", remedy)
    if (short := _shortest(tag.text)) != tag.text:
        long = tag.text.partition("-")[0]
        what = f"a language is called by its shortest code, and {quoted(long)} has one of two letters"
        remedy = f'write "{short}", and rename the file; its words are judged by it'
        file.report(tag.place, "bad-language-tag", what, remedy)
    # A file that is called like a tag in the wrong letters is renamed with it.
    if tag.text not in ("", stem) and not (is_meant and meant == _in_its_case(stem)):
        what = f'expected "{stem}", the name of the file, found {quoted(tag.text)}'
        file.report(tag.place, "wrong-language", what, _renamed(stem))
    return tag


def _renamed(stem: str) -> str:
    """What to do about a file that is not called by its tag: most are copies, to become another language."""
    meant = _shortest(_in_its_case(stem))
    if not TAG.fullmatch(meant):
        remedy = "rename the file to the tag of its language, as uz-Latn.yaml, and write that in this line"
    elif meant != stem:
        remedy = f'rename the file to {meant}.yaml, unless that is there, and write language: "{meant}" here'
    else:
        remedy = f'write language: "{stem}" in this line; if it is right as it stands, rename the file'
    return f"{remedy}; if the file is a copy too many, remove it"


def _shortest(tag: str) -> str:
    """A tag with the shortest code of its language, under which its words are judged."""
    long, *others = tag.split("-")
    return "-".join((_SHORTER.get(long, long), *others))


def _in_its_case(tag: str) -> str:
    """A tag with the small and large letters of BCP 47, in which languages, scripts and countries differ."""
    language, *others = tag.replace("_", "-").split("-")
    parts = (part.title() if len(part) == len("Latn") else part.upper() for part in others)
    return "-".join((language.lower(), *parts))


def _provenance(fields: Fields) -> Provenance:
    status, by = fields.text("status"), fields.text("by")
    fields.check_choice(status, _STATUSES)
    on = fields.text("on") if status.text == "reviewed" else fields.optional_text("on")
    fields.check_date(on)
    fingerprint = fields.optional_text("fingerprint")
    if fingerprint:
        fields.check(fingerprint, FINGERPRINT, "bad-fingerprint", "8 hexadecimal digits")
    fields.close()
    return Provenance(status, by, on, fingerprint)


def _headings(fields: Fields) -> dict[str, Text]:
    headings = {key: fields.text(key) for key in GROUPS}
    fields.close()
    return headings


def _section(key: Text, fields: Fields) -> Section:
    section = Section(
        id=key.text,
        place=key.place,
        heading=fields.optional_text("heading"),
        statement=fields.optional_text("statement"),
        checklist=fields.optional_texts("checklist"),
        list=fields.optional_texts("list"),
        paragraphs=fields.optional_paragraphs("paragraphs"),
    )
    bodies = sum(bool(body) for body in (section.checklist, section.list, section.paragraphs))
    if bodies > 1:
        what = f"expected one of checklist, list and paragraphs, found {bodies} of them"
        fields.report(key.place, "two-bodies", what, "make two sections of it")
    fields.close()
    return section


def _organizations(fields: Fields, ids: Collection[str]) -> dict[str, OrganizationWords]:
    if ids:
        fields.expect_ids(ids, "unknown-organization", '{name: "…", place: "…"}', _IF_GONE)
    found = {}
    for key, words in fields.each():
        found[key.text] = OrganizationWords(words.text("name"), words.text("place"))
        words.close()
    return found


def _regions(fields: Fields, ids: Collection[str]) -> dict[str, Text]:
    if ids:
        fields.expect_ids(ids, "unknown-region", '"…"', "remove it, or write the id as in regions.yaml")
    names = fields.each_text()
    for name in names.values():
        fields.check(name, _REGION_NAME, "bad-region-name", "the name of the region in letters")
    return names


def _records(file: Fields, key: str) -> dict[str, Text]:
    if not file.has(key):
        return {}
    fields = file.fields(key)
    records = fields.each_text()
    for record in records.values():
        fields.check(record, FINGERPRINT, "bad-fingerprint", "8 hexadecimal digits")
    return records


def _check_records(file: Fields, found: Language, *, is_source: bool) -> None:
    """Report records of the kind that the language cannot have."""
    who, wrong, remedy = "a translation", {"compared": found.compared}, "remove it"
    if is_source:
        who, wrong = "the source", {"made_from": found.made_from, "alike": found.alike}
        remedy = 'remove it; if this is a translation, set provenance memo status to "draft" or "reviewed"'
    for key, records in wrong.items():
        if records:
            place = next(iter(records.values())).place
            file.report(place, "superfluous-key", f'{who} has no key "{key}"', remedy)


def _hyphenate(file: Fields) -> Text | None:
    found = file.optional_text("hyphenate")
    if found:
        remedy = 'write "yes" to let long words part at the ends of lines, or remove the key'
        file.check_choice(found, ("yes", "no"), remedy)
    return found


def _correction(fields: Fields) -> Amendment:
    amendment = Amendment(fields.text("at"), fields.text("printed"), fields.text("now"), fields.text("why"))
    fields.close()
    return amendment


def _doubt(fields: Fields) -> Amendment:
    minor = fields.optional_text("minor")
    if minor:
        fields.check_choice(minor, ("yes", "no"))
    is_minor = minor is not None and minor.text == "yes"
    amendment = Amendment(fields.text("at"), fields.text("words"), None, fields.text("why"), is_minor)
    fields.close()
    return amendment
