"""Codes of the letters and signs that words are written in."""

from __future__ import annotations

from leaflet.explanations.model import Explanation

EXPLANATIONS = (
    Explanation(
        "unbalanced-bold",
        "a ** without its partner",
        "Either too little or the rest of the text would be bold.",
        bad='"**remember, you have rights"',
        good='"**remember**, you have rights"',
    ),
    Explanation(
        "unbalanced-brace",
        "a brace without its partner",
        "It was meant for {police} or the like.",
    ),
    Explanation(
        "left-over",
        "markup, an error of a spreadsheet, a remark about the text, or a stray sign",
        "A program or whoever translated left it behind, and it would be printed as it stands: "
        "&nbsp;, <b>, #REF!, Here is the translation, (check). So would a sign or a mark of a list that the "
        "source lacks, a word that is cut in two as it stood in a PDF, em-ployer or emplo yer, and whole "
        "elsewhere, two commas in a row, one or a bracket without its space, and two hyphens for a dash.",
        bad='"your *passport*"',
        good='"your **passport**"',
    ),
    Explanation(
        "mixed-scripts",
        "Latin letters in a Cyrillic word, or the other way round",
        "It looks right on paper, but the word is not found by a search, is hyphenated wrongly, and a "
        "screen reader stumbles over it. Hyphens part words: WhatsApp-нөмірі is right. A word in capitals is "
        "right where it stands in the same text of another language whose alphabet has its letters: IOM; in "
        "a name so is a word, of three letters or fewer if the source has it as well: «Eco Өмір». So is a "
        "name of two parts in quotation marks, of more than one letter each: «НеМолчиKZ». An alphabet "
        "of two scripts would let whole words of another language pass.",
        bad='"пacпорт"   # a and c are Latin',
        good='"паспорт"',
    ),
    Explanation(
        "foreign-letter",
        "a letter outside the language's alphabet",
        "Often a neighbour on the keyboard, or a letter of the source: ї for і, қ in a Russian word. "
        "A letter that several texts have is told once. Names that the source has may keep their letters. "
        "Whole words in another script were not translated, unless they are names in quotes; one Latin word "
        "may be an acronym, or stand in the source. In the source itself Latin words that no translation has "
        "were rather typed before the keyboard was switched: r-vtr for көмек; so was in a translation what "
        "its source has not, where its keys type a word: Ujhzxfz for Горячая.",
    ),
    Explanation(
        "digit-in-word",
        "a digit touches a Cyrillic letter",
        "On the Kazakh keyboard ә і ң ғ ү ұ қ stand on the keys 2 3 4 5 8 9 0: who forgot to switch it types "
        "digits. The translations are not blamed for a number that is none. Between a number and letters "
        "stands a hyphen or a space; in a place the number of a house may have a letter: 12а, and in a "
        "name one may stand between the same word twice: Жас4жас. 2Р is no word. In labels no word has a "
        "digit.",
        bad='"2р түрлі жерлерге"',
        good='"әр түрлі жерлерге"',
    ),
    Explanation(
        "doubled-word",
        "a word stands twice in a row",
        "A slip that spelling checkers overlook. In a name or a place it stops a release.",
    ),
    Explanation(
        "unpaired-quotation",
        "a quotation mark without its other half, that faces the wrong way, or is of another kind",
        "Where the name of an organisation ends nobody can tell then. Marks stand in pairs, one pair within "
        "another; the outer one is that of most texts of the language. A name stays as the memo "
        "prints it. What most texts have is right: some languages write »so«.",
        bad='name: "«Қайсар қоғамдық қоры"',
        good='name: "«Қайсар» қоғамдық қоры"',
    ),
    Explanation(
        "unpaired-bracket",
        "a bracket without its other half",
        "What stands within it and what does not nobody can tell then; a part may have been lost with its "
        "bracket. One that opens in a sentence may close in a later one of its paragraph. A name stays as "
        "the memo prints it.",
        bad='"stations, and airports))."',
        good='"(shops, stations, and airports)."',
    ),
    Explanation(
        "stray-space",
        "two spaces together, a space before a mark, within a bracket, or at an end",
        "It makes a hole in the line. Where a language wants a space before ; or ?, type a no-break space.",
        bad='"your rights ; your duties"',
        good='"your rights; your duties"',
    ),
    Explanation(
        "mixed-signs",
        "two signs for one behind the same letter",
        "An apostrophe is typed in many ways that look alike: o'z, o’z, o‘z, oʻz. Who searches the PDF for "
        "one does not find the other, and a voice reads them otherwise. The language decides which is right: "
        'it stands in "alphabet", and an editor replaces all others at once.',
        bad='"oʻz huquqlari, o\'z pasporti"',
        good='"oʻz huquqlari, oʻz pasporti"',
    ),
)
