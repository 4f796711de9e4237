import re
from collections.abc import Callable
from statistics import pstdev

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from typefaces import BOLD, PLAIN, copy_of, lines_of, raggedness, width_of, words_of

import leaflet
from leaflet.content import Content
from leaflet.document import Role, Run
from leaflet.fonts import FontFolder
from leaflet.linebreak import balanced_fit, best_fit, eased, first_fit, measure, quotations, stated_fit
from leaflet.styles import style_of
from leaflet.typeface import Weight
from leaflet.units import MM

Fit = Callable[..., list[int]]
TRIFOLD_MEASURE = 86 * MM
"""An inside panel less its margins."""

TEXTS = st.text("aЖқAV,.-«»\u00a0\u202f\u00ad\n\t ", max_size=60) | st.text(max_size=30)
MEASURES = st.integers(1, 12_000)


# Measuring.


def test_a_letter_is_half_an_em_and_a_space_a_quarter() -> None:
    copy = copy_of("aa bbb")
    assert words_of(copy) == ["aa", "bbb"]
    assert [(word.width, word.space) for word in copy.words] == [(1000, 250), (1500, 0)]
    assert width_of(copy, 0, 1) == 1000
    assert width_of(copy, 1, 2) == 1500
    assert width_of(copy, 0, 2) == 2750


def test_the_widest_word_is_known() -> None:
    assert copy_of("aa bbbb c").widest == 2000


@pytest.mark.parametrize("text", ["", " ", " \n\t "])
def test_no_text_is_no_words_and_no_lines(text: str) -> None:
    copy = copy_of(text)
    assert copy.words == ()
    assert copy.widest == 0
    assert first_fit(copy, 1000) == best_fit(copy, 1000) == []


def test_white_space_of_any_length_is_one_space_and_none_stands_at_the_ends() -> None:
    copy = copy_of("  aa \n\t bb ")
    assert words_of(copy) == ["aa", "bb"]
    assert width_of(copy, 0, 2) == 1000 + 250 + 1000


def test_bold_words_are_measured_in_the_bold_face() -> None:
    copy = copy_of("aa ", Run("bb", bold=True))
    assert [word.width for word in copy.words] == [1000, 1200]
    assert [word.pieces[0].face for word in copy.words] == [PLAIN, BOLD]


def test_a_word_may_change_its_weight_and_stays_one_word() -> None:
    copy = copy_of("(", Run("bb", bold=True), "), cc")
    assert words_of(copy) == ["(bb),", "cc"]
    assert copy.words[0].width == 500 + 1200 + 1000
    assert [piece.text for piece in copy.words[0].pieces] == ["(", "bb", "),"]


@pytest.mark.parametrize("runs", [("aa ", "bb"), ("aa", " bb"), ("aa ", " bb")])
def test_words_part_at_a_space_on_either_side_of_a_change_of_weight(runs: tuple[str, str]) -> None:
    copy = copy_of(runs[0], Run(runs[1], bold=True))
    assert words_of(copy) == ["aa", "bb"]
    assert copy.words[0].space == 250


def test_kerning_is_kept_in_the_piece() -> None:
    (word,) = copy_of("bAVb").words
    assert word.width == 4 * 500 - 100
    assert word.pieces[0].kerns == (0, -100, 0, 0)


def test_there_is_no_kerning_across_a_change_of_weight() -> None:
    (word,) = copy_of("A", Run("V", bold=True)).words
    assert word.width == 500 + 600
    assert [piece.kerns for piece in word.pieces] == [(), ()]


# Where words part.


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007"])
def test_no_break_spaces_hold_words_together(space: str) -> None:
    assert words_of(copy_of(f"aa{space}bb cc")) == [f"aa{space}bb", "cc"]


def test_a_compound_parts_after_its_hyphen_and_needs_no_other() -> None:
    copy = copy_of("зорлық-зомбылық")
    assert words_of(copy) == ["зорлық-", "зомбылық"]
    assert copy.words[0].space == copy.words[0].hyphen == 0
    assert width_of(copy, 0, 2) == 15 * 500


@pytest.mark.parametrize("word", ["жан-жақты", "аты-жөндерін", "сондай-ақ", "aaaa-bbb", "aaa-bbbb"])
def test_a_compound_with_a_short_part_stays_whole(word: str) -> None:
    assert words_of(copy_of(word)) == [word]


