import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from leaflet.content import Content, Language, Organization, Text, load
from leaflet.content.model import Provenance
from leaflet.content.reviews import provenance, words_fingerprint
from leaflet.diagnostics import Place, Severity
from leaflet.document import Document, Phrase, Role
from leaflet.localization import Writer, localize, unprintable

LANGUAGES = ("kk", "ru", "en")
READING_ORDER = [
    "definition",
    "signs",
    "online",
    "rights_and_duties",
    "rights",
    "duties",
    "arrival",
    "advice",
]
WITHOUT_ORGANIZATION = {"abai", "atyrau", "pavlodar", "ulytau"}
ALPHABETS = {
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "en": "abcdefghijklmnopqrstuvwxyz",
}
NBSP = "\u00a0"
MEMO = (Path(__file__).parent / "memo.kk.md").read_text(encoding="utf-8")


def spaced(text: str) -> str:
    """The text with plain spaces only."""
    return text.replace(NBSP, " ")


def text(words: str) -> Text:
    return Text(words, Place("test"))


def body(document: Document) -> dict[str, Phrase]:
    return {block.id: block.phrase for block in document.body}


def bold(phrases: Iterable[Phrase]) -> list[str]:
    return [spaced(run.text) for phrase in phrases for run in phrase.runs if run.bold]


def changed(content: Content, id: str, change: Callable[[Organization], Organization]) -> Content:
    """The content with one organisation changed."""
    organizations = tuple(change(entry) if entry.id == id else entry for entry in content.organizations)
    return replace(content, organizations=organizations)


def reworded(content: Content, tag: str, change: Callable[[Language], Language]) -> Content:
    """The content with one language changed."""
    return replace(content, languages={**content.languages, tag: change(content.languages[tag])})


# Words that must not part.


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("kk", "САЛУ — БҰЛ", "САЛУ~— БҰЛ"),
        ("en", "this – that", "this~– that"),
        ("kk", "және / немесе", "және~/ немесе"),
        ("kk", "№ 5 мектеп", "№~5~мектеп"),
        ("ru", "5 лет", "5~лет"),
        ("en", "18 years", "18~years"),
        ("kk", "Ақтау қ. және", "Ақтау~қ. және"),
        ("kk", "осы жылы 5 ж. кейін", "осы жылы 5~ж. кейін"),
        ("kk", "және т.б.", "және~т.б."),
        ("ru", "г. Алматы", "г.~Алматы"),
        ("ru", "в том числе", "в~том числе"),
        ("ru", "и в том", "и~в~том"),
        ("ru", "В суд", "В~суд"),
        ("ru", "(на месте)", "(на~месте)"),
        ("ru", "из «дома»", "из~«дома»"),
        ("ru", "и **помните**", "и~**помните**"),
        ("ru", "если бы он", "если~бы~он"),
        ("ru", "помните же это", "помните~же~это"),
        ("ru", "из-за них", "из-за них"),
        ("ru", "для них", "для~них"),
        ("en", "A person has a right", "A~person has a~right"),
        ("en", "you and I go", "you and I~go"),
        ("kk", "в том", "в том"),
    ],
)
def test_words_that_belong_together_are_joined(
    content: Content, language: str, words: str, expected: str
) -> None:
    writer = Writer(content.languages[language], {})
    assert writer.text(words).replace(NBSP, "~") == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_dash_begins_a_line(content: Content, language: str) -> None:
    for phrase in localize(content, language).phrases():
        assert not re.search(" [—–]", phrase.text), phrase


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_goes_with_the_word_after_it(content: Content, language: str) -> None:
    for phrase in localize(content, language).phrases():
        assert not re.search(r"[0-9№§] \w", phrase.text), phrase


def test_a_kazakh_town_goes_with_its_word_for_town(content: Content) -> None:
    places = [contact.place.text for contact in localize(content, "kk").contacts]
    assert sum(f"{NBSP}қ." in place for place in places) == 20
    assert not any(" қ." in place for place in places)


