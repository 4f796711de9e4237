"""Codes of the words: one language by itself, and beside the source."""

from __future__ import annotations

from leaflet.explanations.model import Explanation

EXPLANATIONS = (
    Explanation(
        "bad-language-name",
        "the name of a language that is more than a name",
        "It stands large on the cover, above the numbers to call; a stand of ten languages sorts itself "
        "by it.",
        good="Oʻzbekcha",
    ),
    Explanation(
        "bad-region-name",
        "the name of a region that is more than a name",
        "It stands on the cover of the region's leaflet, above the numbers to call. A number in it would be "
        "dialled; it takes no placeholder and no emphasis.",
        bad='"Атырауская область 150"',
        good='"Атырауская область"',
    ),
    Explanation(
        "bad-language-tag",
        "a language without a tag of BCP 47",
        "The tag chooses hyphenation, tells screen readers which voice to take, and which words can be "
        "judged: under eng they would be held against nothing.",
        good="kk, uz-Latn, zh-Hans",
    ),
    Explanation(
        "wrong-language",
        "the tag in a file is not the file's name",
        "A copied file may still say that it is the language that it was copied from. A file is named by the "
        "tag of its language.",
        good='language: "uz-Latn"   # in uz-Latn.yaml',
    ),
    Explanation(
        "wrong-script",
        "the tag of a language claims another script than that of its alphabet",
        "By the tag it is known which words can be judged, and which voice reads them. Words in "
        "Cyrillic under ru-Latn would be held against nothing.",
        bad='language: "ru-Latn"   # alphabet: "абвг…"',
        good='language: "ru"',
    ),
    Explanation(
        "no-source",
        "no language is the source",
        "Without the memo's own language no translation can be compared with anything.",
    ),
    Explanation(
        "second-source",
        "two languages say that they are the source",
        "Only one can be the memo's own. The labels of the others are translations, too: nothing would ask "
        "for a native speaker to read them.",
    ),
    Explanation(
        "two-bodies",
        "a section with more than one of checklist, list and paragraphs",
        "Only one would be printed.",
    ),
    Explanation(
        "no-hyphenation-rules",
        "hyphens are allowed in a language that has no rules for them here",
        "The editor would wait for hyphens that never come. Kazakh has rules of its own, many languages have "
        "patterns; in any other, soft hyphens (U+00AD) say where a word may part.",
    ),
    Explanation(
        "unknown-section",
        "the reading order or the subsections name a section that is not there",
        "The order could not be kept.",
    ),
    Explanation(
        "missing-section",
        "a section of the source is missing",
        "A reader of this language would not learn what others do.",
    ),
    Explanation(
        "superfluous-section",
        "a section that the source does not have",
        "Nobody has approved its words.",
    ),
    Explanation(
        "section-order",
        "the sections stand in another order than in the source",
        "One who compares the two page by page would lose the way.",
    ),
    Explanation(
        "missing-text",
        "a list or paragraph is shorter than in the source",
        "A sign of danger or a right would be kept from the readers of one language.",
    ),
    Explanation(
        "superfluous-text",
        "a list or paragraph is longer than in the source",
        "Nobody has approved it.",
    ),
    Explanation(
        "missing-label",
        "a short word of the leaflet is missing",
        "Its place would be empty on the sheet.",
    ),
    Explanation(
        "superfluous-label",
        "a label that the source does not have",
        "It is misspelt, or out of use.",
    ),
    Explanation(
        "superfluous-key",
        "a key that belongs to the source alone, to translations alone, or to the other kind of organisation",
        "It would be ignored: translations follow the source in the order of reading. An organisation either "
        "stands in the memo and has row and printed, or has source, checked_on and rung.",
    ),
    Explanation(
        "unknown-placeholder",
        "a placeholder that nothing fills",
        "It would be printed with its braces instead of a number.",
        bad='"call {polise}"',
        good='"call {police}"',
    ),
    Explanation(
        "placeholder-mismatch",
        "the placeholders of a translation are not those of the source",
        "A hotline would be missing in one language, or stand for another one. A label of the source that "
        "holds the day of the checks or the number of the page has just its own: what is typed there instead "
        "is never renewed.",
    ),
    Explanation(
        "number-mismatch",
        "the numbers of a translation are not those of the source",
        "A digit changed in translation, by a slip or on purpose, is the worst that can happen to a "
        "leaflet. Groups of digits are joined before they are compared: 116 16 is 11616.",
        bad='"call 11626"',
        good='"call {trafficking}"',
    ),
    Explanation(
        "address-in-text",
        "an address of the web or of mail stands in a text, or the name of a messenger",
        "Whoever answers there was checked by nobody, and may be the one whom the reader flees. Contacts are "
        "facts, each with its source; the name of an organisation alone may be that of a site.",
        bad='"write to help@example.kz"',
        good='"call {trafficking}"',
    ),
    Explanation(
        "number-order",
        "the numbers of a translation follow each other in another order than in the source",
        "Both numbers are right, and each may stand for the other: who is in danger rings the advice line. "
        "Languages may order a sentence in their own way, so it stops a release, and no build; a sentence "
        "that keeps the order of the numbers settles it.",
        bad='"call {police} for advice and {trafficking} in danger"',
        good='"call {trafficking} for advice and {police} in danger"',
    ),
    Explanation(
        "other-numeral",
        "a number in Roman letters, as a fraction or a superscript",
        "Numbers are compared with the source in the digits 0 to 9; these only as they stand, so that XX and "
        "20 differ but in a name. Digits of other scripts are refused: the typeface cannot show them.",
        bad='"in the XIX century"   # the source: "XX ғасырда"',
        good='"in the XX century"',
    ),
    Explanation(
        "number-in-text",
        "a number to dial stands in the source's words, in a name or a label, or anywhere in letters",
        "A fact stands once, in the files of facts, and words point at it. Typed into a sentence it is "
        "missed when the number changes. In letters that look like digits, or in words, no comparison of "
        "numbers would see it: one hundred and two. Three words for digits and more count where the text "
        "speaks of a call, and five anywhere: triple one six; two, three, four copies are none. Figures in "
        "groups that are no year, day, range or sum are a number to dial, and so is what begins with 0. A "
        "letter or digit right beside a hotline makes another number of it: {police}О is read as 1020, and "
        "after zero is dialled so. In a name three digits are a number to dial, with dashes or brackets "
        "too, unless they are a year; a label has none at all.",
        bad='"call 102"',
        good='"call {police}"',
    ),
    Explanation(
        "unsupported-claim",
        "a text says of help what the memo does not say there",
        "That a call is free, that somebody answers at night, in one's own language, or tells nobody: nobody "
        "has verified it. Who waits until night to call, or has no money on the phone, relies on it. The "
        "memo's own words may say so, and then a translation may, too: where it is not seen, somebody who "
        "reads both records it under alike.",
        bad='"Hotline (free, 24/7)"',
        good='"Hotline"',
    ),
    Explanation(
        "lost-denial",
        "a text denies, and its source does not, or the other way round",
        "A word decides whether the reader is warned or misled. Known are the words of Kazakh, Russian and "
        "English by which a sentence denies; that without, illegal, hide or only may say the same is minded. "
        "The denials of each sentence are counted, and not what they deny: a not that has moved within its "
        "sentence, and one that such a word stands for, only a reader of both sees. Avoid, refrain and "
        "forbidden are told where the source denies nothing at all; so are a limit to nobody or never "
        "(before, without), an only on one side alone, and a will that nothing is against. Where a text says "
        "the same in words that are not known, somebody who reads both records it under alike: a "
        "fingerprint of source and text, that the finding names, and that holds for these words alone. That "
        "nobody has read a draft or rung the contacts no record says: there a word must deny that is known.",
        bad='"Try to cross borders with false documents."',
        good='"Never try to cross borders with false documents."',
    ),
    Explanation(
        "other-place",
        "a text names a country or a town that its source does not name, or the other way round",
        "The laws, embassies and helpers of another country are of no use to the reader. Judged are Russian "
        "and English beside Kazakh: the countries around, and the regions and towns of regions.yaml. That a "
        "text says country for Kazakhstan, or the other way round, is as good.",
        bad='"When you enter Uzbekistan"   # the source: "Қазақстанға кірген кезде"',
        good='"When you enter Kazakhstan"',
    ),
    Explanation(
        "other-topic",
        "a heading or a label speaks of something else than its source",
        "Two headings that have changed places turn rights into duties. Known are the words of Kazakh, "
        "Russian and English for what the memo's headings are about; of other words nothing is said. Some "
        "must stay: the fight against trafficking in the heading of those who help, danger over the "
        "emergency numbers, the whole country beside its numbers. A fax is no telephone.",
        bad='heading: "Duties"   # the source: "ҚҰҚЫҚТАРЫ"',
        good='heading: "Rights"',
    ),
    Explanation(
        "stand-in",
        "a text that only holds a place",
        "It was to be written later, and would be printed: TODO, n/a, see above.",
    ),
    Explanation(
        "short-translation",
        "a translation with less than three tenths of the letters of its source",
        "Most of a sentence was lost. In the pairs of Russian and English that were read, the shortest "
        "translation has 0.38 of the letters. A phrase of under 50 letters may be terse, in two words; texts "
        "under 20 letters are not counted.",
        bad='"If possible,"',
        good='"If possible, take the money for a return ticket with you and hide it well."',
    ),
    Explanation(
        "long-translation",
        "a translation with far more letters than its source",
        "Somebody added what nobody has approved. In the pairs of Russian and English that were read, the "
        "longest of some length has 1.35 of the letters; what has more than 1.6 of them, and 30 more, is "
        "told, unless somebody who reads both has recorded it under alike.",
    ),
    Explanation(
        "sentence-count",
        "a text has more or fewer sentences than its source",
        "A sentence that was added between others looks approved, and one that was lost is missed by nobody. "
        "Two that say what one says in the source are recorded under alike. A label may part what it says as "
        "it likes, unless it has lost half of its words.",
        bad='"You need a mobile phone. Give it to whoever meets you."',
        good='"You need to have a mobile phone with you."',
    ),
    Explanation(
        "bracket-mismatch",
        "a text has words in brackets, and its source has none, or the other way round",
        "A whole bracket was cut out with what it says, or nobody has approved it. A bracket of one word is "
        "none: it may be the same word once more, in another language. Where the sentence itself says what "
        "stands in the bracket, somebody who reads both records it under alike.",
        bad='"state organisations."   # the source: "… (дүкендер, супермаркеттер)"',
        good='"state organisations (shops, supermarkets)."',
    ),
    Explanation(
        "cut-off",
        "a text has no end, and its source has",
        "The end was lost where it was copied: the source ends in a full stop or a semicolon, the text in a "
        "letter, or in a word that leads on to something, as if. A list most of whose items have no such "
        "sign needs none.",
        bad='"using false documents or working illegally, if;"',
        good='"using false documents or working illegally, if victims did so because they were traded;"',
    ),
    Explanation(
        "added-word",
        "a text speaks of an exception, an employer, a go-between or a duty, and its source does not",
        "One such word turns a sentence, and every denial in it stays: trust nobody but your employer. Known "
        "are the words of Kazakh, Russian and English. Beside a hotline digits, codes, extensions, money, "
        "words for numbers, and what says that the number is a former one, are told, too; so are in a place "
        "such words, and closed. Whoever reads both and finds that they say the same records it under alike.",
        bad='"Do not trust anyone but your employer with your passport."',
        good='"Do not trust anyone with your passport."',
    ),
    Explanation(
        "emphasis-mismatch",
        "not as many bold places as in the source",
        "Who skims reads the bold words; in this language some advice would be overlooked.",
    ),
    Explanation(
        "unchanged-text",
        "a translation is word for word the source or another one, or a language is called as another one is",
        "It was probably forgotten; other signs and capitals make no translation. Names in quotes or in a "
        "third script, and single words, may be the same in both. Texts that are another translation's "
        "were left over when its file was copied. Where most are, the file is not yet translated; where "
        "nearly all are, nothing is said of their letters. A text of the source whose words only a "
        "translation has elsewhere is told in the source.",
    ),
    Explanation(
        "stale-translation",
        "the source has changed since a text was translated",
        "The translation may say what is no longer true. Read it beside the source and mend it; only then "
        "record the new fingerprint, or nobody will ever look. A label that no translation was made from as "
        "it stands is told of the source, too: no print says which is right.",
    ),
    Explanation(
        "untracked-translation",
        "texts without a record of the source that they were made from",
        "A change of the source would go unnoticed. When the texts have been read beside it, "
        '"leaflet fingerprints" tells the records.',
    ),
    Explanation(
        "superfluous-record",
        "made_from or alike names a text, or compared a fact, that is not there or needs none",
        "It guards nothing.",
    ),
    Explanation(
        "bad-fingerprint",
        "a record in made_from that is no fingerprint",
        "8 hexadecimal digits are one.",
    ),
    Explanation(
        "unknown-text",
        "a correction or doubt points at a text that is not there",
        "Nobody would find the words that it is about.",
    ),
    Explanation(
        "words-not-found",
        "the words of a correction or doubt do not stand in their text",
        "The text was mended and the note was not, or the other way round.",
    ),
    Explanation(
        "repeated-item",
        "the same text stands twice in the memo, or among the labels",
        "Of a list that is translated item by item, one was pasted over another: a sign or a right is "
        "lost. Two labels with the same words leave the reader without one of them, such as whom to ring "
        "in danger. Two that have changed places cannot be told: only a reader of the language sees that, "
        "and no label that nobody has read is released. Texts that differ in a figure or a hotline say two "
        "things.",
    ),
)