@pytest.mark.parametrize(
    "word", ["ЗОРЛЫҚ-ЗОМБЫЛЫҚ", "KK-ALMATY-1A2B3C", "RU-NATIONAL-ABCDEF", "8800-1234", "2024-2025", "+7-7172"]
)
def test_capitals_and_codes_stay_whole(word: str) -> None:
    assert words_of(copy_of(word)) == [word]


@pytest.mark.parametrize("hyphen", ["\u2011", "–", "—"])
def test_other_dashes_inside_a_word_do_not_part_it(hyphen: str) -> None:
    assert len(copy_of(f"aaaa{hyphen}bbbb").words) == 1


def test_a_soft_hyphen_is_printed_only_where_a_line_ends() -> None:
    copy = copy_of("aaa\u00adbbb cc")
    assert [(word.width, word.space, word.hyphen) for word in copy.words] == [
        (1500, 0, 500),
        (1500, 250, 0),
        (1000, 0, 0),
    ]
    assert lines_of(copy, first_fit(copy, 3000)) == ["aaabbb", "cc"]
    assert lines_of(copy, first_fit(copy, 2999)) == ["aaa-", "bbb cc"]


def test_a_soft_hyphen_before_a_space_is_nothing() -> None:
    copy = copy_of("aaa\u00ad bbb")
    assert [(word.space, word.hyphen) for word in copy.words] == [(250, 0), (0, 0)]


def test_words_part_where_the_hyphenator_says() -> None:
    copy = copy_of("«aabb», 12", hyphenate=lambda word: (2,) if len(word) == 4 else ())
    assert words_of(copy) == ["«aa", "bb»,", "12"]


def test_soft_hyphens_overrule_the_hyphenator() -> None:
    copy = copy_of("a\u00adabb", hyphenate=lambda _: (2,))
    assert words_of(copy) == ["a", "abb"]


# First fit.


@pytest.mark.parametrize(
    ("measure", "lines"),
    [
        (9000, ["aa bb cc"]),  # enough space
        (3500, ["aa bb cc"]),  # barely enough
        (3499, ["aa bb", "cc"]),  # just too little
        (2250, ["aa bb", "cc"]),
        (2249, ["aa", "bb", "cc"]),
        (1000, ["aa", "bb", "cc"]),
    ],
)
def test_first_fit_fills_each_line(measure: float, lines: list[str]) -> None:
    copy = copy_of("aa bb cc")
    assert lines_of(copy, first_fit(copy, measure)) == lines


@pytest.mark.parametrize("fit", [first_fit, best_fit, balanced_fit, stated_fit])
@pytest.mark.parametrize("measure", [1, 999])
def test_a_word_wider_than_the_measure_stands_alone(fit: Fit, measure: float) -> None:
    copy = copy_of("aa bbbb cc")
    assert lines_of(copy, fit(copy, measure)) == ["aa", "bbbb", "cc"]


def test_short_words_still_share_a_line_beside_a_word_that_is_too_wide() -> None:
    copy = copy_of("a a bbbbbb a a")
    assert lines_of(copy, first_fit(copy, 1250)) == ["a a", "bbbbbb", "a a"]


@pytest.mark.parametrize(
    ("measure", "lines"),
    [(3250, ["aa bbb-", "ccc"]), (3249, ["aa", "bbbccc"]), (2999, ["aa", "bbb-", "ccc"])],
)
def test_the_hyphen_at_the_end_of_a_line_must_fit_too(measure: float, lines: list[str]) -> None:
    copy = copy_of("aa bbb\u00adccc")
    assert lines_of(copy, first_fit(copy, measure)) == lines


@pytest.mark.parametrize("fit", [first_fit, best_fit, balanced_fit, stated_fit])
def test_breaking_may_start_in_the_middle(fit: Fit) -> None:
    copy = copy_of("aa bb cc dd")
    assert lines_of(copy, fit(copy, 2250, 2), 2) == ["cc dd"]
    assert lines_of(copy, fit(copy, 1000, 2), 2) == ["cc", "dd"]


# Best fit.


def test_best_fit_breaks_early_where_the_next_line_would_be_nearly_empty() -> None:
    copy = copy_of("aaa bb cc ddddd")
    assert lines_of(copy, first_fit(copy, 3000)) == ["aaa bb", "cc", "ddddd"]
    assert lines_of(copy, best_fit(copy, 3000)) == ["aaa", "bb cc", "ddddd"]


def test_best_fit_does_not_pad_the_last_line() -> None:
    copy = copy_of("aaa bbb ccc dd e")
    assert lines_of(copy, best_fit(copy, 5000)) == ["aaa bbb ccc", "dd e"]


