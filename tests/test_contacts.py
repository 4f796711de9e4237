"""Contacts as they come from a keyboard: what passes, what is refused, and in which words."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from email_validator import validate_email
from folders import spoil
from hypothesis import assume, given
from hypothesis import strategies as st

from leaflet import load, resources
from leaflet.content import Text
from leaflet.content.contacts import PLAIN_EMAIL, PLAIN_LENGTH, check_email, check_phone, check_short_number
from leaflet.content.entries import unlike_rung
from leaflet.diagnostics import Finding, Place, Severity

PLACE = Place("organizations.yaml", 5, 12)


def only(findings: list[Finding]) -> Finding:
    (finding,) = findings
    assert finding.place == PLACE
    return finding


@pytest.mark.parametrize("phone", ["+77273764037", "+77292545168", "+77780008711", ""])
def test_a_number_of_kazakhstan_passes(phone: str) -> None:
    assert list(check_phone(Text(phone, PLACE))) == []


@pytest.mark.parametrize(
    ("phone", "code", "words"),
    [
        ("87273764037", "bad-phone", "expected +7 and ten digits"),
        ("+7727376403", "bad-phone", "expected +7 and ten digits"),
        ("+7 727 376 4037", "bad-phone", "without spaces"),
        ("+74957556983", "invalid-phone", "counts it as one of another country"),
        ("+78000807777", "invalid-phone", "of Kazakhstan or of Russia"),
        ("+77270000000", "invalid-phone", "no number that begins like this is in use"),
        ("+7727376403٧", "not-ascii", "U+0667 arabic-indic digit seven"),
        ("+7727376403７", "not-ascii", "U+FF17 fullwidth digit seven"),
        ("+7727376403\u00a07", "not-ascii", "U+00A0 no-break space"),
        ("+7727376О0З7", "not-ascii", '"О" U+041E cyrillic capital letter o, "З" U+0417'),
    ],
)
def test_what_is_no_number_of_kazakhstan_is_refused(phone: str, code: str, words: str) -> None:
    finding = only(list(check_phone(Text(phone, PLACE))))
    assert finding.code == code
    assert words in f"{finding.what} {finding.measure}"


@pytest.mark.parametrize("phone", ["+7712235481", "+7 771 223-54-8", "8771223548", "8 (771) 223-54-8"])
def test_a_number_that_lacks_a_digit_is_not_made_up_to_another_one(phone: str) -> None:
    remedy = only(list(check_phone(Text(phone, PLACE)))).remedy
    assert remedy == "a digit is missing: compare it digit by digit with its source"


@pytest.mark.parametrize(
    "phone", ["87712235481", "+87712235481", "7 771 223-54-81", "7712235481", "771 223 5481"]
)
def test_a_number_as_people_write_it_is_proposed_as_it_belongs_there(phone: str) -> None:
    assert '"+77712235481"' in only(list(check_phone(Text(phone, PLACE)))).remedy


@pytest.mark.parametrize("phone", ["+7 7O7 986 34 60", "+7707986346O", "8 7O7 98634600"])
def test_a_letter_among_digits_is_named_and_nothing_is_proposed(phone: str) -> None:
    remedy = only(list(check_phone(Text(phone, PLACE)))).remedy
    assert remedy.startswith('"O" is no digit')
    assert "+77" not in remedy


@pytest.mark.parametrize("phone", ["+771223548", "771223548", "+777122354811", "8002345"])
def test_of_a_number_with_more_or_fewer_digits_nothing_is_proposed(phone: str) -> None:
    remedy = only(list(check_phone(Text(phone, PLACE)))).remedy
    assert remedy.startswith("write +7, the code of the place or network")


def test_a_short_number_must_be_on_our_list() -> None:
    assert list(check_short_number(Text("1409", PLACE), {"1409"})) == []
    assert list(check_short_number(Text("1499", PLACE))) == []
    unknown = only(list(check_short_number(Text("1499", PLACE), {"1409"})))
    assert (unknown.code, unknown.measure) == ("unknown-short-number", "known are 1409")
    assert only(list(check_short_number(Text("140", PLACE), {"1409"}))).code == "unknown-short-number"
    assert only(list(check_short_number(Text("14-09", PLACE), {"1409"}))).code == "bad-short-number"
    assert only(list(check_short_number(Text("14０9", PLACE), {"1409"}))).code == "not-ascii"


@pytest.mark.parametrize(
    "email",
    [
        *("Kaliyeva.asiya@gmail.com", "tara_32@mail.ru", "a@mail.com", "info@zhaiyq.kz", "a@bk.ru"),
        *(f"a@yandex.{end}" for end in ["ru", "kz", "com", "uz", "az", "by", "kg", "tj", "am", "ua"]),
        *("a@mail.kz", "a@mail.uz", "a@mail.by", "a@inbox.uz", "a@yahoo.fr", "a@hotmail.fr"),
        *("a@mail.de", "a@inbox.eu", "a@korgau.de", "a@korgau.app", "a@list.kz", "a@yahoo.co.uk"),
        *("a@mai.ru", "a@maia.kz", "a@xn--80ak6aa92e.com", ""),
        *(f"a@umit.{end}" for end in ["global", "fund", "care", "agency", "xyz", "space", "top", "vip"]),
        *("a@umit.moscow", "a@umit.org.uk", "a@umit.org.kz", "a@umit.gov.kz", "a@mail.umit.kz", "a@live.kz"),
        *("a@mail.gov.kz", "a@list.org.kz", "a@yandex.com.tr", "a@umit.almaty.kz", "a@umit.com.kz"),
        *("a@email.ru", "a@imail.ru"),
        *("a@umit.ngo", "a@umit.tj", "a@umit.xn--80ao21a", "a@ok.ru", "a@ya.ru", "a@vk.com", "a@me.com"),
    ],
)
def test_a_good_address_passes(email: str) -> None:
    assert list(check_email(Text(email, PLACE))) == []


def test_an_address_that_has_answered_is_no_slip() -> None:
    address = Text("a@gmial.com", PLACE)
    assert 'answered: ["a@gmial.com"]' in only(list(check_email(address))).remedy
    assert list(check_email(address, ["a@gmial.com"])) == []


@pytest.mark.parametrize(
    ("email", "code", "words"),
    [
        ("a..b@mail.ru", "bad-email", "two periods in a row"),
        ("mail.ru", "bad-email", "@"),
        ("a@mail", "bad-email", "should have a period"),
        ("a@-mail.ru", "bad-email", "hyphen"),
        ("a@ngo.test", "bad-email", "reserved"),
        ("info@example.com", "bad-email", "reserved"),
        ("info@ngo.example.org", "bad-email", "reserved"),
        ("info@ngo.example", "bad-email", "reserved"),
        ("a@gmial.com", "doubtful-email", "a@gmial.com"),
        ("a@gmail.con", "doubtful-email", "a@gmail.con"),
        ("a@gmail.co", "doubtful-email", "a@gmail.co"),
        ("a@yandex.kx", "doubtful-email", "a@yandex.kx"),
        ("a@yandxe.kz", "doubtful-email", '"yandex.kz"'),
        ("a@mial.ru", "doubtful-email", "a@mial.ru"),
        ("a@yandekx.ru", "doubtful-email", "a@yandekx.ru"),
        ("a@Ramler.ru", "doubtful-email", "a@Ramler.ru"),
        ("tara_32@mail.r", "bad-email", "one letter"),
        ("a@gmail.c", "bad-email", "one letter"),
        ("a@mail.ry", "doubtful-email", '"mail.ru"'),
        ("a@mail.ruu", "doubtful-email", '"mail.ru"'),
        ("a@inbox.tu", "doubtful-email", '"inbox.ru"'),
        ("a@aaa.kkz", "doubtful-email", '"aaa.kz"'),
        ("a@zhaiyq.orgg", "doubtful-email", '"zhaiyq.org"'),
        ("umit@mal.ru", "doubtful-email", '"mail.ru"'),
        ("umit@maill.ru", "doubtful-email", '"mail.ru"'),
        ("umit@ya.tu", "doubtful-email", '"ya.ru"'),
        ("umit@vk.co", "doubtful-email", '"vk.com"'),
        ("umit@gmail.ru", "doubtful-email", '"gmail.com"'),
        ("umit@umit.og", "doubtful-email", '"umit.org"'),
        ("umit@me.con", "doubtful-email", '"me.com"'),
        ("umit@umit.kx", "doubtful-email", '"umit.kz"'),
        *(
            (f"umit@{domain}", "doubtful-email", f'"{domain}" is nearly "{meant}"')
            for domain, meant in (
                *(("gmail.com.kz", "gmail.com"), ("gmail.con.kz", "gmail.com"), ("mail.ru.com", "mail.ru")),
                *(("ya.ru.ru", "ya.ru"), ("www.mail.ru", "mail.ru"), ("www.umit.kz", "umit.kz")),
                *(("umit.kz.kz", "umit.kz"), ("fund.ogr.kz", "fund.org.kz"), ("umit.con.kz", "umit.com.kz")),
                *(("nail.kz", "mail.kz"), ("maii.kz", "mail.kz"), ("lst.ru", "list.ru")),
                *(("live.cm", "live.com"), ("me.co", "me.com"), ("gmx.ne", "gmx.net")),
                *(("rambler.kz", "rambler.ru"), ("bk.com", "bk.ru"), ("yandex.eu", "yandex.ru")),
                *(("inbox.kz", "inbox.ru"), ("gmail.kz", "gmail.com")),
                *(("emai.ru", "email.ru"), ("emial.ru", "email.ru"), ("emaill.ru", "email.ru")),
            )
        ),
        ("www.kaisar@mail.ru", "doubtful-email", 'begins with "www.", as pages do and mailboxes do not'),
        ("WWW.umit@umit.kz", "doubtful-email", 'begins with "www."'),
        ("umit@umit.zzzz", "doubtful-email", 'no domain that we know ends in "zzzz"'),
        ("a" * 65 + "@mail.ru", "bad-email", "too long"),
        ("a b@mail.ru", "bad-email", "expected Latin letters"),
        ("a?cc=b@mail.ru", "bad-email", "expected Latin letters"),
        ("rodnik27@yаndex.ru", "not-ascii", '"а" U+0430 cyrillic small letter a'),
        ("rodnik27＠yandex.ru", "not-ascii", "U+FF20 fullwidth commercial at"),
    ],
)
def test_a_bad_address_is_refused(email: str, code: str, words: str) -> None:
    finding = only(list(check_email(Text(email, PLACE))))
    assert finding.code == code
    assert words in f"{finding.what} {finding.measure}"
    assert not finding.measure.endswith(".")


# Few letters: drawing from the pattern itself takes seconds.
WORDS = st.text("aZ09", min_size=1, max_size=20)


@given(
    st.lists(WORDS, min_size=1, max_size=3),
    st.sampled_from("._+-"),
    st.lists(st.lists(WORDS, min_size=1, max_size=3).map("-".join), min_size=1, max_size=3),
    st.sampled_from(("kz", "RU", "com", "net", "ORG")),
)
def test_every_address_that_is_plainly_right_is_right_to_the_validator_too(
    local: list[str], mark: str, domain: list[str], top: str
) -> None:
    address = f"{mark.join(local)}@{'.'.join(domain)}.{top}"
    assert PLAIN_EMAIL.fullmatch(address)
    assume(len(address) <= PLAIN_LENGTH)
    validate_email(address, check_deliverability=False, allow_smtputf8=False, strict=True)


def test_an_answer_is_recorded_in_the_facts(tmp_path: Path) -> None:
    folder = Path(copytree(resources.directory("content"), tmp_path / "content"))
    new = 'emails: ["tara_32@gmial.com"]'
    spoil(folder / "organizations.yaml", 'emails: ["tara_32@mail.ru"]', new)
    assert "doubtful-email" in {found.code for found in load(folder).findings}
    spoil(folder / "organizations.yaml", new, f'{new}\n  answered: ["tara_32@gmial.com"]')
    assert "doubtful-email" not in {found.code for found in load(folder).findings}
    spoil(folder / "organizations.yaml", "answered: [", 'answered: ["tara@gmial.com", ')
    (found,) = unlike_rung(load(folder).organizations)
    assert (found.code, found.severity) == ("wrong-rung", Severity.ERROR)
