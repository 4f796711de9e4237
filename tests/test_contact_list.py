from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typefaces import SIMPLE

import leaflet
from leaflet.columns import FEATHERED, depth_of, distribute, fill_frames, fit, place_column
from leaflet.contactrows import count_lines
from leaflet.contacts import BESIDE, CLEAR, LEAST_BESIDE_CODE, SHRUNK_NUMBER, ContactList, Directory, Element
from leaflet.contactscale import Scale, scale
from leaflet.content import Content
from leaflet.diagnostics import Place
from leaflet.document import Block, Contact, ContactGroup, Document, Phrase, Role, Run
from leaflet.geometry import Rect
from leaflet.products import PRODUCTS
from leaflet.products.model import ContactLimits
from leaflet.setter import Setter
from leaflet.sheet import Code, Fill, Item, Rule, TextLine
from leaflet.units import to_mm

LIMITS = ContactLimits(
    least_code=12, usual_code=15, most_code=25, small=(8, 7, 9, 6), large=(12, 11, 17, 10), apart=(0, 0)
)
SOMEWHERE = Place("test")
DEEP = Rect(10, 20, 240, 2000)


def phrase(text: str) -> Phrase:
    return Phrase((Run(text),), SOMEWHERE)


def person(number: int = 1, *, emails: int = 0, name: str = "aaa") -> Contact:
    return Contact(
        id=f"contact{number}",
        name=phrase(name),
        place=phrase("bbb"),
        scope=None,
        phones=(phrase("+7\u00a0000"),),
        short_numbers=(),
        faxes=(),
        emails=(phrase("a@b"),) * emails,
        code=f"tel:+7000000000{number}",
    )


def entry(name: str, height: float = 20) -> Element:
    return Element(name, Role.NAME, 5, height, None, person())


def title(name: str, height: float = 10) -> Element:
    return Element(name, Role.HEADING, 8, height, phrase(name))


def note(name: str) -> Element:
    return Element(name, Role.NOTE, 2, 6, phrase(name))


def names(columns: Sequence[Sequence[Element]] | None) -> list[str] | None:
    """Each column's elements as one word of letters."""
    return None if columns is None else ["".join(element.id for element in column) for column in columns]


def directory_of(document: Document) -> Directory:
    return Directory(document, Setter(SIMPLE))


# Over the frames.


@pytest.mark.parametrize(
    ("height", "expected"),
    [(100, ["abc"]), (70, ["abc"]), (69.9, None)],  # enough space, barely enough, just too little
)
def test_entries_fill_a_frame(height: float, expected: list[str] | None) -> None:
    assert names(distribute([[entry("a"), entry("b"), entry("c")]], [height])) == expected


def test_the_white_above_the_first_element_of_a_frame_does_not_count() -> None:
    assert depth_of([]) == 0
    assert depth_of([entry("a")]) == 20
    assert depth_of([title("H"), entry("a")]) == 10 + 5 + 20
    assert names(fill_frames([[entry("a"), entry("b")]] * 2, [20, 20])) == ["a", "b"]
    assert names(fill_frames([[entry("a"), entry("b")]] * 2, [20, 19.9])) is None


def test_first_fit_fills_the_first_frame_and_distribution_evens_it_out() -> None:
    elements = [entry(letter) for letter in "abcd"]
    assert names(fill_frames([elements] * 2, [70, 70])) == ["abc", "d"]
    assert names(distribute([elements] * 2, [70, 70])) == ["ab", "cd"]


def test_frames_of_unequal_height_are_filled_in_proportion() -> None:
    elements = [entry(letter) for letter in "abcdef"]
    assert names(distribute([elements] * 2, [120, 60])) == ["abcd", "ef"]
    assert names(distribute([elements] * 2, [60, 120])) == ["ab", "cdef"]


def test_frames_that_are_not_needed_stay_empty() -> None:
    assert names(distribute([[entry("a")]] * 2, [100, 100])) == ["a", ""]
    assert names(distribute([[]] * 2, [100, 100])) == ["", ""]


