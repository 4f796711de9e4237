"""Codes of the facts: numbers, addresses, regions and ids."""

from __future__ import annotations

from leaflet.explanations.model import Explanation

EXPLANATIONS = (
    Explanation(
        "not-ascii",
        "a letter or digit in a contact that no keyboard dials",
        "A Cyrillic о in an e-mail looks right and arrives nowhere; full-width and Arabic digits cannot"
        " be dialled from the code. The finding names each by its code point.",
        bad='emails: ["rodnik27@yаndex.ru"]   # a Cyrillic а',
        good='emails: ["rodnik27@yandex.ru"]',
    ),
    Explanation(
        "not-in-memo",
        "an entry is not as the memo prints it: a number, an address, a name, its place, row or heading",
        "One digit changed by mistake sends somebody who asks for help to a stranger. Where the number "
        "itself has changed, somebody has rung it: the day stands under checked_on, the number a second "
        "time under rung, so that a later slip shows, and the finding is a note. One digit, or two in "
        "exchange, also in the code of the area alone, or a fax under phones, tell a slip rather than a new "
        "number: a warning, which stops a release until the number stands under answered, too. So does a "
        "new number or address that differs no more from one of another organisation. One in the row of "
        "another organisation is an error all the same. Who helps the whole country (national) has the "
        "country named in the row. The memo ends each row with a semicolon and each of its two lists with a "
        "full stop, so that the rows tell the group that an entry belongs to; after a row that is missing "
        "they do not. A number that is not from the memo at all is written twice, too: nothing else is "
        "there to hold it against.",
    ),
    Explanation(
        "wrong-rung",
        "what stands under rung is no contact of the entry, or in another order; or what is dead is one",
        "Who rings a new number and writes it down under rung alone leaves the old one on the sheet, and it "
        "is said to be checked. The code dials the first telephone: the one that is answered sooner.",
        bad='phones: ["+77122000000"]\nrung: ["+77122000001"]',
        good='phones: ["+77122000001"]\nrung: ["+77122000001"]',
    ),
    Explanation(
        "placeholder-number",
        "a number as it stands in examples: six noughts at the end, one digit over and over",
        "Somebody copied an entry, and left the number in it. The memo's own are held against their rows.",
        bad='phones: ["+77122000000"]',
        good='phones: ["+77122305417"]',
    ),
    Explanation(
        "thin-source",
        "a source of what the memo does not print has no day, or one that cannot be, or says too little",
        "Nothing else tells where the number comes from; who doubts it must know whom to ask. "
        "What only holds a place names nobody, and the memo is the source of what stands in it alone. Of a "
        "hotline, which stands on every cover, it is an error: the source of the old number does not say the "
        "new one. Only a day and some words are asked for. Whether they name anybody who can be asked no "
        "program tells: a release shows every source to whoever gives the leaflet out.",
        bad='source: "a letter"',
        good='source: "letter of the organisation, 12 November 2026"',
    ),
    Explanation(
        "lost-contact",
        "the memo prints a number or an address that the entry lacks",
        "A second telephone or an e-mail may be the only one that is answered. Whoever has rung, and found "
        "it dead, writes it under dead: until then no release that would lack it passes. One in whose place "
        "another stands under rung has its answer.",
        bad='phones: ["+77272000001"]   # the row has a fax, too',
        good='phones: ["+77272000001"]\ndead: ["+77272000002"]',
    ),
    Explanation(
        "missing-row",
        "a row of the memo is of no organisation",
        "Somebody who helps has been lost, unless they help no longer. While the row stands under compared "
        "in the source's file, no release passes: who takes an organisation out takes its record out, too. "
        "Nor does one pass where an entry outside the memo stands in the file in place of the row: it may be "
        "the same organisation, with numbers that nothing holds against the print.",
    ),
    Explanation(
        "unlike-print",
        "what stands under printed is not what somebody compared with the print",
        "Numbers are held against the words of the print beside them; a digit that is changed in both alike "
        "has nothing else beside it that would tell. So the source's file remembers, under compared, a "
        "fingerprint of each row of the memo and of the words of each hotline, as a person held them against "
        "the print. It tells, too, who stands in the memo: nobody there may lose the row and be given other "
        "numbers, and who helps the whole country stays who did. It is an error, and no language is built, "
        "until somebody has looked at the print again.",
        bad='printed: "... +7 705 8200934;"   # the print: 8200933',
        good='organizations.daris: "b9b6e55b"   # under compared, once the row is as in the print',
    ),
    Explanation(
        "place-mismatch",
        "the place of an organisation is not in the regions that it serves, or in one that it does not serve",
        "The regions decide in which editions it is printed, the place is what people look for. Towns are "
        "known by the other names in regions.yaml, whatever the language. A town called like a region, as "
        "Abai, may stand beside the full name of the region in which it lies; streets, and what a place is "
        "near, count for nothing. An office in another town is told as such, beside the full name of every "
        "region served, in the source and in the translation: “Zhambyl Region (office in Almaty)”. In "
        "Kazakh, Russian and English a name in a place that is none of a region served must sound like one "
        "that the source has there.",
    ),
    Explanation(
        "former-name",
        "a region, or the place of an organisation, is called by a name that it has no longer",
        "Whoever came to the country lately knows today's name alone. Old names stand under formerly in "
        "regions.yaml: people may ask for an edition by them.",
        bad='astana: "Город Нур-Султан"',
        good='astana: "Город Астана"',
    ),
    Explanation(
        "strange-name",
        "a region has a name that it has nowhere else, or is a city in one language and a region in another",
        "It stands on the cover and in every list. In Kazakh, Russian and English names sound alike, so that "
        "one that sounds like no other name of the region is a slip, or lacks among its aliases.",
        bad='almaty: "Alma city"',
        good='almaty: "Almaty city"',
    ),
    Explanation(
        "other-area",
        "a landline has the code of another region than any that its organisation serves",
        "A number that was copied from another entry rings somebody a thousand kilometres away. Judged by "
        "the first three digits behind +7, which the numbering plan of Kazakhstan gives to its regions; "
        "numbers of mobile networks tell no region. An organisation may sit elsewhere, as whoever rang has "
        "found: then the number stands under answered, too. One that the memo does not print stops a "
        "release until it does.",
        bad='regions: ["atyrau"]\nphones: ["+77172000001"]   # 7172 is Astana',
        good='regions: ["atyrau"]\nphones: ["+77122000001"]',
    ),
    Explanation(
        "unchecked-places",
        "the places of organisations in a language are not held against their regions",
        "That takes a word that tells a region from its town, as область, облысы, Region or viloyati: the "
        " names of regions in this language have none that is known. Somebody compares each place.",
    ),
    Explanation(
        "unchecked-words",
        "the words of a language are not known, and much of what they say is not held against the source",
        "A denial that was lost, a label of another service, another town, or a name that says something "
        "else is found by lists of words, which there are for Kazakh, Russian and English. In other "
        "languages numbers and placeholders are compared all the same; the rest only a reader of both sees.",
    ),
    Explanation(
        "shared-number",
        "two organisations have a number or address that the memo prints in neither row, or that is dead",
        "One entry was copied from the other, and the number was left behind. The memo itself prints one "
        "number in two of its rows: those may share it, until somebody finds it dead in one of them.",
    ),
    Explanation(
        "entered-twice",
        "an entry outside the memo is called nearly as another one of the same region",
        "It may be the same organisation with another number, and of two numbers one is older. What is in "
        "quotation marks is compared, and names of which one has all words of the other; who helps the "
        "whole country helps in each region. Who is somebody else has the first number a "
        "second time under answered, once somebody has rung it and asked.",
    ),
    Explanation(
        "exchanged-name",
        "the name of an organisation or a region is that of another, or seems to be",
        "Two names exchanged in a translation send people to somebody else. Judged by the consonants of "
        "words that stand in one organisation's name alone: proper names sound alike in every language. In "
        "Kazakh, Russian and English the words for what an organisation is and whom it helps are compared, "
        "too, and a single word in quotation marks must sound alike: people ask for it by that. What it "
        "means may stand behind it in brackets: «Жанұя» («Семья»). A region is held against the ids and the "
        "other names in regions.yaml.",
    ),
    Explanation(
        "superfluous-hotline",
        "there are more hotlines than a leaflet has room for",
        "Whom to call stands on the cover, on the flap, in a box and at the foot of pages, large, and so "
        "that no two numbers read as one: with a fourth one they do, or one of them finds no room.",
    ),
    Explanation(
        "wrong-hotline",
        "a hotline has a number that its source does not print, or that of another service",
        "Who is in danger rings what stands on the cover. The words of the source stand beside the number, "
        "under printed, and under source who says so, so that a digit changed or two hotlines exchanged do "
        "not pass. Where the service itself has a new number, printed stays as it is, and somebody has rung "
        "the new one: the day stands under checked_on, the number a second time under rung, and the finding "
        "is a warning.",
        bad='number: "11617"   # printed: "11616 жедел желісінің нөмірі"',
        good='number: "11616"',
    ),
    Explanation(
        "wrong-service",
        "a label or a text calls a hotline what another service is called",
        "Who is in danger rings the number that stands beside the word police. In Kazakh, Russian and "
        "English the label of each hotline has a word that names its service and none of another one; 112 "
        "may be called by several of those that answer it. Whom a service is for, and which part of it, only "
        "a reader sees, but for what is excepted, or is no more. In running text the words next before a "
        "number, or next behind it, are those of its service. Nor is an organisation called as a service is.",
        bad='police: "Ambulance"   # the label of 102',
        good='police: "Police"',
    ),
    Explanation(
        "bad-phone",
        "a phone number that is not written as +7 and ten digits",
        "The code for a camera needs the number as it is dialled from any country. The leaflet groups "
        "it itself.",
        bad='phones: ["8 (727) 376-40-37"]',
        good='phones: ["+77273764037"]',
    ),
    Explanation(
        "invalid-phone",
        "a number that no network in Kazakhstan has",
        "A slip in the area code or the prefix of a network makes a number that rings nobody, or "
        "somebody in Russia, which shares +7. Judged by the numbering plan that comes with "
        "phonenumbers; a newer one may know a new prefix. A slip in the last digits nobody can see: "
        "ring the number. Numbers that are free of charge begin with 8 800 in both countries: the finding is "
        "a warning, and no release passes until somebody has rung it from Kazakhstan, with +7, and writes it "
        "under answered, too.",
        bad='phones: ["+74273764037"]',
        good='phones: ["+77273764037"]',
    ),
    Explanation(
        "bad-short-number",
        "a short number that is not 3 to 5 digits",
        "Short numbers are dialled as they stand.",
    ),
    Explanation(
        "unknown-short-number",
        "a short number that is neither a hotline nor in short_numbers.yaml",
        "No library knows the short numbers of Kazakhstan, so that the only guard against 1490 for 1409"
        " is a list that a person has kept.",
    ),
    Explanation(
        "bad-email",
        "an e-mail address that cannot exist",
        "Its syntax alone is judged, without the network: whether anybody reads it only a letter can tell. "
        "Under example.com and the like nobody has a mailbox.",
        bad='emails: ["tara_32@mailru"]',
        good='emails: ["tara_32@mail.ru"]',
    ),
    Explanation(
        "doubtful-email",
        "an e-mail address with a domain that is nearly a well-known one, or ends as none does that we know",
        "Who writes to gmial.com writes to a stranger: such domains are bought by people who wait for "
        "letters gone astray. One letter too many, too few or wrong, or two that have changed places; one "
        "ending behind another (gmail.com.kz), or one that the provider does not have (rambler.kz); www. "
        "at the beginning, which pages have. Domains end in the code of a country, or in one of the words "
        "that are usual. An address from which somebody has had an answer stands a second time under "
        "answered.",
        bad='emails: ["kaliyeva@gmial.com"]',
        good='emails: ["kaliyeva@gmail.com"]',
    ),
    Explanation(
        "bad-id",
        "an id in other letters than a-z, 0-9 and hyphens, or a hotline with the id of a label",
        "Ids become file names and keys. What a hotline is called stands among the labels under its id.",
    ),
    Explanation(
        "bad-iso",
        "a region without a code of ISO 3166-2:KZ",
        "People order editions by it.",
        good="KZ-75",
    ),
    Explanation(
        "wrong-iso",
        "a region with a code of ISO 3166-2:KZ that the standard gives to another one, or to none",
        "Who orders an edition by the code would get the leaflet of another region, and ring people who "
        "cannot come. The program has a list of its own of the 20 codes.",
    ),
    Explanation(
        "missing-unit",
        "a region of Kazakhstan that ISO 3166-2:KZ has is not entered",
        "Nobody could order its edition, and nothing else would tell that it is gone.",
    ),
    Explanation(
        "wrong-see-also",
        "see_also names a unit that was never part of the region",
        "Who asks by an old name is pointed to the units that it may mean, too, and to no others.",
    ),
    Explanation(
        "wrong-alias",
        "another name of a region is one of two regions, or the centre, or a name, of another one",
        "Who asks for an edition by the name of a town would get the leaflet of another region, and places "
        "of organisations are held against these names. They are held against today's names in every "
        "language; the program knows the cities of the country, too, but for those with a namesake in "
        "another region, and the best known old names. Any other name that is moved shows only where the "
        "place of an organisation has it.",
        bad='almaty:\n  aliases: ["Semey"]',
        good='abai:\n  aliases: ["Semey"]',
    ),
    Explanation(
        "bad-row",
        "a row of the memo that is no number",
        "It ties the contact to the row that it was taken from, so that anybody can compare.",
    ),
    Explanation(
        "bad-date",
        "a day that is not in the calendar, or not written YYYY-MM-DD",
        "The age of a contact is counted from it.",
        bad='checked_on: "30.02.2026"',
        good='checked_on: "2026-02-28"',
    ),
    Explanation(
        "unknown-region",
        "a region that regions.yaml does not have",
        "The organisation would stand in no regional leaflet, and nobody there would find it.",
    ),
    Explanation(
        "unknown-organization",
        "words for an organisation that organizations.yaml does not have, or has under nearly that id",
        "They would not be printed: the id is misspelt, or the facts are missing.",
    ),
    Explanation(
        "region-without-help",
        "a region that no organisation serves",
        "Its leaflet has the nationwide contacts alone, and says so. Somebody may know who helps there.",
    ),
    Explanation(
        "missing-hotline",
        "a hotline is missing that every leaflet prints, or its id is misspelt",
        "The number against trafficking, the police and the emergency number stand on every cover.",
    ),
    Explanation(
        "no-local-organization",
        "no organisation of its own for the region that was asked for",
        "The edition is built from the nationwide contacts; better to know than to wonder.",
    ),
    Explanation(
        "no-contacts",
        "nobody at all to print for a region",
        "A leaflet without anybody to call must not leave the shop.",
    ),
    Explanation(
        "open-remark",
        "a remark on an organisation is open",
        "Most are questions to somebody outside: whether a number still exists, whether a name is spelt so. "
        "Others only tell what the print has, and stay.",
    ),
)