def test_a_russian_town_goes_with_its_word_for_town(content: Content) -> None:
    places = [contact.place.text for contact in localize(content, "ru").contacts]
    assert sum(place.startswith(f"г.{NBSP}") for place in places) == 20


def test_a_russian_preposition_goes_with_the_word_after_it(content: Content) -> None:
    for phrase in localize(content, "ru").phrases():
        assert not re.search(r"(?<![\w-])[А-Яа-яё]{1,2} [\w«„(]", phrase.text), phrase


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_but_spaces_is_changed(content: Content, language: str) -> None:
    words = content.languages[language]
    document = localize(content, language)
    assert spaced(document.title.phrase.text) == words.title.text
    for contact in document.contacts:
        assert spaced(contact.name.text) == spaced(words.organizations[contact.id].name.text)
        assert spaced(contact.place.text) == spaced(words.organizations[contact.id].place.text)


# Placeholders and emphasis.


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numbers_of_the_hotlines_stand_in_the_text(content: Content, language: str) -> None:
    document = localize(content, language)
    numbers = {entry.id: entry.number.text for entry in content.hotlines}
    call = body(document)["memo.advice.checklist.10"]
    assert bold([call]) == [numbers["trafficking"], numbers["police"]]
    assert {entry.id: entry.number.text for entry in document.hotlines} == numbers
    assert document.hotline("police").code == f"tel:{numbers['police']}"
    phrases = [phrase for phrase in document.phrases() if phrase != document.labels.page]
    assert not any(set("{}*") & set(phrase.text) for phrase in phrases)


def test_a_changed_number_of_a_hotline_changes_the_text(content: Content) -> None:
    hotlines = tuple(
        replace(entry, number=text("119")) if entry.id == "police" else entry for entry in content.hotlines
    )
    call = body(localize(replace(content, hotlines=hotlines), "ru"))["memo.advice.checklist.10"]
    assert bold([call])[-1] == "119"


def test_the_bold_words_are_those_of_the_memo(content: Content) -> None:
    assert bold(body(localize(content, "kk")).values()) == re.findall(r"\*\*(.+?)\*\*", MEMO)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_translation_emphasizes_as_often_as_the_memo(content: Content, language: str) -> None:
    source, translated = body(localize(content, "kk")), body(localize(content, language))
    assert list(source) == list(translated)
    for id, phrase in source.items():
        assert len(bold([phrase])) == len(bold([translated[id]])), id


def test_runs_of_a_phrase_change_their_weight_and_are_never_empty(content: Content) -> None:
    writer = Writer(content.languages["kk"], {"police": "102"})
    phrase = writer.phrase(text("**аа** бб **{police}**."))
    assert [(run.text, run.bold) for run in phrase.runs] == [
        ("аа", True),
        (" бб ", False),
        ("102", True),
        (".", False),
    ]
    assert phrase.place == Place("test")


def test_a_hotline_with_a_hyphen_in_its_id_is_printed_as_its_number(content: Content) -> None:
    writer = Writer(content.languages["kk"], {"child-help": "150"})
    assert writer.phrase(text("{child-help}!")).text == "150!"


def test_a_placeholder_that_nothing_fills_is_not_printed(content: Content) -> None:
    with pytest.raises(KeyError, match="child-help"):
        Writer(content.languages["kk"], {"police": "102"}).phrase(text("{child-help}"))


def test_a_hotline_does_not_take_the_place_of_a_label(content: Content) -> None:
    police = next(hotline for hotline in content.hotlines if hotline.id == "police")
    spoilt = replace(content, hotlines=(*content.hotlines, replace(police, id="page")))
    assert [found.code for found in unprintable(spoilt, "kk")] == ["bad-id"]


def test_facts_are_printed_to_the_letter(content: Content) -> None:
    odd = text("a_b**c**@{police} в г. x")
    emails = {"emails": (odd,)}
    other = changed(content, "rodnik", lambda entry: replace(entry, **emails))
    (contact,) = (contact for contact in localize(other, "ru").contacts if contact.id == "rodnik")
    assert [email.text for email in contact.emails] == [odd.text]