@pytest.mark.parametrize(
    ("height", "expected"),
    [
        (75, ["abHc", "d"]),
        (60, ["ab", "Hcd"]),
        (45, None),
    ],
)
def test_a_heading_goes_with_its_first_entry(height: float, expected: list[str] | None) -> None:
    elements = [entry("a"), entry("b"), title("H"), entry("c"), entry("d")]
    found = names(fill_frames([elements] * 2, [height + 13, height]))
    assert found == expected


def test_a_heading_never_ends_a_frame() -> None:
    elements = [entry("a"), title("H"), entry("b")]
    # The heading alone would still go into the first frame: 20 + 8 + 10.
    assert names(fill_frames([elements] * 2, [38, 100])) == ["a", "Hb"]
    assert names(fill_frames([elements] * 2, [62.9, 100])) == ["a", "Hb"]
    assert names(fill_frames([elements] * 2, [63, 100])) == ["aHb", ""]


def test_a_heading_its_note_and_the_entry_stay_together() -> None:
    elements = [entry("a"), title("H"), note("n"), entry("b")]
    assert names(fill_frames([elements] * 2, [70.9, 70])) == ["a", "Hnb"]
    assert names(fill_frames([elements] * 2, [71, 70])) == ["aHnb", ""]
    assert names(fill_frames([elements] * 2, [20, 42.9])) is None


ELEMENTS = st.lists(
    st.one_of(
        st.builds(entry, st.just("e"), st.integers(1, 60)),
        st.builds(entry, st.just("e"), st.integers(1, 60)),
        st.builds(title, st.just("H"), st.integers(1, 30)),
    ),
    max_size=14,
).map(lambda elements: [replace(element, id=str(index)) for index, element in enumerate(elements)])


@settings(deadline=None)
@given(elements=ELEMENTS, heights=st.lists(st.integers(1, 300), min_size=1, max_size=4))
def test_every_element_comes_back_once_in_order_and_no_heading_ends_a_frame(
    elements: list[Element], heights: list[int]
) -> None:
    columns = distribute([elements] * len(heights), heights)
    if columns is None:
        return
    assert len(columns) == len(heights)
    assert [element.id for column in columns for element in column] == [element.id for element in elements]
    for column, height in zip(columns, heights, strict=True):
        assert depth_of(column) <= height + 1e-6
        last = column[-1:] or [entry("none")]
        assert last[0].contact or last[0] is elements[-1]


@settings(deadline=None)
@given(elements=ELEMENTS, heights=st.lists(st.integers(1, 300), min_size=1, max_size=4))
def test_what_first_fit_holds_can_be_distributed(elements: list[Element], heights: list[int]) -> None:
    everywhere = [elements] * len(heights)
    assert (distribute(everywhere, heights) is None) == (fill_frames(everywhere, heights) is None)


@settings(deadline=None)
@given(count=st.integers(2, 30))
def test_two_equal_frames_differ_by_one_entry_at_most(count: int) -> None:
    columns = distribute([[entry("a") for _ in range(count)]] * 2, [1000, 1000])
    assert columns is not None
    assert abs(len(columns[0]) - len(columns[1])) <= 1


# The scale.


@pytest.mark.parametrize(
    ("growth", "code", "types"),
    [
        (-1, 12, (8, 7, 9, 6)),
        (-0.5, 13.5, (9, 8, 11, 7)),
        (0, 15, (10, 9, 13, 8)),
        (0.5, 20, (11, 10, 15, 9)),
        (1, 25, (12, 11, 17, 10)),
    ],
)
def test_type_grows_steadily_and_codes_faster_above_the_usual(
    growth: float, code: float, types: tuple[float, ...]
) -> None:
    sizes = scale(LIMITS, growth)
    assert to_mm(sizes.code) == pytest.approx(code)
    assert (sizes.place.size, sizes.name.size, sizes.number.size, sizes.email.size) == types


@pytest.mark.parametrize("product", PRODUCTS.values(), ids=lambda product: product.name)
@pytest.mark.parametrize("step", range(-8, 9))
def test_the_gap_holds_the_quiet_zone_at_every_scale(product: leaflet.Product, step: int) -> None:
    sizes = scale(product.contacts, step / 8)
    assert sizes.quiet == pytest.approx(4 * sizes.code / 25)
    assert sizes.gap >= sizes.quiet
    assert product.contacts.least_code - 1e-9 <= to_mm(sizes.code) <= product.contacts.most_code + 1e-9


