"""Codes of layout, of the program's own files, and of the finished PDF."""

from __future__ import annotations

from leaflet.explanations.model import Explanation

EXPLANATIONS = (
    Explanation(
        "missing-glyph",
        "a character that the typeface cannot show",
        "It would print as an empty box, or as nothing.",
    ),
    Explanation(
        "unplaced-mark",
        "a mark over or under a letter that has no letter of its own with it",
        "Glyphs are set one after the other, and a mark would stand beside its letter, or over another one. "
        "Letters such as й, ӣ or é are whole, however they were typed.",
        bad='"А\u0301лма"   # a stress mark',
        good='"Алма"',
    ),
    Explanation(
        "overset-text",
        "a text is too long for its place",
        "Nothing is cut, and nothing set smaller than can be read: the text must be shortened, by as "
        "much as the finding says.",
    ),
    Explanation(
        "short-text",
        "a text is too short for a product",
        "A trifold has six panels, and an empty one amid the text looks as if something were lost. A4 takes "
        "as many pages as there is text for.",
    ),
    Explanation(
        "overset-contacts",
        "more contacts than the sheet can hold",
        "Codes below 12.5 mm do not scan. A regional edition has fewer contacts.",
    ),
    Explanation(
        "blocked-code",
        "something stands too near to a code, or it is too small",
        "A camera needs white around it to find it, and 12.5 mm to read it: modules of half a millimetre.",
    ),
    Explanation(
        "lost-text",
        "a text is not on the sheet",
        "Everything that the edition says is counted, before and after it is drawn.",
    ),
    Explanation(
        "untold-list",
        "a list of contacts goes on on another panel, and there is no room to say so",
        "Who reads a flap to its end may think that nobody else helps. More contacts are worth more than the "
        "words that lead to them, so the leaflet is built all the same.",
    ),
    Explanation(
        "lost-code",
        "a contact or the hotline has no code on the sheet",
        "As for lost-text.",
    ),
    Explanation(
        "misplaced-text",
        "a text or a code stands where it is taken for part of something else",
        "Who reads takes for one what stands together: a name over another number sends the call to the "
        "wrong people, though every word and every number on the sheet is right.",
    ),
    Explanation(
        "untrue-touch",
        "a touch opens something else than is printed, or nothing",
        "Who touches a number on a screen sees it dialled at once.",
    ),
    Explanation(
        "other-edition",
        "an edition is not the one that was asked for",
        "Who asked for one region must not print another's contacts. Language, region, product, inks, what "
        "the file is for, its name, every text of the memo in its order, every name, number and label are "
        "held once more against what was asked for and what the content says.",
    ),
    Explanation(
        "font-missing",
        "a font file cannot be read",
        "Without it no letter can be measured.",
    ),
    Explanation(
        "font-changed",
        "a font file is not the one that was checked",
        "A damaged or swapped font shows a 6 for a 9 while every search finds the 9.",
    ),
    Explanation(
        "font-damaged",
        "a font cannot be put into the file",
        "Another computer would show other letters, or none.",
    ),
    Explanation(
        "no-date",
        "the words have no date",
        "A print shop's file must say when it was made, and the same words must give the same file.",
    ),
    Explanation(
        "bad-epoch",
        "SOURCE_DATE_EPOCH is no number of seconds",
        "It would date the file; a guess would make another file of it each time.",
    ),
    Explanation(
        "profile-missing",
        "the colour profile cannot be read",
        "Without it a print shop or an archive cannot know what the colours are meant to look like.",
    ),
    Explanation(
        "profile-changed",
        "the colour profile is not the one that was checked",
        "As for font-changed: a damaged one would shift every colour.",
    ),
    Explanation(
        "not-writable",
        "the finished file cannot be written",
        "The earlier file is left as it was.",
    ),
    Explanation(
        "lost-file",
        "a file is not there, or other bytes than were made",
        "What is written is read once more: a disk that loses bytes gives no sign of it, and a file in "
        "another's place prints well.",
    ),
    Explanation(
        "not-a-pdf",
        "something that is no PDF stands in the leaflet's place",
        "It may be somebody's work: it is not written over.",
    ),
)