# What stands in the body.


@pytest.mark.parametrize("language", LANGUAGES)
def test_sections_stand_in_the_order_of_reading_with_the_duties_after_the_rights(
    content: Content, language: str
) -> None:
    sections = [block.id.split(".")[1] for block in localize(content, language).body]
    assert list(dict.fromkeys(sections)) == READING_ORDER
    assert sections == sorted(sections, key=READING_ORDER.index)


@pytest.mark.parametrize("language", LANGUAGES)
def test_rights_and_duties_stand_under_the_heading_of_both(content: Content, language: str) -> None:
    roles = {block.id: block.role for block in localize(content, language).body}
    headings = {id.split(".")[1]: role for id, role in roles.items() if id.endswith(".heading")}
    assert headings.pop("rights") == headings.pop("duties") == Role.SUBHEADING
    assert set(headings) == {"signs", "rights_and_duties", "arrival", "advice"}
    assert set(headings.values()) == {Role.HEADING}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_memo_stands_in_the_body(content: Content, language: str) -> None:
    printed = spaced(" ".join(phrase.text for phrase in body(localize(content, language)).values()))
    numbers = {entry.id: entry.number.text for entry in content.hotlines}
    for section in content.languages[language].sections:
        texts = [section.heading, section.statement, *section.checklist, *section.list]
        texts += [sentence for paragraph in section.paragraphs for sentence in paragraph]
        for each in texts:
            if each is not None:
                assert each.text.replace("**", "").format(**numbers) in printed


def test_the_sentences_of_a_paragraph_are_one_block(content: Content) -> None:
    phrase = body(localize(content, "kk"))["memo.arrival.paragraphs.1"]
    assert spaced(phrase.text) == (
        "Өз төлқұжатыңызды ешкімге сеніп тапсырушы болмаңыз. "
        "Сіздің жеке басыңызды растайтын құжаттар тек сізде болулары тиіс."
    )


# Regions.


def test_the_edition_of_the_whole_country_has_all_organisations(content: Content) -> None:
    document = localize(content, "kk")
    assert sorted(contact.id for contact in document.contacts) == sorted(
        entry.id for entry in content.organizations
    )
    assert document.region == "national"


def test_the_edition_of_a_region_has_its_own_and_the_national_organisations(content: Content) -> None:
    for region in content.regions:
        own = {
            entry.id
            for entry in content.organizations
            if entry.national or region.id in [served.text for served in entry.regions]
        }
        document = localize(content, "kk", region.id)
        assert {contact.id for contact in document.contacts} == own
        assert any(contact.scope for contact in document.contacts)
        assert document.region == region.id


def test_only_national_organisations_say_so(content: Content) -> None:
    national = {entry.id for entry in content.organizations if entry.national}
    document = localize(content, "kk")
    assert {contact.id for contact in document.contacts if contact.scope} == national


def test_a_group_without_organisations_has_no_heading(content: Content) -> None:
    assert [group.heading.id for group in localize(content, "kk", "aktobe").contact_groups] == [
        "memo.contacts.trafficking"
    ]
    assert len(localize(content, "kk", "kostanay").contact_groups) == 2


def test_only_regions_without_organisation_are_told_so(content: Content) -> None:
    for region in content.regions:
        document = localize(content, "ru", region.id)
        lacks = region.id in WITHOUT_ORGANIZATION
        assert (document.labels.no_local is not None) is lacks
        assert [(finding.code, finding.severity) for finding in document.findings] == (
            [("no-local-organization", Severity.NOTE)] if lacks else []
        )
        assert (
            document.labels.region.text.replace(NBSP, " ") == content.languages["ru"].regions[region.id].text
        )
    assert localize(content, "ru").labels.no_local is None