# A column.


@pytest.fixture(scope="module")
def empty(content: Content) -> Document:
    """A document without contacts, notes or advice."""
    document = leaflet.localize(content, "kk")
    return replace(
        document, contact_groups=(), labels=replace(document.labels, no_local=None, scan=phrase("aa"))
    )


def listing(document: Document, *groups: int, sizes: Scale | None = None, emails: int = 0) -> ContactList:
    """A list of groups of so many contacts."""
    made = tuple(
        ContactGroup(
            Block(f"group{number}", Role.HEADING, phrase("ccc ddd")),
            tuple(person(index, emails=emails) for index in range(count)),
        )
        for number, count in enumerate(groups)
    )
    document = replace(document, contact_groups=made)
    return ContactList(directory_of(document), sizes or scale(LIMITS, 0), DEEP.width)


def codes_in(items: Sequence[Item]) -> list[Code]:
    return [item for item in items if isinstance(item, Code)]


def lines_in(items: Sequence[Item]) -> list[TextLine]:
    return [item for item in items if isinstance(item, TextLine)]


def inked(item: Item) -> Rect:
    """The rectangle that an item may print on."""
    match item:
        case TextLine():
            height, drop = 0.7 * item.size, 0.2 * item.size
            return Rect(item.x, item.baseline - drop, item.right - item.x, height + drop)
        case Rule():
            return Rect(item.x1, item.y1, item.x2 - item.x1, item.y2 - item.y1)
        case Fill() | Code():
            return item.rect
        case _:
            raise AssertionError(item)


def apart(one: Rect, other: Rect) -> bool:
    slack = 1e-6
    return (
        one.right <= other.x + slack
        or other.right <= one.x + slack
        or one.top <= other.y + slack
        or other.top <= one.y + slack
    )


def tight(contacts: ContactList) -> tuple[list[Item], float, Rect]:
    """All of a list in a frame that holds it exactly."""
    elements = contacts.elements
    depth = depth_of(elements)
    frame = Rect(DEEP.x, DEEP.y, DEEP.width, depth)
    placed = place_column(contacts, elements, frame, inf)
    return placed.items, placed.depth, frame


GROWTHS = [-1, -0.5, 0, 0.3, 0.6, 0.8, 0.9, 0.95, 1]


@pytest.mark.parametrize("product", PRODUCTS.values(), ids=lambda product: product.name)
@pytest.mark.parametrize("growth", GROWTHS)
def test_nothing_prints_in_the_quiet_zone_of_a_code(
    empty: Document, growth: float, product: leaflet.Product
) -> None:
    contacts = listing(empty, 3, sizes=scale(product.contacts, growth), emails=1)
    items, _, _ = tight(contacts)
    assert len(codes_in(items)) == 3
    for code in codes_in(items):
        assert all(apart(code.quiet_zone, inked(item)) for item in items if item is not code)


@pytest.mark.parametrize("product", PRODUCTS.values(), ids=lambda product: product.name)
@pytest.mark.parametrize("growth", GROWTHS)
def test_a_heading_stands_clear_of_the_quiet_zone_above_it(
    empty: Document, growth: float, product: leaflet.Product
) -> None:
    contacts = listing(empty, 1, 1, sizes=scale(product.contacts, growth))
    items, _, _ = tight(contacts)
    first, second = codes_in(items)
    between = [
        item for item in items if item is not second and first.rect.y > inked(item).top > second.rect.top
    ]
    assert any(isinstance(item, Fill) for item in between)
    for item in between:
        assert apart(first.quiet_zone, inked(item)), f"by {inked(item).top - first.quiet_zone.y:.2f} pt"


def test_a_column_that_is_just_full_uses_its_frame(empty: Document) -> None:
    items, depth, frame = tight(listing(empty, 2, 2))
    assert depth == pytest.approx(frame.height)
    assert all(frame.contains(inked(item)) for item in items)


