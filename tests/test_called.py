"""Names say in a translation what they say in the source, in words for what they are and by sound."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from leaflet.content import Content
from leaflet.content.called import check_called
from leaflet.content.mistaken import mistaken
from leaflet.content.pairs import paired, shown
from leaflet.diagnostics import Finding


def named(content: Content, tag: str, **names: str) -> Content:
    """Some organisations with other names in one language; _ stands for - in their ids."""
    words = content.languages[tag]
    entries = dict(words.organizations)
    for key, name in names.items():
        id = key.replace("_", "-")
        entries[id] = replace(entries[id], name=replace(entries[id].name, text=name))
    return replace(content, languages={**content.languages, tag: replace(words, organizations=entries)})


def told(content: Content, tag: str) -> list[Finding]:
    return [found for found in mistaken(content, tag) if found.code == "exchanged-name"]


@pytest.mark.parametrize("tag", ["ru", "en"])
def test_any_two_names_that_change_places_are_told(content: Content, tag: str) -> None:
    source, words = content.languages["kk"], content.languages[tag]
    silent = []
    for (one, ours), (other, theirs) in combinations(words.organizations.items(), 2):
        exchanged = {one: replace(ours, name=theirs.name), other: replace(theirs, name=ours.name)}
        pair = replace(words, organizations=exchanged)
        # Few need all names to be told.
        if ours.name.text != theirs.name.text and not (
            any(check_called(paired(shown(pair), shown(source))))
            or any(mistaken(named(content, tag, **{one: theirs.name.text, other: ours.name.text}), tag))
        ):
            silent.append((one, other))
    assert silent == []


@pytest.mark.parametrize(
    ("tag", "id", "name", "what"),
    [
        ("ru", "malika", "Кризисный центр «Надежда»", "does not sound like"),
        ("en", "malika", "“Maika” crisis centre", "does not sound like"),
        ("en", "korgau", "“Korgan” private foundation", "does not sound like"),
        ("en", "kadir-kasiet", "“Kadir Kasym” public association", "does not sound like"),
        ("ru", "daris", "Частное учреждение «Информационно-консультационный центр „Надежда“»", "sound like"),
        ("en", "malika", "“Malika” centre", 'has no word for "дағдарыс"'),
        ("en", "social-position", "“Position” public foundation", 'has no word for "Әлеуметтік"'),
        ("en", "malika", "“Malika” crisis centre for women", 'has the word "women"'),
        ("en", "malika", "Crisis centre", "nothing in quotation marks"),
        ("en", "malika", "“Malika” crisis centre (closed)", 'has the word "closed"'),
        ("ru", "malika", "Кризисный центр «Малика» (закрыт)", 'has the word "закрыт"'),
        (
            "en",
            "malika",
            "“Malika” crisis centre — dangerous, run by traffickers",
            'has the word "dangerous"',
        ),
        ("en", "korgau", "“Korgau” private foundation of the migration police", 'has the word "migration"'),
        ("ru", "korgau", "Частный фонд «Қорғау» при миграционной полиции", 'has the word "при"'),
        ("ru", "korgau", "Частный фонд «Қорғау», агентство по найму", 'has the word "агентство"'),
    ],
)
def test_another_name_is_told(content: Content, tag: str, id: str, name: str, what: str) -> None:
    (found,) = told(named(content, tag, **{id: name}), tag)
    assert what in found.what
    assert found.remedy


@pytest.mark.parametrize(
    ("tag", "id", "name"),
    [
        ("en", "feniks", "“Phoenix” rehabilitation and adaptation centre"),
        ("en", "malika", "Malika crisis centre"),
        ("en", "malika", "“Malika (Queen)” crisis center"),
        ("en", "womens-support-petropavl", "Women’s Support Centre public union"),
        ("en", "kadir-kasiet", "“Honour and Dignity” public association"),
        ("en", "korgau", "“Qorghau” private fund"),
        ("ru", "kaisar", "Общественный фонд «Кайсар»"),
        ("ru", "kaisar", "ОФ «Кайсар»"),
        ("en", "pravo-komek", "“Pravo” private foundation, “Komek” centre for victims of human trafficking"),
        ("ru", "union-of-crisis-centres", "ОЮЛ «Союз кризисных центров Казахстана»"),
        ("en", "union-of-crisis-centres", "“Union of Crisis Centres of Kazakhstan” ALE"),
        ("ru", "pravo-komek", "Частный фонд «Защита прав» — «Көмек орталығы» для жертв торговли людьми"),
        ("ru", "pravo-komek", "Частный фонд «Право» — «Көмек орталығы» для жертв торговли людьми"),
    ],
)
def test_a_name_may_be_written_in_other_ways(content: Content, tag: str, id: str, name: str) -> None:
    assert told(named(content, tag, **{id: name}), tag) == []


@pytest.mark.parametrize("translated", ["“21st Century” foundation", "“XXI Century” foundation"])
def test_a_name_with_a_number_may_be_translated(content: Content, translated: str) -> None:
    source = named(content, "kk", korgau="«XXI ғасыр» қоры")
    assert told(named(source, "en", korgau=translated), "en") == []


def test_a_name_of_two_short_words_may_be_translated(content: Content) -> None:
    source = named(content, "kk", korgau="«Ана тілі» қоры")
    assert told(named(source, "en", korgau="“Mother Tongue” foundation"), "en") == []


@pytest.mark.parametrize(
    ("tag", "original", "translated"),
    [
        ("en", "«Үміт» уақытша мекендеу орталығы", "“Umit” shelter"),
        ("en", "«Қамқорлық» панажайы", "“Kamkorlyk” shelter"),
        ("ru", "«Мигрантқа жәрдем» орталығы", "Центр «Помощь мигранту»"),
        ("en", "«Адам саудасына қарсы ұлттық желі»", "“National Network against Human Trafficking”"),
        ("en", "«Ұлытау» отбасы орталығы КММ", "“Ulytau” Family Centre municipal institution"),
        ("en", "«Ұлытау ҮЕҰ одағы»", "“Union of NGOs of Ulytau”"),
        ("en", "«Защита» орталығы", "“Zashchita” centre"),
        ("en", "«Достық үйі» қоры", "“Dostyk House” foundation"),
        ("ru", "«Үміт» баспанасы", "Приют «Умит»"),
        ("en", "«Ана үйі» қайырымдылық қоры", "“Mom’s House” charity"),
        ("ru", "«Заң көмегі» заң клиникасы", "Юридическая клиника «Заң көмегі»"),
        ("en", "«Заң көмегі» заң клиникасы", "“Zan Komegi” legal clinic"),
        ("ru", "«Перзент» әйелдер одағы", "Союз женщин «Перзент»"),
        ("en", "«Перзент» әйелдер одағы", "“Perzent” women’s union"),
        ("en", "«Әйелдер федерациясы» бірлестігі", "“Federation of Women” association"),
        ("en", "Қазақстанның Қызыл Жарты Ай қоғамы", "Kazakhstan Red Crescent Society"),
        ("ru", "Қызыл Жарты Ай қоғамының Атырау филиалы", "Атырауский филиал Общества Красного Полумесяца"),
        ("en", "Қарағанды облыстық адвокаттар алқасы", "Karaganda Regional Bar Association"),
        ("ru", "Қарағанды облыстық адвокаттар алқасы", "Карагандинская областная коллегия адвокатов"),
        ("en", "Мигрант-жұмысшылар кәсіподағы", "Migrant Workers’ Trade Union"),
        ("ru", "«Іскер әйелдер қауымдастығы» ҚБ", "ОО «Ассоциация деловых женщин»"),
        ("en", "«Іскер әйелдер қауымдастығы» ҚБ", "“Association of Business Women” PA"),
        ("ru", "«Үміт» ЖҚ", "ЧФ «Умит»"),
        ("en", "«Үміт» ЖҚ", "“Umit” private foundation"),
        ("ru", "«Үміт» ЖМ", "ЧУ «Умит»"),
        ("ru", "«Үміт» РҚБ", "РОО «Умит»"),
        ("en", "«Үміт» РҚБ", "“Umit” republican public association"),
        ("en", "Қарағанды облысының адвокаттар алқасы", "Karaganda Regional Bar Association"),
        ("ru", "Қарағанды облыстық адвокаттар алқасы", "Коллегия адвокатов Карагандинской области"),
        ("ru", "Қазақстан заңгерлерінің одағы", "Союз юристов Казахстана"),
        ("en", "Қазақстан заңгерлерінің одағы", "Kazakhstan Union of Lawyers"),
        ("ru", "«150» сенім телефоны", "Телефон доверия «150»"),
        ("en", "«150» сенім телефоны", "“150” helpline"),
        ("en", "«Үміт» жедел желісі", "“Umit” hotline"),
        ("ru", "«Үміт» сенім телефоны", "Горячая линия «Умит»"),
        ("ru", "«Ана мен бала» қоры", "Фонд «Мать и дитя»"),
        ("ru", "«Бала құқықтары» қоры", "Фонд «Права ребёнка»"),
        ("ru", "«Каритас Қазақстан» қоры", "Фонд «Каритас Казахстан»"),
        ("en", "«Каритас Қазақстан» қоры", "“Caritas Kazakhstan” foundation"),
        ("ru", "«Жанұя» дағдарыс орталығы", "Кризисный центр «Жанұя» («Семья»)"),
        ("en", "Құқықтық көмек орталығы", "Legal Aid Centre"),
        ("ru", "Құқықтық көмек орталығы", "Центр правовой помощи"),
        ("ru", "«Құқық және еңбек» қоры", "Фонд «Право и труд»"),
        ("ru", "«Заң көмегі» қоры", "Фонд «Правовая помощь»"),
        ("en", "«Заң көмегі» қоры", "“Legal Aid” foundation"),
        ("ru", "«Бизнес-әйелдер» қоры", "Фонд «Деловые женщины»"),
        ("en", "«Бизнес-әйелдер» қоры", "“Businesswomen” foundation"),
    ],
)
def test_a_new_organisation_may_be_called_what_it_is(
    content: Content, tag: str, original: str, translated: str
) -> None:
    source = named(content, "kk", korgau=original)
    assert told(named(source, tag, korgau=translated), tag) == []


@pytest.mark.parametrize(
    ("tag", "original", "translated"),
    [
        ("ru", "«Үміт» қоғамдық қоры", "Общество «Умит»"),
        ("en", "«Үміт» қоры", "“Umit” shelter"),
        ("ru", "«Үміт» орталығы", "Юридический центр «Умит»"),
        ("ru", "«Үміт» сенім телефоны", "Фонд «Умит»"),
        ("en", "«Үміт» ЖҚ", "“Umit” association"),
        ("ru", "«Жанұя» дағдарыс орталығы", "Кризисный центр «Семья»"),
    ],
)
def test_a_new_organisation_is_not_called_something_else(
    content: Content, tag: str, original: str, translated: str
) -> None:
    source = named(content, "kk", korgau=original)
    assert len(told(named(source, tag, korgau=translated), tag)) == 1