def test_the_lines_of_a_heading_are_equally_long() -> None:
    copy = copy_of("aaa bbb ccc ddd")
    assert lines_of(copy, balanced_fit(copy, 5000)) == ["aaa bbb", "ccc ddd"]
    assert lines_of(copy, balanced_fit(copy, 6750)) == ["aaa bbb ccc ddd"]


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        # A third of the line white: a hyphen is better.
        ("a" * 13, ["a" * 13 + " b-", "bbbbbbb cccc"]),
        # A quarter: it is not.
        ("a" * 15, ["a" * 15, "bbbbbbbb cccc"]),
    ],
)
def test_best_fit_hyphenates_only_where_it_pays(word: str, lines: list[str]) -> None:
    copy = copy_of(f"{word} b\u00adbbbbbbb cccc")
    assert lines_of(copy, best_fit(copy, 10_000)) == lines
    assert lines_of(copy, first_fit(copy, 10_000)) == [f"{word} b-", "bbbbbbb cccc"]


def test_the_shortfall_of_every_line_but_the_last_is_raggedness() -> None:
    copy = copy_of("aa bb cc")
    assert raggedness(copy, [1, 2, 3], 2000) == [0.5, 0.5]
    assert raggedness(copy, [2, 3], 2500) == [0.1]
    assert raggedness(copy, [3], 2500) == []
    assert raggedness(copy, [2, 3], 2000, 1) == [0.5]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_memo_is_about_as_even_as_first_fit_would_set_it_at_any_size_and_ends_in_few_lone_words(
    content: Content, typeface: FontFolder, language: str
) -> None:
    """Over all sizes of the trifold: at a single one, one line more or less decides."""
    plain, bold = typeface[Weight.REGULAR], typeface[Weight.BOLD]
    running = (Role.PARAGRAPH, Role.CHECK_ITEM, Role.LIST_ITEM)
    blocks = [block for block in leaflet.localize(content, language).body if block.role in running]
    copies = [(measure(block.phrase.runs, plain, bold), style_of(block).indent) for block in blocks]
    greedy: list[float] = []
    best: list[float] = []
    lone = {best_fit: 0, first_fit: 0}
    for size in range(90, 111):
        for copy, indent in copies:
            width = TRIFOLD_MEASURE / size * 10_000 - indent * 1000
            ends = {fit: fit(copy, width) for fit in lone}
            assert len(ends[best_fit]) == len(ends[first_fit])
            greedy += raggedness(copy, ends[first_fit], width)
            best += raggedness(copy, ends[best_fit], width)
            for fit, own in ends.items():
                lone[fit] += len(own) > 1 and own[-1] - own[-2] == 1
    # Lone words are worth a little of the even edge; leaflets are set in sizes where none is lost.
    assert pstdev(best) < 1.05 * pstdev(greedy)
    assert lone[best_fit] < lone[first_fit] / 4


# Whatever the text and the measure.


def test_a_line_ends_in_a_short_word_only_where_other_breaks_are_less_even() -> None:
    as_even = copy_of("aaaaaa bbb cccccc dddddd")
    assert lines_of(as_even, best_fit(as_even, 5000)) == ["aaaaaa", "bbb cccccc", "dddddd"]
    less_even = copy_of("aaaaaa bbb cccccccc dddddd")
    assert lines_of(less_even, best_fit(less_even, 5000)) == ["aaaaaa bbb", "cccccccc", "dddddd"]


def test_a_line_of_a_heading_had_better_end_with_a_pause_and_not_in_a_short_word() -> None:
    pause, word, short, _ = copy_of("aaaaa, bbbbb cccc ddddd").costs(displayed=True)
    assert pause < word < short


def test_a_line_of_a_name_had_better_end_before_a_short_word_or_a_quotation_than_inside_one() -> None:
    before_short, _, _ = copy_of("aaaaa of bbbbb").costs(displayed=True)
    before, begun, inside, behind, _ = copy_of("aaaaa «bbbbb ccccc ddddd» eeeee").costs(displayed=True)
    assert behind < before_short == before < inside < begun


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("aa «bb cc» dd", [False, True, False, False]),
        ('«"aa bb" cc» dd', [True, True, False, False]),
        ("“aa bb,” cc", [True, False, False]),
        ("aa «bb „cc dd“» ee", [False, True, True, False, False]),
    ],
)
def test_it_is_known_where_a_quotation_goes_on(text: str, within: list[bool]) -> None:
    assert quotations(text.split()) == within


