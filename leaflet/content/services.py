"""Hotlines called what another service is called: in their labels, and beside their numbers in the memo."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from leaflet.content.encoding import listed, quoted
from leaflet.content.model import Text
from leaflet.content.plain import PLACEHOLDER, placeholders, plain
from leaflet.diagnostics import Finding, Severity

# How words begin that name a service, in small letters. Other languages are not judged.
_BEGINNINGS = {
    "kk": {
        "line": ("жедел желі", "желі", "сенім телефон", "сауда", "құлдық"),
        "police": ("полиция", "ішкі істер", "құқық қорғау орган"),
        "emergency": ("шұғыл", "төтенше", "құтқар", "жедел қызмет", "кезекші-диспетчер"),
        "ambulance": ("жедел жәрдем", "жедел медицина", "дәрігер"),
        "fire": ("өрт",),
        "all": ("барлық ",),
        "feared": ("көші-қон", "миграция", "шекара", "виза"),
    },
    "ru": {
        "line": ("лини", "телефон доверия", "телефону доверия", "торговл", "рабств"),
        "police": ("полици", "милици"),
        "emergency": ("экстренн", "чрезвычайн", "спасат", "спасени", "чс", "дежурно-диспетчер"),
        "ambulance": ("скорая", "скорой", "скорую", "медицинск", "врач"),
        "fire": ("пожар",),
        "all": ("все ", "всех "),
        "feared": ("миграционн", "погран", "визов", "визы"),
    },
    "en": {
        "line": ("hotline", "hot line", "helpline", "help line", "line", "traffick", "slavery"),
        "police": ("police",),
        "emergency": ("emergenc", "rescue"),
        "ambulance": ("ambulance", "medical", "doctor"),
        "fire": ("fire",),
        "all": ("all ",),
        "feared": ("migration", "immigration", "border", "visa"),
    },
}
# Between two of these stand the words about one number.
_BETWEEN = re.compile(r"[^\w\s'’‘«»“”\"-]|\b(?:және|немесе|не|и|или|либо|and|or)\b")
_JOINTS = ' (:—–«»“”"'


@dataclass(frozen=True, slots=True)
class _Service:
    """What names a hotline: one of ``own`` in its label, one of ``also``, too, beside its number in a text.

    None of ``never`` stands in its label, nor without its own beside its number; two of ``parts`` name it
    together.
    """

    own: str
    never: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


# Who has no papers rings none that may send them away.
_FEARED = "feared"
_SINGLE = ("police", "ambulance", "fire")
_SERVICES = ("line", "emergency", *_SINGLE)
# The memo calls the number of the police one for emergencies; 112 is that of all services.
HOTLINES = {
    "trafficking": _Service("line", never=(*_SINGLE, _FEARED)),
    "police": _Service("police", never=("ambulance", "fire", "all", _FEARED), also=("emergency",)),
    "emergency": _Service("emergency", never=(_FEARED,), also=_SINGLE, parts=_SINGLE),
}


def check_services(texts: Mapping[str, Text], source: Mapping[str, Text], tag: str) -> Iterator[Finding]:
    """Warnings about labels of hotlines, and words beside their numbers, that name another service.

    The texts are given by key path; ``tag`` is that of a language whose words are known. Not beside numbers
    that are not those of the ``source``, or in another order: that is told as it is.
    """
    beginnings = _BEGINNINGS[tag]
    for path, text in texts.items():
        group, _, key = path.partition(".")
        if group == "labels" and key in HOTLINES:
            yield from _label(key, text, HOTLINES[key], beginnings)
        elif group == "organizations" and key.endswith(".name"):
            yield from _called_as_a_service(text, beginnings)
        elif group == "memo" and placeholders(text.text) == placeholders(source.get(path, text).text):
            yield from _beside(text, beginnings)


def _label(
    id: str, label: Text, service: _Service, beginnings: Mapping[str, tuple[str, ...]]
) -> Iterator[Finding]:
    named = _named(label.text, beginnings)
    never = [stem for kind in service.never if kind in named for stem in beginnings[kind]]
    if not never and (service.own in named or len(named.intersection(service.parts)) > 1):
        return
    expected = f"a word that begins with {_alternatives(beginnings[service.own])}"
    if service.own in named:
        expected = f"none that begins with {_alternatives(never)}"
    what = f'the label "{id}" seems to name another service than that of its number'
    measure = f"expected {expected}, found {quoted(label.text)}"
    remedy = "call the service by its own name: who is in danger reads it beside the number"
    yield Finding(label.place, "wrong-service", what, measure, remedy, Severity.WARNING)


def _called_as_a_service(name: Text, beginnings: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    """An organisation called the police, or by no other words than a service is."""
    words = re.findall(r"[^\W\d_]{3,}", plain(name.text))
    of_services = [word for word in words if not _named(word, beginnings).isdisjoint(_SERVICES)]
    if words and (of_services == words or "police" in _named(name.text, beginnings)):
        what = f"an organisation is called as a service is: {quoted(name.text)}"
        remedy = "call it by its own name; the services stand in hotlines.yaml"
        yield Finding(name.place, "wrong-service", what, "", remedy, Severity.WARNING)


def names_its_service(id: str, text: Text, tag: str, *, is_known: bool) -> bool:
    """Whether the words beside each number of a hotline name it, in a language whose words are known.

    Where the number ``is_known`` by other words they may name none.
    """
    beginnings, service = _BEGINNINGS.get(tag), HOTLINES.get(id)
    if beginnings is None or service is None:
        return False
    named = [_named(nearest, beginnings) for mark, nearest in _marked(text, beginnings) if mark[1] == id]
    return all(
        service.own in kinds
        or (kinds.isdisjoint(service.never) and not kinds.isdisjoint(service.also))
        or (is_known and kinds.isdisjoint((*_SERVICES, _FEARED)))
        for kinds in named
    )


def _marked(text: Text, beginnings: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[re.Match[str], str]]:
    """The hotlines in a running text, each with its nearest words.

    Those before the number count, and where they name no service, those behind it.
    """
    shown = plain(text.text)
    for mark in PLACEHOLDER.finditer(shown):
        if mark[1] in HOTLINES:
            before = _BETWEEN.split(shown[: mark.start()].rstrip(_JOINTS))[-1]
            behind = _BETWEEN.split(shown[mark.end() :].lstrip(_JOINTS))[0]
            yield mark, before if _named(before, beginnings) else behind


def _beside(text: Text, beginnings: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    """Numbers in running text whose nearest words name a service that is not theirs."""
    for mark, nearest in _marked(text, beginnings):
        service = HOTLINES[mark[1]]
        named = _named(nearest, beginnings).intersection(_SERVICES)
        is_another = service.own not in named and not named.isdisjoint(service.never)
        if is_another or (named and named.isdisjoint((service.own, *service.also))):
            stems = [stem for kind in (service.own, *service.also) for stem in beginnings[kind]]
            what = f"the words beside {mark[0]} seem to name another service"
            measure = f"expected a word that begins with {_alternatives(stems)}"
            measure += f", found {quoted(nearest.strip())}"
            remedy = "hold them against the source: have two hotlines changed places?"
            yield Finding(text.place, "wrong-service", what, measure, remedy, Severity.WARNING)


def _named(text: str, beginnings: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The kinds of service that words name."""
    folded = plain(text).casefold()
    return frozenset(kind for kind, stems in beginnings.items() if _beginning_with(stems).search(folded))


@cache
def _beginning_with(stems: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for words that begin so, of all that we know."""
    return re.compile(rf"\b(?:{'|'.join(stems)})")


def _alternatives(stems: tuple[str, ...] | list[str]) -> str:
    return listed([quoted(stem.strip()) for stem in stems])