@pytest.mark.parametrize(
    ("language", "region"), [("xx", None), ("kk", "nowhere"), ("kk", ""), ("KK", "almaty")]
)
def test_an_unknown_language_or_region_is_a_key_error(
    content: Content, language: str, region: str | None
) -> None:
    with pytest.raises(KeyError):
        localize(content, language, region)


# The order of the contacts.


@pytest.mark.parametrize("language", LANGUAGES)
def test_contacts_stand_in_the_order_of_the_alphabet_national_ones_first(
    content: Content, language: str
) -> None:
    letters = f" {ALPHABETS[language]}"
    rows = {entry.id: int(str(entry.row)) for entry in content.organizations}
    for group in localize(content, language).contact_groups:
        keys = [
            (
                contact.scope is None,
                [
                    letters.index(letter)
                    for letter in spaced(contact.place.text).casefold()
                    if letter in letters
                ],
                rows[contact.id],
            )
            for contact in group.contacts
        ]
        assert keys == sorted(keys)
    assert localize(content, language).contacts[0].scope is not None


def test_kazakh_letters_stand_where_the_kazakh_alphabet_has_them(content: Content) -> None:
    towns = [
        contact.place.text.split(NBSP)[0] for contact in localize(content, "kk").contact_groups[0].contacts
    ]
    order = ["Ақтау", "Алматы", "Астана", "Қостанай", "Қызылорда", "Орал", "Өскемен", "Петропавл", "Шымкент"]
    assert [town for town in dict.fromkeys(towns[1:]) if town in order] == order


def test_groups_stand_in_the_order_of_the_memo(content: Content) -> None:
    document = localize(content, "kk")
    assert [(group.heading.id, len(group.contacts)) for group in document.contact_groups] == [
        ("memo.contacts.trafficking", 16),
        ("memo.contacts.other", 4),
    ]


def test_a_code_dials_the_first_number_and_never_a_short_one(content: Content) -> None:
    facts = {entry.id: entry for entry in content.organizations}
    for contact in localize(content, "kk").contacts:
        entry = facts[contact.id]
        assert contact.code == f"tel:{entry.phones[0].text}"
        assert [phone.text.replace(NBSP, "") for phone in contact.phones] == [p.text for p in entry.phones]
        assert [fax.text.replace(NBSP, "") for fax in contact.faxes] == [p.text for p in entry.faxes]
        assert [email.text for email in contact.emails] == [email.text for email in entry.emails]
        assert [short.text for short in contact.short_numbers] == [
            short.text for short in entry.short_numbers
        ]


# The edition code.


def test_the_edition_code_names_language_and_region(content: Content) -> None:
    assert re.fullmatch(r"KK-ALMATY-(\d{8}-)?[0-9A-F]{6}", localize(content, "kk", "almaty").edition)
    assert localize(content, "ru").edition.startswith("RU-NATIONAL-")


def test_the_edition_code_of_a_draft_says_so_whatever_its_own_mark_says(content: Content) -> None:
    words = content.languages["en"]
    mark = replace(words.labels["draft"], text="Official translation, approved.")
    said = replace(words, labels={**words.labels, "draft": mark})
    document = localize(replace(content, languages={**content.languages, "en": said}), "en", "almaty")
    assert document.edition.endswith("-DRAFT")
    assert not localize(content, "kk", "almaty").edition.endswith("-DRAFT")


def test_the_edition_code_stays_where_nothing_changes(content: Content) -> None:
    again = load(content.directory)
    for language in LANGUAGES:
        assert localize(again, language, "almaty") == localize(content, language, "almaty")


def test_every_edition_has_its_own_code(content: Content) -> None:
    regions = [None, *(region.id for region in content.regions)]
    codes = [localize(content, language, region).edition for language in LANGUAGES for region in regions]
    assert len(set(codes)) == len(codes)