def test_a_last_line_of_a_few_short_words_is_left_where_others_are_about_as_even() -> None:
    copy = copy_of("aaaaa bbbbb ccccc ddddd e f")
    assert lines_of(copy, first_fit(copy, 11_000)) == ["aaaaa bbbbb ccccc ddddd", "e f"]
    assert lines_of(copy, best_fit(copy, 11_000)) == ["aaaaa bbbbb ccccc", "ddddd e f"]


def test_headings_shrink_a_little_where_that_saves_a_line() -> None:
    # 10 letters and a space: 5250.
    line = copy_of("aaaaa bbbbb")
    assert eased([(line, 5250)]) == 1
    assert eased([(line, 5220)]) == 0.99
    assert eased([(line, 4700)]) == 1, "nobody should see it"


def test_all_headings_shrink_alike() -> None:
    one, other = copy_of("aaaaa bbbbb"), copy_of("ccccc ddddd")
    assert eased([(one, 5220), (other, 5100)]) == 0.97
    assert eased([(one, 5220), (other, 9000)]) == 0.99


def test_the_last_line_of_a_statement_may_be_short_but_no_lone_word() -> None:
    short, lone = copy_of("aaaaa bbbbb ccccc dd ee"), copy_of("aaaaa bbbbb ccccc ddd")
    assert lines_of(short, stated_fit(short, 9000)) == ["aaaaa bbbbb ccccc", "dd ee"]
    assert lines_of(lone, stated_fit(lone, 9000)) == ["aaaaa bbbbb", "ccccc ddd"]


def test_a_last_word_that_fills_much_of_its_line_is_not_lone() -> None:
    for word, last in (("ddddddddd", ["ddddddddd"]), ("ddd", ["ccccccc ddd"])):
        copy = copy_of(f"aaaaa bbbbb ccccccc {word}")
        assert lines_of(copy, stated_fit(copy, 10_000))[-1:] == last


def test_a_last_word_that_parts_is_as_lone_as_a_whole_one() -> None:
    whole = copy_of("aaaaa bbbbb ccccc dddddd")
    parting = copy_of("aaaaa bbbbb ccccc ddd\u00adddd")
    assert whole.last_word == parting.last_word == 3
    assert lines_of(parting, stated_fit(parting, 9000)) == ["aaaaa bbbbb", "ccccc dddddd"]


def test_a_short_word_behind_an_opening_bracket_goes_with_what_follows() -> None:
    bracketed, bare = (copy_of(f"aaaaa {word} ccccc").costs(displayed=False)[1] for word in ("(bbb", "bbb"))
    assert bracketed > bare > 0


@settings(deadline=None)
@given(text=TEXTS, measure=MEASURES)
@example(text="aaaaa \u00a0", measure=1)
@pytest.mark.parametrize("fit", [first_fit, best_fit, balanced_fit, stated_fit])
def test_every_word_comes_back_once_in_order_and_lines_fit(fit: Fit, text: str, measure: int) -> None:
    copy = copy_of(text)
    assert "".join(words_of(copy)) == re.sub(r"[ \t\n\u00ad]", "", text)
    ends = fit(copy, measure)
    firsts = [0, *ends]
    assert firsts == sorted(set(firsts))
    assert firsts[-1] == len(copy.words)
    for first, end in zip(firsts[:-1], ends, strict=True):
        assert end == first + 1 or width_of(copy, first, end) <= measure


@settings(deadline=None)
@given(text=TEXTS, measure=MEASURES)
def test_best_fit_never_takes_more_lines_than_first_fit(text: str, measure: int) -> None:
    copy = copy_of(text)
    assert len(best_fit(copy, measure)) <= len(first_fit(copy, measure))
    assert len(balanced_fit(copy, measure)) <= len(first_fit(copy, measure))


@settings(deadline=None)
@given(text=TEXTS, measure=MEASURES, data=st.data())
def test_breaking_from_the_middle_breaks_only_the_rest(text: str, measure: int, data: st.DataObject) -> None:
    copy = copy_of(text)
    start = data.draw(st.integers(0, len(copy.words)))
    for fit in (first_fit, best_fit, balanced_fit, stated_fit):
        ends = fit(copy, measure, start)
        assert ends == sorted(set(ends))
        assert ends[-1:] == ([len(copy.words)] if start < len(copy.words) else [])
        assert all(end > start for end in ends)
