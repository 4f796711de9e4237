from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from typefaces import PLAIN, copy_of

from leaflet.composition import BELOW_HEADING_ON_GRID, Composer, Filled, Setting, Slice
from leaflet.copyfitting import MOST_GIVEN_UP, OPEN, Limits, Search, fit, largest
from leaflet.diagnostics import Place
from leaflet.document import Block, Phrase, Role, Run
from leaflet.framebreaks import (
    BETWEEN_SENTENCES,
    HOLE,
    INSIDE_PARAGRAPH,
    OFF_THE_FLAP,
    OVER_THE_TURN,
    SPLIT,
    STRANDED,
    TORN,
    Break,
    TextFrame,
    white_cost,
)
from leaflet.galleys import AFTER_LIST, BLOCK_STRETCH, HEADING_STRETCH, Galley, Proportions
from leaflet.linebreak import best_fit, first_fit
from leaflet.spreading import (
    FEATHERED,
    MORE_ABOVE_HEADING,
    MOST_BETWEEN_PARAGRAPHS,
    shares,
    spread_on_grid,
    stretched,
)
from leaflet.styles import BLACK, TextStyle
from leaflet.typeface import Weight

# At 10/12 pt a capital is 7 pt high and the lowest letters reach 2 pt down, so one line is 9 pt deep and
# each further one adds 12. In a frame 20 pt wide "aaaa" fills a line.
SETTING = Setting(size=10, leading=1.2)
WIDTH = 20.0
TEXT = TextStyle(Weight.REGULAR, BLACK)
HEADING = TextStyle(Weight.REGULAR, BLACK, keep_with_next=True)
ITEM = TextStyle(Weight.REGULAR, BLACK, indent=1.0)
EXACT = 1e-6


def depth(lines: int) -> float:
    """How deep so many lines are without gaps."""
    return 9.0 + 12.0 * (lines - 1)


def spread(fills: Sequence[Filled], depths: Sequence[float]) -> list[Filled]:
    """Frames with their gaps stretched alike."""
    grown = shares(fills, depths)
    return [stretched(fill, depth, grown) for fill, depth in zip(fills, depths, strict=True)]


def frames(*lines: float, more: float = 0.0) -> list[TextFrame]:
    """Frames for so many lines, and a little more."""
    return [TextFrame(WIDTH, 12.0 * count - 3.0 + more) for count in lines]


def galley(lines: int, style: TextStyle = TEXT) -> Galley:
    """A block of so many lines."""
    text = " ".join(["aaaa"] * lines)
    role = Role.HEADING if style.keep_with_next else Role.PARAGRAPH
    block = Block("block", role, Phrase((Run(text),), Place("test")))
    return Galley(block, copy_of(text), style, PLAIN.cap_height, PLAIN.descent)


def heading(lines: int = 1) -> Galley:
    return galley(lines, HEADING)


@pytest.mark.parametrize(("last", "kept"), [(False, {4, 5}), (True, {4})])
def test_a_word_parts_between_two_frames_and_never_between_two_pages(last: bool, kept: set[int]) -> None:
    copy = copy_of(" ".join(["aaaa-aaaa"] * 4))
    own = replace(galley(1), copy=copy)
    frame = TextFrame(27.0, depth(5), last=last)
    assert {option.lines for option in composer(own).breaks((0, 0), frame)} == kept


def test_a_page_may_end_behind_a_sentence_though_a_word_parts_in_the_line_where_that_ends() -> None:
    text = "aaaa aaaa aaaa aaaa aaaa. Aaaa-aaaa aaaa aaaa aaaa aaaa aaaa"
    own = replace(galley(1), copy=copy_of(text))
    ends = [
        {option.next[1] for option in composer(own).breaks((0, 0), TextFrame(60.0, depth(3), last=last))}
        for last in (False, True)
    ]
    assert ends == [{5, 6}, {5}]


def composer(*galleys: Galley, setting: Setting = SETTING) -> Composer:
    return Composer(Proportions(galleys), setting, best_fit)


def lines_in(fills: Sequence[Filled]) -> list[list[tuple[int, int]]]:
    """For each frame, which galleys stand in it with how many lines."""
    return [[(piece.galley, len(piece.ends)) for piece in fill.slices] for fill in fills]


def composed(galleys: Sequence[Galley], room: Sequence[TextFrame]) -> list[list[tuple[int, int]]] | None:
    result = composer(*galleys).compose(room)
    return None if result is None else lines_in(result[1])


def endings(galleys: Sequence[Galley], frame: TextFrame) -> list[tuple[int, int]]:
    """Where the first frame may end: galley and line that the next one begins with."""
    return sorted(option.next for option in composer(*galleys).breaks((0, 0), frame))


# Bisection.


@pytest.mark.parametrize("guess", [-3, 0, 4, 10, 99])
@pytest.mark.parametrize("limit", range(11))
def test_the_largest_step_that_holds_is_found_from_any_guess(limit: int, guess: int) -> None:
    assert largest(10, lambda step: step <= limit, guess) == limit


