"""Codes of what keeps an edition from being given out."""

from __future__ import annotations

from leaflet.explanations.model import Explanation

EXPLANATIONS = (
    Explanation(
        "draft",
        "words that no native speaker has reviewed",
        "A translator's slip can turn advice into its opposite. Drafts may be built and carry a mark; "
        "they may not be released.",
    ),
    Explanation(
        "changed-since-review",
        "words have changed since somebody read them",
        "A review holds for the words that were read, not for the file: one word more, a name in "
        "another's place or a list that has lost its end is as bad after a review as before. Until the "
        "change is read, a translation is printed as the draft that it is again. In the source it is an "
        "error, and no language is built: every other one is held against the source, and nothing but the "
        "print is left to hold the source against. Set the new fingerprint once the words are those of "
        "the print, or the change is among corrections.",
    ),
    Explanation(
        "unrecorded-review",
        "nothing tells which words were read",
        "Without the fingerprint of the words that somebody read, a later change would pass as reviewed. A "
        "source that has a day, a correction or another seal was compared with the print: where it lacks the "
        "fingerprint of its memo, or all that stands under compared, no language is built. A source that "
        "nobody has compared yet has none of these, and is built, but not released.",
    ),
    Explanation(
        "doubtful-review",
        "words are said to be reviewed, by nobody, by a program, or before the day of their source",
        "The status was changed and what stands beside it was left: nobody has read the words.",
        bad='status: "reviewed"\nby: "translated for this leaflet; no native speaker has reviewed it yet"',
        good='status: "reviewed"\nby: "A. Bekova, teacher"',
    ),
    Explanation(
        "open-doubt",
        "it is in doubt whether the printed words are right",
        "Only the memo's authors can say what was meant. A doubt about form alone is marked minor: "
        '"yes" in the content and does not hold up a release.',
    ),
    Explanation(
        "minor-doubt",
        "a doubt is said to be minor, about a number or against the doubt of the source",
        "Minor is what misleads no reader. A number that is in doubt, or the words beside it, may send "
        "somebody to the wrong place. Nor does a translator settle what the source is in doubt about.",
        bad='at: "memo.advice.checklist.10"\nminor: "yes"   # the text with {police}',
        good='at: "memo.advice.checklist.10"',
    ),
    Explanation(
        "unchecked-contact",
        "nobody has rung a contact",
        "A number from an old memo may be dead, or belong to somebody else. One call tells; its day "
        "goes into checked_on. Police and 112 are never rung to test them: a call may hold up "
        "that of somebody in danger. They are asked in writing or at an office number.",
    ),
    Explanation(
        "outside-memo",
        "an organisation is not from the memo",
        "Its numbers are held against nothing but themselves, and one that helps the whole country stands in "
        "every edition. Whoever gives a leaflet out is told of each, with its source and regions.",
    ),
    Explanation(
        "outdated-check",
        "a contact was last checked more than 180 days ago",
        "Organisations move and close. After 365 days a release is refused.",
    ),
    Explanation(
        "future-check",
        "a contact is checked, or words are read, on a day that is still to come",
        "The year is a slip, or nobody has done it. No leaflet is built that would print such a check.",
    ),
)