def test_elements_stand_in_order(empty: Document) -> None:
    items, _, _ = tight(listing(empty, 2, 2))
    tops = [
        line.baseline for line in lines_in(items) if line.tag.role in (Role.HEADING, Role.NOTE, Role.PLACE)
    ]
    assert tops == sorted(tops, reverse=True)
    for above, below in pairwise(codes_in(items)):
        assert below.rect.top <= above.quiet_zone.y + 1e-6


@pytest.mark.parametrize("spare", [0, 5, 20])
def test_gaps_grow_to_fill_the_frame(empty: Document, spare: float) -> None:
    contacts = listing(empty, 3)
    elements = contacts.elements
    frame = Rect(0, 0, DEEP.width, depth_of(elements) + spare)
    placed = place_column(contacts, elements, frame, inf)
    items = placed.items
    assert placed.depth == pytest.approx(frame.height)
    first, second, third = (code.rect.y for code in codes_in(items))
    assert first - second == pytest.approx(second - third)


def test_gaps_do_not_grow_without_end(empty: Document) -> None:
    contacts = listing(empty, 3)
    elements = contacts.elements
    tops = [code.rect.top for code in codes_in(place_column(contacts, elements, DEEP, inf).items)]
    assert tops[0] - tops[1] == pytest.approx(elements[-1].height + contacts.scale.gap * (1 + 1.6))


def test_a_hairline_halves_the_white_between_two_entries_and_stands_beside_their_codes(
    empty: Document,
) -> None:
    contacts = listing(empty, 3)
    items, _, _ = tight(contacts)
    rules = [item for item in items if isinstance(item, Rule)]
    codes = codes_in(items)
    baselines = [line.baseline for line in lines_in(items) if line.tag.role is Role.NUMBER]
    assert len(rules) == 2
    for rule, last, (above, below) in zip(rules, baselines, pairwise(codes), strict=False):
        assert above.rect.y < last, "the code is deeper than the text"
        assert last - rule.y1 == pytest.approx(rule.y1 - below.rect.top)
        assert rule.y1 == rule.y2
        assert rule.x1 >= above.quiet_zone.right - 1e-6


def test_entries_stand_about_equally_far_apart_in_all_columns(empty: Document) -> None:
    document = replace(empty, contact_groups=(ContactGroup(empty.title, tuple(map(person, range(6)))),))
    low, high = Rect(0, 0, 240, 160), Rect(300, 0, 240, 190)
    filled = fit(directory_of(document), LIMITS, lambda _: [low, high], -1.0)
    assert filled is not None
    columns = []
    for placed in filled.place():
        codes = codes_in(placed.items)
        columns.append([above.rect.y - below.rect.top for above, below in pairwise(codes)])
    assert sum(len(gaps) for gaps in columns) == 4
    full, free = sorted(gaps[0] for gaps in columns)
    assert all(gaps == pytest.approx([gaps[0]] * len(gaps)) for gaps in columns)
    assert full < free <= full + FEATHERED * filled.lists[0].scale.gap + 1e-6


def test_a_list_of_nobody_leaves_its_frame_empty(empty: Document) -> None:
    filled = fit(directory_of(replace(empty, contact_groups=())), LIMITS, lambda _: [DEEP], 0)
    assert filled is not None
    assert filled.filled == ([],)


def test_an_entry_is_as_deep_as_it_stands_in_its_own_frame() -> None:
    narrow, wide = ([entry(id, height) for id in "abc"] for height in (30, 20))
    # Measured for the narrow frame alone, the last would not fit.
    assert names(distribute([narrow, wide], [30, 50])) == ["a", "bc"]
    assert names(distribute([narrow, narrow], [30, 50])) is None


def test_a_place_is_a_hair_smaller_where_that_saves_it_a_line_in_the_wider_frame(empty: Document) -> None:
    contact = replace(person(), place=phrase("aaaaaaaaaa bbbbbbbbbb"))
    document = replace(empty, contact_groups=(ContactGroup(empty.title, (contact,)),))
    at = scale(LIMITS, 1)
    copy = directory_of(document).places[0]
    indent = directory_of(document).at(at, 100).text_indent
    widest = copy.solid * at.place.size * 0.99 / 1000 + indent
    eased = directory_of(document).at(at, widest - 20, widest=widest)
    assert at.place.size * 0.98 == pytest.approx(eased.scale.place.size)
    assert directory_of(document).at(at, widest - 20).scale.place.size == at.place.size