def test_no_step_may_hold() -> None:
    assert largest(10, lambda _: False, 5) is None
    assert largest(0, lambda _: False, 0) is None
    assert largest(0, lambda _: True, 0) == 0


@pytest.mark.parametrize(("guess", "most"), [(0, 20), (690, 10), (700, 3), (1000, 20)])
def test_a_good_guess_asks_only_a_few_times_and_a_bad_one_not_many_more(guess: int, most: int) -> None:
    asked: list[int] = []

    def holds(step: int) -> bool:
        asked.append(step)
        return step <= 700

    assert largest(1000, holds, guess) == 700
    assert len(asked) <= most


# One frame.


@pytest.mark.parametrize(
    ("lines", "room", "fits"),
    [
        (1, 100, True),  # enough space
        (1, 9, True),  # barely enough
        (1, 8.99, False),  # just too little
        (2, 21, True),
        (2, 20.99, False),
        (5, 57, True),
        (5, 56.99, False),
    ],
)
def test_lines_fit_down_to_the_lowest_letter(lines: int, room: float, fits: bool) -> None:
    frame = [TextFrame(WIDTH, room)]
    assert composer(galley(lines)).fits(frame) is fits
    assert composed([galley(lines)], frame) == ([[(0, lines)]] if fits else None)


def test_baselines_stand_a_leading_apart() -> None:
    result = composer(galley(2), galley(2)).compose(frames(4))
    assert result is not None
    (fill,) = result[1]
    assert [(piece.baseline, piece.last_baseline) for piece in fill.slices] == [(7, 19), (31, 43)]
    assert fill.used == 45


def test_the_gap_above_a_block_is_dropped_at_the_top_of_a_frame() -> None:
    gapped = replace(TEXT, before=0.5)
    result = composer(galley(2, gapped), galley(1, gapped)).compose(frames(4))
    assert result is not None
    assert [piece.baseline for piece in result[1][0].slices] == [7, 19 + 5 + 12]


def test_the_larger_of_two_gaps_counts() -> None:
    after = composer(galley(1, replace(TEXT, after=0.8)), galley(1, replace(TEXT, before=0.5)))
    assert after.first_baseline(1, 0, 7, frames(9)[0], at_top=False) == pytest.approx(7 + 8 + 12)
    before = composer(galley(1, replace(TEXT, after=0.3)), galley(1, replace(TEXT, before=0.5)))
    assert before.first_baseline(1, 0, 7, frames(9)[0], at_top=False) == pytest.approx(7 + 5 + 12)


def test_an_indent_and_a_larger_scale_make_the_measure_shorter() -> None:
    # 20 pt less an indent of 10 hold "aa"; at one and a quarter times the size 25 pt hold "aaaa".
    assert composer(galley(1, replace(TEXT, indent=1))).ends(0, 0, 19.9) == (1,)
    two = Galley(galley(1).block, copy_of("aa aa"), replace(TEXT, indent=1), 700, 200)
    assert len(composer(two).ends(0, 0, 32.5)) == 1
    assert len(composer(two).ends(0, 0, 32.4)) == 2
    large = Galley(galley(1).block, copy_of("aa aa"), replace(TEXT, scale=1.2), 700, 200)
    assert len(composer(large).ends(0, 0, 27.0)) == 1
    assert len(composer(large).ends(0, 0, 26.9)) == 2


# Keep rules.


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_a_block_of_less_than_four_lines_is_not_split(lines: int) -> None:
    blocks = [galley(9), galley(lines)]
    for room in range(9, 9 + lines):
        assert endings(blocks, frames(room)[0])[-1] == (1, 0)
    assert endings(blocks, frames(9 + lines)[0])[-1] == (2, 0)


def test_a_block_of_four_lines_is_split_only_in_the_middle() -> None:
    blocks = [galley(4), galley(4)]
    assert endings(blocks, frames(5)[0]) == [(1, 0)]
    assert endings(blocks, frames(6)[0]) == [(1, 2)]  # A break after 4 of 6 lines would leave a hole.
    assert endings(blocks, frames(7)[0]) == [(1, 2)]
    assert (2, 0) in endings(blocks, frames(8)[0])


@pytest.mark.parametrize("room", range(2, 13))
@pytest.mark.parametrize("lines", range(1, 13))
def test_no_first_and_no_last_line_of_a_block_stands_alone(lines: int, room: int) -> None:
    for galley_at, line in endings([galley(3), galley(lines)], frames(room)[0]):
        if galley_at == 0:
            raise AssertionError("a block of three lines was split")
        if galley_at == 1 and line:
            assert 2 <= line <= lines - 2


@pytest.mark.parametrize("room", range(2, 13))
@pytest.mark.parametrize("above", range(7))
def test_no_heading_ends_a_frame_nor_stands_above_a_single_line(above: int, room: int) -> None:
    blocks = [*([galley(above)] if above else []), heading(), galley(6)]
    text = len(blocks) - 1
    for galley_at, line in endings(blocks, frames(room)[0]):
        assert galley_at != text or line >= 2