def digit_off(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    """The same numbers, but for the last digit of the first."""
    last = (int(texts[0].text[-1]) + 1) % 10
    return (replace(texts[0], text=f"{texts[0].text[:-1]}{last}"), *texts[1:])


@pytest.mark.parametrize(
    ("id", "change"),
    [
        ("rodnik", lambda entry: replace(entry, phones=digit_off(entry.phones))),
        ("rodnik", lambda entry: replace(entry, faxes=digit_off(entry.faxes))),
        ("korgau", lambda entry: replace(entry, short_numbers=digit_off(entry.short_numbers))),
        ("rodnik", lambda entry: replace(entry, emails=(text("rodnik28@yandex.ru"),))),
        ("human-rights-bureau", lambda entry: replace(entry, phones=entry.phones[::-1])),
    ],
    ids=["phone", "fax", "short number", "e-mail", "order"],
)
def test_one_changed_contact_changes_the_edition_code_where_it_is_printed(
    content: Content, id: str, change: Callable[[Organization], Organization]
) -> None:
    other = changed(content, id, change)
    for language in LANGUAGES:
        assert localize(other, language).edition != localize(content, language).edition
    assert localize(other, "kk", "zhambyl").edition == localize(content, "kk", "zhambyl").edition


def test_a_changed_hotline_changes_the_edition_code(content: Content) -> None:
    hotlines = tuple(replace(entry, number=text("119")) for entry in content.hotlines)
    assert localize(replace(content, hotlines=hotlines), "kk").edition != localize(content, "kk").edition


def test_a_remark_does_not_change_the_edition_code(content: Content) -> None:
    other = changed(content, "rodnik", lambda entry: replace(entry, remarks=(text("asked"),)))
    assert localize(other, "kk").edition == localize(content, "kk").edition


# Drafts and dates.


@pytest.mark.parametrize(("language", "draft"), [("kk", False), ("ru", True), ("en", True)])
def test_translations_are_drafts_and_the_memo_is_not(content: Content, language: str, draft: bool) -> None:
    assert localize(content, language).draft is draft


@pytest.mark.parametrize(
    ("memo", "labels", "draft", "told"),
    [
        ("draft", "draft", True, True),
        ("draft", "reviewed", True, True),
        ("source", "draft", False, True),
        ("reviewed", "reviewed", False, False),
    ],
)
def test_a_sheet_says_that_it_is_a_draft_where_any_of_its_words_are(
    content: Content, memo: str, labels: str, draft: bool, told: bool
) -> None:
    def change(words: Language) -> Language:
        def origin(part: str, status: str) -> Provenance:
            now = text(words_fingerprint(words, part))
            return replace(provenance(words, part), status=text(status), fingerprint=now)

        return replace(
            words, memo_provenance=origin("memo", memo), labels_provenance=origin("labels", labels)
        )

    document = localize(reworded(content, "ru", change), "ru")
    assert document.draft is draft
    assert (document.labels.draft is not None) is told


def test_a_sheet_rests_on_the_memo_until_every_contact_is_checked(content: Content) -> None:
    entries = [*content.organizations, *content.hotlines]
    dates = [f"2026-0{1 + index % 9}-02" for index in range(len(entries))]

    def checked(count: int) -> Content:
        found = [
            replace(entry, checked_on=text(date) if index < count else None)
            for index, (entry, date) in enumerate(zip(entries, dates, strict=True))
        ]
        last = len(content.organizations)
        return replace(content, organizations=tuple(found[:last]), hotlines=tuple(found[last:]))

    unchecked = content.languages["ru"].labels["contacts_unchecked"].text
    for count in (0, 1, len(content.organizations), len(dates) - 1):
        assert spaced(localize(checked(count), "ru").labels.rests_on.text) == unchecked
    assert "2026-01-02" in localize(checked(len(dates)), "ru").labels.rests_on.text


def test_every_phrase_knows_where_its_words_come_from(content: Content) -> None:
    for language in LANGUAGES:
        for phrase in localize(content, language, "abai").phrases():
            assert phrase.runs
            assert phrase.place.line
            assert Path(phrase.place.file).name in (f"{language}.yaml", "hotlines.yaml", "organizations.yaml")
            assert not any(above.bold and below.bold for above, below in pairwise(phrase.runs))