def test_a_place_takes_no_more_than_two_lines_where_a_smaller_one_helps(empty: Document) -> None:
    contact = replace(person(), place=phrase("aaaaaaaaaa bbbbbbbbbb cccccccc"))
    document = replace(empty, contact_groups=(ContactGroup(empty.title, (contact,)),))
    contacts = directory_of(document).at(scale(LIMITS, 1), 230)
    assert contacts.scale.place.size == scale(LIMITS, 1).place.size
    narrow = directory_of(document).at(scale(LIMITS, 1), 215)
    assert contacts.scale.name.size <= narrow.scale.place.size < contacts.scale.place.size
    assert contacts.has_short_places
    assert narrow.has_short_places
    assert not directory_of(document).at(scale(LIMITS, 1), 190).has_short_places


def test_a_short_number_stands_behind_another_where_a_little_less_size_lets_it(empty: Document) -> None:
    contact = replace(person(), short_numbers=(phrase("1409"),))
    document = replace(empty, contact_groups=(ContactGroup(empty.title, (contact,)),))
    directory, usual = directory_of(document), scale(LIMITS, 1)

    def listed(width: float) -> tuple[int, float]:
        """How many lines its numbers take at a width, and what part of their size they are."""
        contacts = directory.at(usual, width)
        numbers = next(row for row in directory.rows[contact.id] if row.role is Role.NUMBER)
        size = contacts.scale.number.size
        return count_lines(
            numbers.copy, contacts.room(numbers, contact.id) / size * 1000
        ), size / usual.number.size

    widths = [listed(width) for width in range(150, 220)]
    assert (1, 1.0) in widths
    assert (2, 1.0) in widths
    assert SHRUNK_NUMBER / 100 <= min(size for lines, size in widths if lines == 1) < 0.96
    assert all(size == 1.0 for lines, size in widths if lines == 2)


def test_a_contact_with_too_many_short_numbers_does_not_part_those_of_another(empty: Document) -> None:
    short = replace(person(1), short_numbers=(phrase("1409"),))
    many = replace(person(2), short_numbers=(phrase("1409"),) * 9)
    numbers = {}
    for contacts in ((short,), (short, many)):
        document = replace(empty, contact_groups=(ContactGroup(empty.title, contacts),))
        directory = directory_of(document)
        numbers[len(contacts)] = [
            directory.at(scale(LIMITS, 1), width).scale.number.size for width in range(150, 220)
        ]
    assert len(set(numbers[1])) > 1
    assert numbers[1] == numbers[2]


def test_a_code_carries_its_number_and_says_whose_it_is(empty: Document) -> None:
    (code,) = codes_in(tight(listing(empty, 1))[0])
    assert code.payload == "tel:+70000000000"
    assert code.alternative == "bbb, aaa: +7\u00a0000"
    assert len(code.rows) == 25


def test_each_sentence_of_a_notice_stands_on_lines_of_its_own(empty: Document) -> None:
    advised = replace(empty, labels=replace(empty.labels, no_local=phrase("Aaa bbb. This ccc.")))
    contacts = listing(advised, 1)
    items = contacts.place(contacts.elements[0], 0.0, 0.0)
    assert [line.text.strip() for line in lines_in(items)] == ["Aaa bbb.", "This ccc."]
    assert contacts.elements[0].height > listing(empty, 1).scale.advice.size * 2


def test_the_advice_for_a_region_without_organisation_comes_first_and_the_scan_note_once(
    empty: Document,
) -> None:
    plain = [element.id for element in listing(empty, 1, 1).elements]
    assert plain == ["group0", "labels.scan", "contact0", "group1", "contact0"]
    advised = replace(empty, labels=replace(empty.labels, no_local=phrase("ee")))
    assert [element.id for element in listing(advised, 1).elements][:2] == ["labels.no_local", "group0"]