def test_no_last_line_stands_alone_in_a_wider_frame() -> None:
    # The wide frame holds two words in a line: two lines of the narrow frame are only one of it.
    blocks = [galley(4), galley(6), galley(4)]
    enough = [TextFrame(20, depth(9)), TextFrame(45, depth(4))]
    assert composed(blocks, enough) == [[(0, 4), (1, 3)], [(1, 2), (2, 2)]]
    too_little = [TextFrame(20, depth(9)), TextFrame(45, depth(3))]
    assert composed(blocks, too_little) is None


SENTENCES = replace(galley(1), copy=copy_of("aaaa aaaa aaaa. Aaaa aaaa aaaa"))
"""Six lines, two sentences."""


def costs(*galleys: Galley) -> dict[tuple[int, int], float]:
    """What it costs to end a frame of twelve lines at each place."""
    return {option.next: option.cost for option in composer(*galleys).breaks((0, 0), frames(12)[0])}


def test_a_paragraph_is_rather_split_between_two_sentences_than_inside_one() -> None:
    assert costs(galley(8), SENTENCES)[1, 3] < costs(galley(8), galley(6))[1, 3]


@pytest.mark.parametrize(
    ("text", "ends", "expected"),
    [
        ("aaaa aaaa aaaa aaaa aaa. Aaaa aaaa aaaa aaaa", (2, 4, 5), (3, 5)),  # no lone word: one line less
        ("aaaa aaa. Aaaa aaaa aaaa aaaa", (1, 2), (1, 2)),  # but two at least
    ],
)
def test_the_part_of_a_paragraph_that_ends_a_frame_ends_in_no_lone_word(
    text: str, ends: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    whole = replace(galley(1), copy=copy_of(text))
    # Three words fit a line.
    assert composer(whole).parted(0, 0, ends, 70.0) == expected


@pytest.mark.parametrize(
    "text",
    [
        "aa aa aa. Aa aa aa",
        "aa aa aa! «Aa aa aa",
        "aa aa aa?» Aa aa aa",
        "aa aa aa». Aa aa",
        "aa aa aa... Aa aa",
    ],
)
def test_a_sentence_that_ends_in_a_line_ends_that_line_at_the_foot_of_a_frame(text: str) -> None:
    # 45 pt hold two words: the sentence ends with the first word of a line.
    double = replace(galley(1), copy=copy_of(text.replace("a ", "a aa ").replace("aa", "aaaa")))
    fill = composer(galley(8), double).breaks((0, 0), TextFrame(45.0, depth(7)))
    assert double.copy.sentence_end(0, 99) in {option.next[1] for option in fill if option.next[0] == 1}


@pytest.mark.parametrize(
    "text",
    ["aa г. Алматы aa", "aa ул. Абая aa", "Dr. Aa aa", "aa 10. Aa aa", "aa aa. aa aa", "aa aa aa."],
)
def test_no_sentence_ends_at_an_abbreviation_a_number_or_the_end_of_the_text(text: str) -> None:
    assert copy_of(text).sentence_end(0, 99) == 0


def test_few_lines_of_a_paragraph_do_not_go_on_alone_before_a_heading() -> None:
    short = replace(galley(1), copy=copy_of("aaaa aaaa aaaa aaaa. Aaaa aaaa"))
    for end in ((1, 3), (1, 4)):
        more = costs(galley(8), short, heading(), galley(8))[end] - costs(galley(8), short, galley(8))[end]
        assert more == (STRANDED if end == (1, 4) else 0)


def test_a_heading_moves_on_where_only_one_line_would_follow_it() -> None:
    blocks = [galley(4), heading(), galley(4)]
    assert endings(blocks, frames(6)[0]) == [(1, 0)]
    assert endings(blocks, frames(7)[0]) == [(1, 0), (2, 2)]


def test_two_headings_stay_together_with_their_text() -> None:
    blocks = [galley(5), heading(), heading(), galley(4)]
    assert endings(blocks, frames(8)[0]) == [(1, 0)]
    assert endings(blocks, frames(9)[0]) == [(1, 0), (3, 2)]


def test_a_heading_is_never_split() -> None:
    assert composed([heading(6), galley(4)], frames(3, 7)) is None


def test_one_short_item_is_not_enough_under_a_heading() -> None:
    blocks = [galley(4), heading(), galley(1), galley(1), galley(1)]
    assert endings(blocks, frames(6)[0]) == [(1, 0)]
    assert (4, 0) in endings(blocks, frames(7)[0])


# Several frames.


def test_all_lines_stand_in_two_frames_that_hold_them_exactly() -> None:
    assert composed([galley(8)], frames(4, 4)) == [[(0, 4)], [(0, 4)]]
    assert composed([galley(8)], frames(4, 3)) is None


def test_a_frame_that_is_not_needed_stays_empty() -> None:
    assert composed([galley(4)], frames(4, 4)) == [[(0, 4)], []]


@pytest.mark.parametrize("width", [20.0, 45.0])
def test_the_rest_of_a_split_block_is_broken_at_the_width_of_its_own_frame(width: float) -> None:
    # 45 pt hold two words and the space between them.
    room = [TextFrame(20, depth(4)), TextFrame(width, depth(4))]
    assert composed([galley(8)], room) == [[(0, 4)], [(0, 4 if width == 20 else 2)]]


def test_a_break_at_a_heading_is_the_best() -> None:
    # Three lines more would fill the first frame: the heading and two lines, or as many without a heading.
    above, below = [galley(4)] * 5, [galley(2), *[galley(4)] * 7]
    fills = composed([*above, heading(), *below], frames(23, 31))
    assert fills is not None
    assert fills[0] == [(index, 4) for index in range(5)]
    fills = composed([*above, galley(1), *below], frames(23, 31))
    assert fills is not None
    assert len(fills[0]) > 5


def test_no_word_parts_over_the_end_of_a_frame_where_another_line_may_end_it() -> None:
    whole = galley(11)
    parted = replace(whole, copy=copy_of(f"{'aaaa ' * 4}aaa\u00adaaaa{' aaaa' * 5}"))
    above = below = galley(40)
    assert composed([above, whole, below], frames(45, 47)) == [[(0, 40), (1, 5)], [(1, 6), (2, 40)]]
    assert composed([above, parted, below], frames(45, 47)) == [[(0, 40), (1, 4)], [(1, 7), (2, 40)]]
    # Where nothing else fits, it does.
    assert composed([above, parted, below], frames(45, 46)) == [[(0, 40), (1, 5)], [(1, 6), (2, 40)]]


def test_a_break_between_blocks_is_better_than_one_inside() -> None:
    assert composed([galley(4), galley(4), galley(8)], frames(8, 8, more=1)) == [
        [(0, 4), (1, 4)],
        [(2, 8)],
    ]
    assert composed([galley(5), galley(6)], frames(6, 6)) == [[(0, 5)], [(1, 6)]]


def test_a_frame_is_not_left_half_empty_for_the_sake_of_a_heading() -> None:
    blocks = [galley(4), heading(), galley(16)]
    fills = composed(blocks, frames(12, 12))
    assert fills is not None
    assert sum(lines for _, lines in fills[0]) > 6


# Spreading.


def fill_of(*stretches: float) -> Filled:
    """One line each ten points, whose gaps may grow so far."""
    slices = tuple(
        Slice(index, 0, (1,), 10.0 * (index + 1), 12.0, stretch) for index, stretch in enumerate(stretches)
    )
    return Filled(slices, 10.0 * len(stretches) + 2)


def test_gaps_grow_until_the_frame_is_full() -> None:
    (fill,) = spread([fill_of(0, 6, 6)], [38])
    assert [piece.baseline for piece in fill.slices] == [10, 23, 36]
    assert fill.used == 38


def test_gaps_grow_no_further_than_they_may() -> None:
    (fill,) = spread([fill_of(0, 6, 6)], [100])
    assert [piece.baseline for piece in fill.slices] == [10, 26, 42]
    assert fill.used == 44


def test_gaps_grow_about_alike_in_the_frames_of_a_side() -> None:
    full, short = spread([fill_of(0, 6, 6), fill_of(0, 6, 6)], [35, 100])
    assert [piece.baseline for piece in full.slices] == [10, 21.5, 33]
    more = 6 * min(FEATHERED, 1 - 0.25)
    assert [piece.baseline for piece in short.slices] == [10, 21.5 + more, 33 + 2 * more]


def test_where_another_frame_is_full_gaps_and_those_above_headings_grow_a_little_further() -> None:
    plain = fill_of(0, 6, 6)
    headed = replace(
        plain, slices=tuple(replace(piece, heading=at == 1) for at, piece in enumerate(plain.slices))
    )
    full, short = spread([plain, headed], [32, 32 + 3 * (FEATHERED + MORE_ABOVE_HEADING)])
    assert full == plain
    gaps = [below.baseline - above.baseline for above, below in pairwise(short.slices)]
    assert gaps == pytest.approx([10 + 3 * MORE_ABOVE_HEADING, 10 + 3 * FEATHERED])
    (_, most) = spread([plain, headed], [32, 100])
    assert most.slices[1].baseline == pytest.approx(20 + 6 * MORE_ABOVE_HEADING)


def test_where_a_frame_of_items_is_full_paragraphs_stand_further_apart_in_all_others_and_not_far() -> None:
    items = fill_of(0, 6, 6)
    prose = replace(
        items, slices=tuple(replace(piece, paragraph=at > 0) for at, piece in enumerate(items.slices))
    )
    full, *others = spread([items, prose, prose], [32, 38, 100])
    assert full == items
    more = 6 * FEATHERED
    baselines = [[piece.baseline for piece in fill.slices] for fill in others]
    assert baselines == [[10, 23, 36], pytest.approx([10, 23 + more, 36 + 2 * more])]
    (_, most) = spread([items, prose], [32, 100])
    assert most.slices[1].baseline == pytest.approx(20 + 6 * MOST_BETWEEN_PARAGRAPHS)


@pytest.mark.parametrize("room", [0, 20, 32])
def test_gaps_do_not_shrink(room: float) -> None:
    assert spread([fill_of(0, 6, 6)], [room]) == [fill_of(0, 6, 6)]


def test_a_fill_without_gaps_stays_as_it_is() -> None:
    assert spread([fill_of(0)], [100]) == [fill_of(0)]
    assert spread([Filled((), 0.0)], [100]) == [Filled((), 0.0)]


def test_the_gap_above_a_heading_grows_more() -> None:
    result = composer(galley(2), galley(2), heading(), galley(2)).compose(frames(7, more=6))
    assert result is not None
    (fill,) = result[1]
    (spreaded,) = spread([fill], [depth(7) + 6])
    shifts = [new.baseline - old.baseline for new, old in zip(spreaded.slices, fill.slices, strict=True)]
    block, head, after = (below - above for above, below in pairwise(shifts))
    assert shifts[0] == 0
    assert head / block == pytest.approx(HEADING_STRETCH / BLOCK_STRETCH)
    assert after == pytest.approx(block)
    assert head > block > 0
    assert spreaded.used == pytest.approx(depth(7) + 6)


# The baseline grid.

ALIGNED = replace(SETTING, aligned=True)
BODY = replace(TEXT, before=0.3)
TITLE = replace(HEADING, before=1.15, after=0.3, scale=1.12, mark="bar")
PAIR = [TextFrame(WIDTH, 300.0), TextFrame(WIDTH, 300.0)]


def steps(fill: Filled, galleys: Sequence[Galley], grid: float) -> list[float]:
    """How many steps of a grid each baseline in the size of the body stands below the first capital's."""
    body = [piece for piece in fill.slices if galleys[piece.galley].style.scale == 1]
    return [(piece.baseline - 7) / grid for piece in body]


@pytest.mark.parametrize("before", [0.0, 0.1, 0.3, 0.59, 0.61, 1.0])
def test_whatever_the_gap_text_stands_on_half_lines(before: float) -> None:
    blocks = [galley(2), galley(1, replace(TEXT, before=before)), galley(3, replace(TEXT, before=before))]
    result = composer(*blocks, setting=ALIGNED).compose(PAIR[:1])
    assert result is not None
    places = steps(result[1][0], blocks, 6)
    assert places == pytest.approx([round(place) for place in places])
    apart = result[1][0].slices[1].baseline - result[1][0].slices[0].last_baseline - 12
    assert before * 10 - EXACT <= apart < before * 10 + 6


def test_text_under_a_heading_is_on_the_grid_and_the_heading_near_it() -> None:
    blocks = [galley(2), galley(1, TITLE), galley(2, BODY), galley(1, TITLE), galley(2, BODY)]
    free = composer(*blocks).compose(PAIR[:1])
    level = composer(*blocks, setting=ALIGNED).compose(PAIR[:1])
    assert free is not None
    assert level is not None
    places = steps(level[1][0], blocks, 6)
    assert places == pytest.approx([round(place) for place in places])
    for title in (1, 3):
        near, as_near = (
            fills[0].slices[title + 1].baseline - fills[0].slices[title].baseline
            for fills in (level[1], free[1])
        )
        assert near == pytest.approx(as_near + BELOW_HEADING_ON_GRID * 6)


def test_on_a_grid_white_grows_above_headings_alone_and_by_a_step() -> None:
    stretches = [0.0, 6.0, 0.0, 6.0, 0.0]
    slices = [
        Slice(at, 0, (1,), 10.0 * at, 12.0, stretch, stretch > 0) for at, stretch in enumerate(stretches)
    ]
    fill = Filled(tuple(slices), 42.0)
    for room, above, below in [(42, 0, 0), (47.9, 0, 0), (48, 0, 6), (54, 6, 6), (200, 6, 6)]:
        moved = spread_on_grid(fill, room, 6.0)
        shifts = [new.baseline - old.baseline for new, old in zip(moved.slices, fill.slices, strict=True)]
        assert shifts == [0, above, above, above + below, above + below]
        assert moved.used == 42 + above + below


def test_a_heading_stands_further_from_what_is_above_than_blocks_from_each_other() -> None:
    tight = replace(ALIGNED, gaps=0.1)
    under = replace(HEADING, before=0.9)
    blocks = [galley(2), galley(2, BODY), galley(1, under), galley(2, BODY)]
    result = composer(*blocks, setting=tight).compose(PAIR[:1])
    assert result is not None
    first, second, head, _ = result[1][0].slices
    assert second.baseline - first.last_baseline == pytest.approx(12 + 6)
    assert head.baseline - second.last_baseline == pytest.approx(12 + 12)


def test_lines_are_levelled_where_that_costs_no_size() -> None:
    blocks = [galley(4), *[galley(2, BODY) for _ in range(6)]]
    roomy = [TextFrame(20, 130.0), TextFrame(20, 130.0)]
    limits = replace(LIMITS, most_size=10)
    levelled = fit(blocks, roomy, limits)
    assert levelled is not None
    assert levelled.setting.aligned
    one = fit(blocks, [TextFrame(20, 240.0)], limits)
    assert one is not None
    assert not one.setting.aligned, "nothing stands beside it"


def test_what_is_alone_on_its_side_keeps_off_the_grid() -> None:
    item = replace(TEXT, before=0.3, indent=1.0)
    blocks = [galley(1), galley(1, item), galley(1, item), galley(1, BODY)]
    apart = {}
    for alone in (False, True):
        result = composer(*blocks, setting=ALIGNED).compose([replace(PAIR[0], alone=alone)])
        assert result is not None
        baselines = [piece.baseline for piece in result[1][0].slices]
        apart[alone] = [below - above for above, below in pairwise(baselines)]
    assert apart[False] == pytest.approx([18, 18, 18]), "half a line is 6"
    assert apart[True] == pytest.approx([15, 15, 12 + 3 * AFTER_LIST]), (
        "the paragraph stands off from its list"
    )


def test_a_section_is_broken_over_the_turn_only_where_nothing_else_is_left() -> None:
    blocks = [galley(5), heading(), galley(8), galley(8)]
    plain, *rest = frames(14, 14, 14)
    for marks, dearer in (({"last": True}, OVER_THE_TURN), ({"last": True, "alone": True}, OFF_THE_FLAP)):
        flap = replace(plain, **marks)
        costs = {option.next: option.cost for option in composer(*blocks).breaks((0, 0), flap)}
        free = {option.next: option.cost for option in composer(*blocks).breaks((0, 0), plain)}
        assert costs.keys() == free.keys()
        assert {next for next in costs if costs[next] == free[next]} <= {(1, 0)}
        torn = {next: TORN if next[1] else 1 for next in costs if next != (1, 0)}
        assert all(costs[next] - free[next] == times * dearer for next, times in torn.items())
    assert OFF_THE_FLAP > OVER_THE_TURN
    assert rest


# The size.

LIMITS = Limits(least_size=8, most_size=14, least_leading=1.2, most_leading=1.4, step=0.1)


def shapes() -> list[Galley]:
    words = " ".join("a" * (1 + index * 7 % 9) for index in range(60))
    text = Galley(galley(1).block, copy_of(words), TEXT, 700, 200)
    return [heading(), text, heading(), text, galley(1)]


@pytest.mark.parametrize(
    ("height", "size"),
    [
        (9.0, 10.0),  # barely enough for 10 pt: a line is 0.9 of its size
        (8.99, 9.9),  # just too little
        (7.2, 8.0),
        (7.19, None),
        (12.6, 14.0),
        (100, 14.0),
    ],
)
def test_the_size_is_the_largest_that_fits(height: float, size: float | None) -> None:
    room = [TextFrame(100, height)]
    line = Galley(galley(1).block, copy_of("aaaa"), TEXT, 700, 200)
    fitted = fit([line], room, LIMITS)
    assert Search(Proportions([line]), room, LIMITS).largest_size() == size
    assert (fitted.setting.size if fitted else None) == size


@pytest.mark.parametrize("height", [200, 230, 300, 400])
def test_one_step_more_does_not_fit(height: float) -> None:
    room = [TextFrame(110, height), TextFrame(110, height - 20)]
    size = Search(Proportions(shapes()), room, LIMITS).largest_size()
    assert size is not None
    assert LIMITS.least_size < size < LIMITS.most_size

    def fits(size: float) -> bool:
        return Composer(Proportions(shapes()), LIMITS.setting(size, 0.0), first_fit).fits(room)

    assert fits(size)
    assert not fits(round(size + LIMITS.step, 3))


@pytest.mark.parametrize("height", [200, 230, 300, 400])
def test_what_is_fitted_gives_up_little_size_and_holds_everything(height: float) -> None:
    room = [TextFrame(110, height), TextFrame(110, height - 20)]
    size, most = (Search(Proportions(shapes()), room, LIMITS).largest_size(air) for air in (OPEN, 0.0))
    fitted = fit(shapes(), room, LIMITS)
    assert size is not None
    assert most is not None
    assert fitted is not None
    assert size - MOST_GIVEN_UP - EXACT <= fitted.setting.size <= most
    assert LIMITS.least_leading <= fitted.setting.leading <= LIMITS.most_leading
    check(shapes(), room, fitted.fills, fitted.setting)


def test_where_a_good_size_is_out_of_reach_text_is_set_tight_and_no_size_given_up() -> None:
    for height in range(200, 400, 20):
        room = [TextFrame(110, height), TextFrame(110, height - 20)]
        size = Search(Proportions(shapes()), room, LIMITS).largest_size()
        fitted = fit(shapes(), room, LIMITS, good_size=LIMITS.most_size)
        assert fitted is not None
        assert fitted.setting.size == size


def test_nothing_is_fitted_where_even_the_smallest_size_does_not_fit() -> None:
    room = [TextFrame(110, 60)]
    assert Search(Proportions(shapes()), room, LIMITS).largest_size() is None
    assert fit(shapes(), room, LIMITS) is None


def test_what_fits_is_fitted_even_where_the_evenest_lines_would_not() -> None:
    # Filled lines leave four words for the second frame; the evenest ragged edge leaves one too many.
    text = Galley(galley(1).block, copy_of("aaaaaa aaaaa a aaa aaaaaa aaaa"), TEXT, 700, 200)
    room = [TextFrame(50, depth(2)), TextFrame(40, depth(2))]
    only = Limits(least_size=10, most_size=10, least_leading=1.2)
    assert Search(Proportions([text]), room, only).largest_size() == 10
    assert fit([text], room, only) is not None


def test_text_that_fits_only_where_it_is_set_openly_is_fitted() -> None:
    # Tight, the third line still stands in the first frame, and too few follow in the second.
    items, plain = [galley(1, STYLES[2])] * 2, [galley(1)] * 3
    short = [replace(one, copy=copy_of("a")) for one in (*items, *plain)]
    room = [TextFrame(60, 30), TextFrame(60, 29)]
    limits = Limits(least_size=8, most_size=10, step=0.5)
    assert [Search(Proportions(short), room, limits).largest_size(air) for air in (0.0, OPEN)] == [None, 8.5]
    assert fit(short, room, limits) is not None


def test_white_that_gaps_of_other_frames_cannot_take_is_a_hole() -> None:
    frame = TextFrame(WIDTH, 100)
    loose, stiff = (Break((1, 0), 0.0, 70.0, stretch, 1, 1) for stretch in (100.0, 0.0))
    full = Break((1, 0), 0.0, 95.0, 0.0, 1, 1)
    assert white_cost(loose, frame) > HOLE * 0.2**2 > white_cost(full, frame)
    assert white_cost(loose, frame) < white_cost(stiff, frame)


def test_white_in_which_something_else_stands_is_none() -> None:
    full = Break((1, 0), 0.0, 100.0, 0.0, 1, 10)
    assert white_cost(full, TextFrame(WIDTH, 100.0)) == 0
    assert white_cost(full, TextFrame(WIDTH, 130.0, kept=30.0)) == 0
    assert white_cost(full, TextFrame(WIDTH, 129.0, kept=30.0)) > 0, "what stands there has no room"


def test_a_sentence_that_points_back_is_not_parted_from_the_one_before_it() -> None:
    told, pointing = ("aaa bbb ccc. Ddd eee fff ggg.", "aaa bbb ccc. Ddd eee it ggg.")
    assert [copy_of(text).sentence_end(0, 6) for text in (told, pointing)] == [3, 0]
    assert copy_of("aaa bbb. Ccc ddd. It eee fff.").sentence_end(0, 6) == 2, "the third points to the second"


def test_a_sentence_that_ends_before_the_turn_tears_less_than_one_that_goes_on() -> None:
    before = replace(frames(12)[0], last=True)
    found = composer(galley(8), SENTENCES).breaks((0, 0), before)
    torn = composer(galley(8), galley(6)).breaks((0, 0), before)
    costs = [next(option.cost for option in every if option.next == (1, 3)) for every in (found, torn)]
    assert costs == [BETWEEN_SENTENCES + SPLIT * OVER_THE_TURN, INSIDE_PARAGRAPH + TORN * OVER_THE_TURN]


def test_room_to_spare_opens_the_leading() -> None:
    blocks = [galley(2), galley(2)]
    tight = fit(blocks, [TextFrame(28, 14 * (0.9 + 3 * 1.2))], LIMITS, good_size=14)
    open_ = fit(blocks, [TextFrame(28, 200)], LIMITS)
    assert tight is not None
    assert open_ is not None
    assert tight.setting == LIMITS.setting(14.0, 0.0)
    assert open_.setting.leading == pytest.approx(LIMITS.most_leading)
    assert open_.setting.gaps > tight.setting.gaps


def test_sizes_are_steps_without_rounding_errors() -> None:
    assert [LIMITS.size(step) for step in (0, 1, 3, LIMITS.steps)] == [8, 8.1, 8.3, 14]
    assert LIMITS.step_of(8.3) == 3


# What lacks.


@pytest.mark.parametrize("lines", [11, 20, 40])
def test_the_shortage_is_right_to_a_line(lines: int) -> None:
    lack = composer(galley(lines)).shortage(frames(10))
    assert lack > 0
    assert lack == pytest.approx(12.0 * (lines - 10), abs=12)


def test_the_shortage_is_at_least_a_line_even_where_only_the_keep_rules_stand_in_the_way() -> None:
    blocks = [galley(3), galley(3)]
    assert composed(blocks, frames(5, 2)) is None
    assert composer(*blocks).shortage(frames(5, 2)) == 12


@pytest.mark.parametrize("height", [100, 150, 200])
def test_frames_that_are_deeper_by_the_shortage_and_a_line_hold_the_text(height: float) -> None:
    setting = LIMITS.setting(LIMITS.least_size, 0.0)
    tight = Composer(Proportions(shapes()), setting, first_fit)
    room = [TextFrame(110, height)]
    lack = tight.shortage(room)
    assert not tight.fits(room)
    assert tight.fits([TextFrame(110, height + lack + 9.6)])
    assert not tight.fits([TextFrame(110, height + lack - 9.6)])


# Whatever the copy and the frames.

STYLES = [
    TEXT,
    replace(TEXT, before=0.4, scale=0.8),
    replace(TEXT, before=0.2, after=0.6, indent=1.35),
    HEADING,
    replace(HEADING, before=1.15, after=0.3, scale=1.06, mark="bar"),
]


WORDS = st.one_of(
    st.integers(1, 9).map(lambda length: "a" * length), st.sampled_from(["aa.", "Aaa", "aaa-aaaa"])
)
"""Sentences end in some of them."""


@st.composite
def random_galleys(draw: st.DrawFn) -> list[Galley]:
    galleys = []
    for style in draw(st.lists(st.sampled_from(STYLES), min_size=1, max_size=7)):
        # The last block must be text: a heading with nothing under it is no copy.
        longest = 4 if style.keep_with_next else 30
        words = " ".join(draw(st.lists(WORDS, min_size=1, max_size=longest)))
        galleys.append(Galley(galley(1).block, copy_of(words), style, 700, 200))
    return galleys


FRAMES = st.lists(
    st.builds(TextFrame, st.sampled_from([60.0, 80.0]), st.integers(10, 300)), min_size=1, max_size=4
)
SETTINGS = st.builds(
    Setting, st.sampled_from([8.0, 9.7, 10.0]), st.just(1.2), st.sampled_from([0.6, 1.0, 2.2])
)


def check(
    galleys: Sequence[Galley], room: Sequence[TextFrame], fills: Sequence[Filled], setting: Setting
) -> None:
    """Every word once, in order; nothing below a frame; no heading last; no line alone."""
    at = (0, 0)
    for fill, frame in zip(fills, room, strict=True):
        lowest = 0.0
        for piece in fill.slices:
            style = galleys[piece.galley].style
            assert (piece.galley, piece.start) == at
            assert list(piece.ends) == sorted(set(piece.ends))
            assert piece.start < piece.ends[0]
            assert piece.baseline > lowest
            assert piece.leading == pytest.approx(setting.size * setting.leading * style.scale)
            count = len(galleys[piece.galley].copy.words)
            at = (piece.galley + 1, 0) if piece.ends[-1] == count else (piece.galley, piece.ends[-1])
            lowest = piece.last_baseline
            if at[1] or piece.start:
                assert not style.keep_with_next
                assert len(piece.ends) >= 2
        assert fill.used <= frame.height + EXACT
        if fill.slices:
            last = galleys[fill.slices[-1].galley]
            below = last.descent * setting.size * last.style.scale / 1000
            assert fill.used == pytest.approx(lowest + below)
            assert at[0] == len(galleys) or not last.heading
        (stretched,) = spread([fill], [frame.height])
        assert fill.used <= stretched.used <= frame.height + EXACT
    assert at == (len(galleys), 0)


@settings(deadline=None)
@given(galleys=random_galleys(), room=FRAMES, setting=SETTINGS)
def test_every_word_comes_back_once_in_order_and_nothing_goes_below_its_frame(
    galleys: list[Galley], room: list[TextFrame], setting: Setting
) -> None:
    for breaker in (first_fit, best_fit):
        result = Composer(Proportions(galleys), setting, breaker).compose(room)
        if result is not None:
            check(galleys, room, result[1], setting)


@settings(deadline=None)
@given(galleys=random_galleys(), room=FRAMES, setting=SETTINGS)
def test_what_fits_can_be_composed(galleys: list[Galley], room: list[TextFrame], setting: Setting) -> None:
    tight = Composer(Proportions(galleys), setting, first_fit)
    assume(tight.fits(room))
    assert tight.compose(room) is not None


@settings(deadline=None)
@given(galleys=random_galleys(), room=FRAMES, setting=SETTINGS)
def test_a_break_tells_how_deep_its_frame_is_filled(
    galleys: list[Galley], room: list[TextFrame], setting: Setting
) -> None:
    tight = Composer(Proportions(galleys), setting, first_fit)
    options: list[Break] = list(tight.breaks((0, 0), room[0]))
    for option in options:
        assert 0 <= option.used <= room[0].height + EXACT
        fill = tight.fill((0, 0), option, room[0])
        assert fill.used == option.used
        assert sum(piece.stretch for piece in fill.slices) == pytest.approx(option.stretch)
        assert len(fill.slices) == option.galleys


@settings(deadline=None)
@given(galleys=random_galleys(), room=FRAMES, good_size=st.sampled_from([0.0, 8.5, 10.0]))
def test_what_is_fitted_stays_within_its_limits(
    galleys: list[Galley], room: list[TextFrame], good_size: float
) -> None:
    limits = Limits(least_size=8, most_size=10, step=0.5)
    fitted = fit(galleys, room, limits, good_size)
    if not good_size:
        sizes = [Search(Proportions(galleys), room, limits).largest_size(air) for air in (OPEN, 0.0)]
        assert (fitted is None) == (sizes == [None, None])
    if fitted is None:
        return
    assert limits.least_size <= fitted.setting.size <= limits.most_size
    assert -EXACT <= limits.air(fitted.setting) <= 1 + EXACT
    check(galleys, room, fitted.fills, fitted.setting)
