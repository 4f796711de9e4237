"""Phone numbers, short numbers and e-mail addresses judged: letters, shape, and whether they can exist.

Nothing here asks the network.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from leaflet.content.addresses import ENDINGS
from leaflet.content.encoding import listed, named, quoted
from leaflet.content.model import Text
from leaflet.diagnostics import Finding, Severity

COUNTRY = "KZ"
_NATIONAL_DIGITS = 10
E164 = re.compile(r"\+7[0-9]{10}")
_SHORT_NUMBER = re.compile(r"[0-9]{3,5}")
# Others may stand in an address, but not in a mailto link without being written in another way.
_EMAIL_LETTERS = re.compile(r"[A-Za-z0-9_+.@-]+")

# What the validator accepts without doubt: its import alone takes longer than all else here.
PLAIN_EMAIL = re.compile(
    r"[a-z0-9]+(?:[._+-][a-z0-9]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+(?:[a-z]{2}|com|net|org)", re.IGNORECASE
)
PLAIN_LENGTH = 60
# RFC 2606 and RFC 6761: nobody has a mailbox there.
_EXAMPLES = re.compile(r"(?:.*\.)?(?:example(?:\.(?:com|net|org))?|invalid|test|localhost)", re.IGNORECASE)
_ONE_LETTER = re.compile(r"\.[^.]$")
# Where most people have their mailboxes, and with what behind the dot: one of these is no slip in another.
_PROVIDERS = {
    "gmail": "com",
    "mail": "ru kz com uz kg by az ua ee de",
    "yandex": "ru kz com by uz az am kg tj tm md lt lv ee fr ua com.tr com.am com.ge",
    "rambler": "ru ua",
    "inbox": "ru uz lv lt com eu",
    "list": "ru",
    "bk": "ru",
    "hotmail": "com ru fr de it es co.uk com.tr",
    "outlook": "com ru fr de it es kz",
    "icloud": "com",
    "yahoo": "com fr de it es in co.uk com.tr",
    "ymail": "com",
    "email": "com ru",
    "ya": "ru",
    "vk": "com",
    "live": "com ru fr de it",
    "me": "com",
    "gmx": "net com de at ch",
}
# Words that others have for a name, too, with endings of their own.
_WORDS = ("mail", "email", "list", "live", "me")
_DOMAINS = tuple(f"{brand}.{end}" for brand, ends in _PROVIDERS.items() for end in ends.split())
# Shorter domains differ in one letter from too many others; these not, but for a few that are well known.
_LONG_DOMAIN = 9
_SHORT_DOMAINS = ("mail.ru", "email.ru", "mail.kz", "inbox.ru", "list.ru")
_NAMESAKES = (
    *("mai.ru", "mil.ru", "mall.ru", "imail.ru", "e-mail.ru"),
    *("mall.kz", "main.kz", "maia.kz", "last.ru", "lisa.ru"),
)
# Under which whole countries have their domains: umit.org.kz.
_SECOND_ENDS = ("com", "org", "net", "gov", "edu")
_USUAL_ENDS = ("kz", "ru", "com", "org", "net", "info")


def check_phone(phone: Text, answered: Collection[str] = ()) -> Iterator[Finding]:
    """Findings about a phone or fax number: E.164, and valid in Kazakhstan, which shares +7 with Russia.

    Those at which somebody has answered may be of either country.
    """
    if not phone.text:
        return
    yield from (found := _not_ascii(phone))
    if found:
        return
    if not E164.fullmatch(phone.text):
        what = f"expected +7 and ten digits without spaces, found {quoted(phone.text)}"
        yield Finding(phone.place, "bad-phone", what, remedy=_written_out(phone.text))
    elif not (countries := _countries(phone.text)):
        yield _invalid(phone, "no number that begins like this is in use")
    elif COUNTRY not in countries:
        measure = "the numbering plan of phonenumbers counts it as one of another country with +7"
        yield _invalid(phone, measure)
    elif len(countries) > 1 and phone.text not in answered:
        what = f"the digits of {phone} do not tell whether it is a number of Kazakhstan or of Russia"
        measure = "the numbering plans of both have it, among those that are free of charge"
        remedy = "ring it from Kazakhstan just as it is printed, with +7: who scans the code dials it so; "
        remedy += f"if somebody answers, write it once more: answered: [{quoted(phone.text)}]"
        yield Finding(phone.place, "invalid-phone", what, measure, remedy, Severity.WARNING)


def _invalid(phone: Text, measure: str) -> Finding:
    remedy = "compare it digit by digit with its source, and ring it"
    return Finding(phone.place, "invalid-phone", f"{phone} is no valid number of Kazakhstan", measure, remedy)


def _written_out(found: str) -> str:
    """What to do about a number that is not written with +7 and ten digits.

    What may have lost a digit is not proposed with another one: it would be somebody else's number.
    """
    if letters := "".join(filter(str.isalpha, found)):
        return (
            f"{quoted(letters)} is no digit: compare the number with its source, and write its digits alone"
        )
    digits = "".join(filter(str.isdigit, found))
    has_prefix = digits.startswith("8") or (digits.startswith("7") and "+" in found)
    if has_prefix and len(digits) == _NATIONAL_DIGITS:
        return "a digit is missing: compare it digit by digit with its source"
    if len(digits) == _NATIONAL_DIGITS + 1 and digits[0] in "78":
        return f'write it as "+7{digits[1:]}", if those are its digits'
    if len(digits) == _NATIONAL_DIGITS and "+" not in found:
        return f'write it as "+7{digits}", if those are its digits'
    return "write +7, the code of the place or network, and the number: ten digits behind +7"


def _countries(e164: str) -> tuple[str, ...]:
    """The countries that the numbering plan gives a number to: none that no network has, two if it is shared.

    Numbers that are free of charge begin with 800 in Kazakhstan and Russia alike.
    """
    # Imported where it is used: the version and the help need not wait for it.
    from phonenumbers import phonenumberutil

    number = phonenumberutil.parse(e164)
    if not phonenumberutil.is_valid_number(number):
        return ()
    own = phonenumberutil.region_code_for_number(number) or ""
    is_free = phonenumberutil.number_type(number) == phonenumberutil.PhoneNumberType.TOLL_FREE
    is_shared = is_free and phonenumberutil.is_valid_number_for_region(number, COUNTRY)
    return tuple(dict.fromkeys((COUNTRY, own))) if is_shared else (own,)


def check_short_number(
    number: Text, known: Collection[str] | None = None, longer: str = "a longer number belongs under phones"
) -> Iterator[Finding]:
    """Findings about a short number. Without ``known`` any will do; ``longer`` is where others belong.

    libphonenumber calls 116 16, 150 and 1148 invalid, which people in Kazakhstan ring: we keep a list.
    """
    if not number.text:
        return
    yield from (found := _not_ascii(number))
    if found:
        return
    if not _SHORT_NUMBER.fullmatch(number.text):
        what = f"expected 3 to 5 digits, found {quoted(number.text)}"
        remedy = f"write the digits alone; {longer}"
        yield Finding(number.place, "bad-short-number", what, remedy=remedy)
    elif known is not None and number.text not in known:
        what = f"{number} is no short number that we know"
        measure = f"known are {listed(sorted(known))}"
        remedy = "compare it with its source; if it is right, add it to short_numbers.yaml with that source"
        yield Finding(number.place, "unknown-short-number", what, measure, remedy)


def check_email(email: Text, answered: Collection[str] = ()) -> Iterator[Finding]:
    """Findings about an e-mail address: its syntax alone, nobody is asked whether it is read.

    Those from which somebody has had an answer may look like a slip.
    """
    if not email.text:
        return
    yield from (found := _not_ascii(email))
    if found:
        return
    reason = _fault(email.text)
    if reason:
        what = f"{quoted(email.text)} is no e-mail address"
        yield Finding(email.place, "bad-email", what, reason, "compare it letter by letter with its source")
    elif email.text not in answered and (found_so := _doubt(email.text)):
        what, question = found_so
        remedy = f"compare it letter by letter with its source{question}; if it is right, write "
        remedy += f"there, and once somebody has had an answer add: answered: [{quoted(email.text)}]"
        yield Finding(email.place, "doubtful-email", what, f"found {email}", remedy, Severity.WARNING)


def _doubt(address: str) -> tuple[str, str] | None:
    """Why an address is likelier a slip, and what to ask about it."""
    domain = address.rpartition("@")[2].casefold()
    if address[: len("www.")].casefold() == "www.":
        what = f'{quoted(address)} begins with "www.", as pages do and mailboxes do not'
        return what, f": is {quoted(address[len('www.') :])} meant?"
    if meant := _meant(domain):
        where = ", where many people have their mailbox" if meant in _DOMAINS else ""
        return f"{quoted(domain)} is nearly {quoted(meant)}{where}", f": is {quoted(meant)} meant?"
    if not _is_ending(end := domain.rpartition(".")[2]):
        return f"no domain that we know ends in {quoted(end)}", ""
    return None


def _meant(domain: str) -> str:
    """The domain of which another one is a slip: a well-known one, or one with a usual ending."""
    if domain in _DOMAINS:
        return ""
    if domain.startswith("www."):
        return domain.removeprefix("www.")
    name, _, end = domain.rpartition(".")
    if "." in name:
        return _meant_within(name, end)
    if name in _PROVIDERS and name not in _WORDS and _is_ending(end):
        return f"{name}.{_PROVIDERS[name].split()[0]}"
    return _near(domain) or _with_usual(name, end)


def _meant_within(name: str, end: str) -> str:
    """What a domain is a slip of that has one ending behind another: gmail.com.kz, umit.ogr.kz."""
    rest, _, second = name.rpartition(".")
    if name in _DOMAINS or second == end:
        return name
    known = _near(name)
    if known.startswith(f"{rest}."):
        return known
    likely = [usual for usual in _SECOND_ENDS if len(second) == len(usual) and is_slip(second, usual)]
    if likely and second not in _SECOND_ENDS and _is_ending(end):
        return f"{rest}.{likely[0]}.{end}"
    return _near(f"{name}.{end}") or _with_usual(name, end)


def _with_usual(name: str, end: str) -> str:
    """The name with the usual ending of which ``end``, which is none, is a slip."""
    near = [] if _is_ending(end) else [usual for usual in _USUAL_ENDS if is_slip(end, usual)]
    return f"{name}.{near[0]}" if near else ""


def _near(domain: str) -> str:
    """The well-known domain of which another one is a slip."""
    for known in _DOMAINS:
        # Of one name none but the ending differs, however short it is.
        is_told = len(known) >= _LONG_DOMAIN or domain.startswith(f"{known.partition('.')[0]}.")
        is_told |= known in _SHORT_DOMAINS and domain not in _NAMESAKES
        if is_exchanged(domain, known) or (is_told and _is_mistyped(domain, known)):
            return known
    return ""


def _is_ending(end: str) -> bool:
    """Whether addresses end so: in a usual way, in other letters, or with a country.

    Those of ISO 3166 that have telephones, as libphonenumber lists them.
    """
    if end in ENDINGS or end.startswith("xn--"):
        return True
    from phonenumbers import SUPPORTED_REGIONS

    return end.upper() in SUPPORTED_REGIONS


def is_slip(found: str, meant: str) -> bool:
    """Whether one is the other with a letter or digit too many, too few, wrong, or in another place."""
    return _is_moved(found, meant) or _is_mistyped(found, meant)


def is_exchanged(found: str, meant: str) -> bool:
    """Whether two neighbours have changed places."""
    return any(
        found[:index] + found[index + 1] + found[index] + found[index + 2 :] == meant
        for index in range(len(found) - 1)
        if found[index] != found[index + 1]
    )


def _is_moved(found: str, meant: str) -> bool:
    if found == meant or sorted(found) != sorted(meant):
        return False
    unlike = [index for index, (one, other) in enumerate(zip(found, meant, strict=True)) if one != other]
    ours, theirs = found[unlike[0] : unlike[-1] + 1], meant[unlike[0] : unlike[-1] + 1]
    return ours[1:] + ours[0] == theirs or ours[-1] + ours[:-1] == theirs


def _is_mistyped(found: str, meant: str) -> bool:
    if len(found) == len(meant):
        return sum(one != other for one, other in zip(found, meant, strict=True)) == 1
    short, long = sorted((found, meant), key=len)
    return short in [long[:index] + long[index + 1 :] for index in range(len(long))]


def _fault(address: str) -> str:
    if not _EMAIL_LETTERS.fullmatch(address):
        return "expected Latin letters, digits and . _ + - @ alone"
    if _EXAMPLES.fullmatch(address.rpartition("@")[2]):
        return "its domain is reserved for examples, and nobody has a mailbox there"
    if _ONE_LETTER.search(address):
        return "its domain ends in one letter, which none does"
    if len(address) <= PLAIN_LENGTH and PLAIN_EMAIL.fullmatch(address):
        return ""
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(address, check_deliverability=False, allow_smtputf8=False, strict=True)
    except EmailNotValidError as error:
        reason = str(error).rstrip(".")
        return reason[:1].lower() + reason[1:]
    return ""


def _not_ascii(contact: Text) -> list[Finding]:
    """One finding that names every foreign character: it may look just like the right one."""
    foreign = [char for char in contact.text if not char.isascii()]
    if not foreign:
        return []
    what, remedy = f"expected ASCII alone in {quoted(contact.text)}", "type it anew with the English keyboard"
    return [Finding(contact.place, "not-ascii", what, f"found {named(foreign)}", remedy)]
