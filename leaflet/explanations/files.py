"""Codes of the content files themselves: whether they can be read, and read in one way only."""

from __future__ import annotations

from leaflet.explanations.model import Explanation

EXPLANATIONS = (
    Explanation(
        "unreadable-folder",
        "the content folder cannot be listed, or is another one",
        "Nothing can be said about content that cannot be reached.",
    ),
    Explanation(
        "missing-file",
        "a file is missing that every content folder has",
        "Without hotlines.yaml, organizations.yaml and regions.yaml nobody would be printed who helps.",
    ),
    Explanation(
        "unreadable-file",
        "a content file cannot be opened",
        "A file that is locked or that you may not read would be left out without a word.",
    ),
    Explanation(
        "not-a-file",
        "a directory, pipe or device stands where a file should be",
        "A pipe would keep the program waiting for ever, and a device never ends.",
    ),
    Explanation(
        "too-many-files",
        "the folder has more language files than anybody prints",
        "Every file is read, and held against every other one; a folder that fills by mistake would keep the "
        "program busy for minutes.",
    ),
    Explanation(
        "outside-link",
        "a content file is a link to a file outside its folder",
        "Whoever names a folder with --content means what is in it. A link can bring in words that nobody "
        "has reviewed with the rest, and that change without a trace in its history.",
    ),
    Explanation(
        "ignored-file",
        "a file is not read, because of its name: uz-Latn.yml, organizations.yaml.txt, ru (1).yaml",
        "Content files end in .yaml, and are called by what is in them. A translator who saved a .yml would "
        "miss the language without knowing why. What lies beside a file under nearly its name is most often "
        "what somebody has mended: of two versions nobody knows which is right, and none is released.",
        bad="uz-Latn.yml",
        good="uz-Latn.yaml",
    ),
    Explanation(
        "too-large",
        "a file is larger than 256 KB",
        "A whole language takes 40 KB. What is larger is a mistake or an attack, and is not read at all.",
    ),
    Explanation(
        "too-deep",
        "a file nests deeper than 12 levels",
        "Content needs five. Nesting without end has brought down readers of YAML; usually a bracket "
        "was meant as text.",
        bad="name: [[[[[[[[[[[[[",
        good='name: "[["',
    ),
    Explanation(
        "too-many-nodes",
        "a file has more than 20000 values",
        "A language has some hundreds. The limit keeps the time short that any file can cost.",
    ),
    Explanation(
        "empty-file",
        "a file has nothing in it",
        "Most often an editor has not saved it, or a copy has failed.",
    ),
    Explanation(
        "not-utf-8",
        "a file is not saved as UTF-8",
        "Read in another encoding, ә, ғ, қ and ң become other letters, and nobody would notice before print.",
    ),
    Explanation(
        "forbidden-character",
        "a character that cannot be seen, or that turns the order of others round",
        "Zero-width spaces break the search for a number, and bidirectional controls can show 112 where"
        " 211 is stored. Soft hyphens and no-break spaces are allowed, but not before a key.",
    ),
    Explanation(
        "syntax",
        "the file is not valid YAML",
        "The rest of the file cannot be trusted. The line that is named is where the reader gave up; "
        "the mistake may stand in the line above. A quotation that is not closed is named where it begins; "
        "what follows it is checked as if it ended with its line.",
        bad='title: "One "two" three"',
        good='title: "One \\"two\\" three"',
    ),
    Explanation(
        "second-document",
        "a line --- begins a second document",
        "What follows it would not be read.",
    ),
    Explanation(
        "alias",
        "an alias repeats a value from elsewhere in the file",
        "Content says each thing where it stands. Aliases of aliases can fill the memory. A text that "
        "begins with * needs quotes.",
        bad="title: *bold*",
        good='title: "**bold**"',
    ),
    Explanation(
        "anchor",
        "an anchor names a value for later",
        "As for aliases. A text that begins with & needs quotes.",
    ),
    Explanation(
        "tag",
        "a tag gives a value another type",
        "All values are text, and tags can make other programs run code. A text that begins with ! "
        "needs quotes.",
        bad="heading: !important",
        good='heading: "!important"',
    ),
    Explanation(
        "merge-key",
        "the merge key << copies other keys",
        "Merges of merges cost time without end; content has its keys written out.",
    ),
    Explanation(
        "bad-key",
        "a key is a list or a mapping",
        "A name was meant; it often needs quotes.",
        bad="{name}: text",
        good='"name": text',
    ),
    Explanation(
        "duplicate-key",
        "a key stands twice in one place",
        "YAML takes the last one without a word, and the first, perhaps the right number, is lost. Several "
        "that stand twice together were pasted twice, if they say the same; else they may be those of "
        "another entry, whose own line is lost or stands too far in.",
    ),
    Explanation(
        "cut-by-comment",
        "a value without quotes is cut by #",
        "YAML takes what follows for a comment and drops it without a word.",
        bad="scan: call #1 now",
        good='scan: "call #1 now"',
    ),
    Explanation(
        "stray-quotation",
        "a quotation mark at an end of a value that is not in quotes, or a second pair within them",
        "One of two was lost, or a word processor has turned both into typographic ones, which YAML takes "
        "for letters: they would be printed. A whole sentence of the memo may be a quotation.",
        bad="title: “Know your rights”",
        good='title: "Know your rights"',
    ),
    Explanation(
        "unquoted-value",
        "a value without quotes that other programs turn into something else",
        "We read every value as the text that stands there. A spreadsheet or a script of yours reads "
        "0771 as 505, 12:30 as 750 and no as false, and may save that.",
        bad="number: 0771",
        good='number: "0771"',
    ),
    Explanation(
        "missing-key",
        "a key is missing that must be there",
        "Something would not be printed. The key may only be misspelt: look for unknown-key near by.",
    ),
    Explanation(
        "unknown-key",
        "a key that has no meaning here",
        "What stands under it would not be printed. Usually it is misspelt or not far enough indented.",
    ),
    Explanation(
        "wrong-type",
        "a text stands where a list should, or the other way round",
        "The words would be lost.",
        bad='phones: "+77273764037"',
        good='phones: ["+77273764037"]',
    ),
    Explanation(
        "empty-value",
        "nothing stands where something must",
        "An empty text prints as a gap, and an organisation without a region or a phone helps nobody.",
    ),
    Explanation(
        "unknown-value",
        "a value that is none of the few allowed",
        "A status or group that nobody knows would be treated as none.",
    ),
    Explanation(
        "repeated-value",
        "a value that must be unique stands twice",
        "Two regions with one ISO code, or two organisations in one row of the memo: one of them is wrong.",
    ),
    Explanation(
        "git-missing",
        "revisions are to be compared, and the program git is not there",
        "A reviewer who is shown too little passes too much. Two folders can be compared without git.",
    ),
    Explanation(
        "unreadable-repository",
        "revisions are to be compared, and git cannot read the history of the folder",
        "The folder is in no repository, the repository is damaged, or git does not trust its owner.",
    ),
)