# An entry.


def rows_of(contact: Contact, empty: Document, width: float = 240) -> list[list[str]]:
    """The texts of an entry, those on one baseline together."""
    document = replace(empty, contact_groups=(ContactGroup(empty.title, (contact,)),))
    contacts = ContactList(directory_of(document), scale(LIMITS, 0), width)
    rows: dict[float, list[str]] = {}
    for line in lines_in(contacts.place_entry(contact, 0, 100)):
        rows.setdefault(line.baseline, []).append(line.text)
    assert list(rows) == sorted(rows, reverse=True)
    return list(rows.values())


def test_an_entry_reads_place_name_numbers(empty: Document) -> None:
    assert rows_of(person(), empty) == [["bbb"], ["aaa"], ["+7\u00a0000"]]


def test_several_numbers_are_parted_by_commas(empty: Document) -> None:
    contact = replace(person(), phones=(phrase("1"), phrase("2")), short_numbers=(phrase("3"),))
    assert rows_of(contact, empty)[-1] == ["1, 2, 3"]


def test_a_national_organisation_reads_scope_place_name(empty: Document) -> None:
    assert rows_of(replace(person(), scope=phrase("eee")), empty)[:3] == [["eee"], ["bbb"], ["aaa"]]


def test_an_email_stands_beside_the_numbers_where_it_has_room(empty: Document) -> None:
    # "+7 000" in bold at 13 pt is 42.25 wide, "a@b" at 8 pt 12, and 2 mm must part them.
    indent = scale(LIMITS, 0).code + max(scale(LIMITS, 0).quiet + CLEAR, LEAST_BESIDE_CODE)
    enough = indent + 42.25 + 12 + BESIDE
    contact = person(emails=1)
    assert rows_of(contact, empty, enough + 0.01)[-1] == ["+7\u00a0000", "a@b"]
    assert rows_of(contact, empty, enough - 0.01)[-2:] == [["+7\u00a0000"], ["a@b"]]


def test_a_fax_number_is_named_and_stands_on_a_line_of_its_own(empty: Document) -> None:
    labelled = replace(empty, labels=replace(empty.labels, fax=phrase("fax:")))
    faxes = (phrase("5"), phrase("6"))
    contact = replace(person(), faxes=faxes)
    assert rows_of(contact, labelled)[-2:] == [["+7\u00a0000"], ["fax:\u00a05, fax:\u00a06"]]
    contact = replace(person(emails=1), faxes=faxes)
    assert rows_of(contact, labelled)[-2:] == [["+7\u00a0000", "a@b"], ["fax:\u00a05, fax:\u00a06"]]


def test_emails_without_room_put_every_email_on_its_own_line_unless_they_are_the_exception(
    empty: Document,
) -> None:
    wide = replace(person(2, emails=1), emails=(phrase("a" * 80),))
    group = ContactGroup(empty.title, (person(1, emails=1), wide))
    document = replace(empty, contact_groups=(group,))
    contacts = replace(listing(empty, 1), directory=directory_of(document))
    assert contacts.beside == frozenset()
    many = ContactGroup(empty.title, (wide, *(replace(person(3, emails=1), id=f"{at}") for at in range(4))))
    crowd = replace(contacts, directory=directory_of(replace(empty, contact_groups=(many,))))
    assert crowd.beside == {"0", "1", "2", "3"}, "a single exception changes nothing for the others"


def test_an_entry_is_as_deep_as_its_code_or_its_texts(empty: Document) -> None:
    contacts = listing(empty, 1)
    assert contacts.elements[-1].height == contacts.scale.code
    long = person(name=" ".join(["aaaaaaaa"] * 30))
    document = replace(empty, contact_groups=(ContactGroup(empty.title, (long,)),))
    longer = replace(contacts, directory=directory_of(document))
    assert longer.elements[-1].height == longer.text_height(long) > contacts.scale.code
    height = longer.elements[-1].height
    items = longer.place_entry(long, 0, 500)
    assert max(inked(line).top for line in lines_in(items)) == pytest.approx(500)
    assert min(inked(line).y for line in lines_in(items)) == pytest.approx(500 - height)
