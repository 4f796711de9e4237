"""The 20 units of Kazakhstan by our ids, as data alone: codes, centres, cities, former names."""

# ISO 3166-2:KZ, as amended on 29 November 2022.
ISO_CODES = {
    "abai": "KZ-10",
    "akmola": "KZ-11",
    "aktobe": "KZ-15",
    "almaty-region": "KZ-19",
    "atyrau": "KZ-23",
    "west-kazakhstan": "KZ-27",
    "zhambyl": "KZ-31",
    "jetisu": "KZ-33",
    "karaganda": "KZ-35",
    "kostanay": "KZ-39",
    "kyzylorda": "KZ-43",
    "mangystau": "KZ-47",
    "pavlodar": "KZ-55",
    "north-kazakhstan": "KZ-59",
    "turkistan": "KZ-61",
    "ulytau": "KZ-62",
    "east-kazakhstan": "KZ-63",
    "astana": "KZ-71",
    "almaty": "KZ-75",
    "shymkent": "KZ-79",
}
# Units that were made out of another one: Almaty and Astana long ago, Shymkent in 2018, the others in 2022.
PARTED = {
    "akmola": ("astana",),
    "almaty-region": ("almaty", "jetisu"),
    "east-kazakhstan": ("abai",),
    "karaganda": ("ulytau",),
    "turkistan": ("shymkent",),
}
# The first three digits behind +7 of numbers that are bound to a place: the numbering plan of Kazakhstan, as
# ITU-T publishes it. Where units were parted in 2018 and 2022 a code may be that of either. All others are
# those of mobile networks and services.
AREA_CODES = {
    "710": ("ulytau", "karaganda"),
    "711": ("west-kazakhstan",),
    "712": ("atyrau",),
    "713": ("aktobe",),
    "714": ("kostanay",),
    "715": ("north-kazakhstan",),
    "716": ("akmola", "astana"),
    "717": ("astana", "akmola"),
    "718": ("pavlodar",),
    "721": ("karaganda", "ulytau"),
    "722": ("abai", "east-kazakhstan"),
    "723": ("east-kazakhstan", "abai"),
    "724": ("kyzylorda",),
    "725": ("shymkent", "turkistan"),
    "726": ("zhambyl",),
    "727": ("almaty", "almaty-region"),
    "728": ("jetisu", "almaty-region"),
    "729": ("mangystau",),
}
# The centres of the regions, where nobody in the memo may be, by how they sound.
CENTRES = {
    "aktau": "mangystau",
    "aktobe": "aktobe",
    "atirau": "atyrau",
    "jezkazgan": "ulytau",
    "karaganda": "karaganda",
    "karagandi": "karaganda",
    "kizilorda": "kyzylorda",
    "kokshetau": "akmola",
    "konaev": "almaty-region",
    "kostanai": "kostanay",
    "oral": "west-kazakhstan",
    "oskemen": "east-kazakhstan",
    "pavlodar": "pavlodar",
    "petropavl": "north-kazakhstan",
    "petropavlovsk": "north-kazakhstan",
    "semei": "abai",
    "taldikorgan": "jetisu",
    "taraz": "zhambyl",
    "turkistan": "turkistan",
    "uralsk": "west-kazakhstan",
    "ust kamenogorsk": "east-kazakhstan",
}
# Cities with today's region of each, beside the centres: the state register of units (KATO). Those are left
# out that have a namesake in another region, as Abai, Aksu, Altai, Esil and Karatau.
CITIES = {
    "abai": ("Аягөз", "Аягоз", "Курчатов"),
    "akmola": (
        *("Степногорск", "Щучинск", "Shchuchinsk", "Щучье", "Атбасар", "Қосшы", "Ерейментау", "Державинск"),
        *("Макинск", "Степняк"),
    ),
    "aktobe": ("Хромтау", "Қандыағаш", "Шалқар"),
    "almaty-region": ("Талғар", "Қаскелең", "Каскелен", "Есік", "Есик"),
    "atyrau": ("Құлсары", "Кульсары"),
    "east-kazakhstan": ("Риддер", "Зайсан", "Шемонаиха", "Зырян", "Зыряновск", "Серебрянск"),
    "jetisu": ("Текелі", "Текели", "Жаркент", "Сарқан", "Сарканд", "Үшарал", "Үштөбе", "Уштобе"),
    "karaganda": (
        *("Теміртау", "Балқаш", "Балхаш", "Саран", "Сарань", "Шахтинск", "Қарқаралы", "Каркаралинск"),
        "Приозерск",
    ),
    "kostanay": ("Рудный", "Rudny", "Лисаковск", "Арқалық", "Жітіқара", "Житикара"),
    "kyzylorda": ("Аральск", "Қазалы", "Казалинск"),
    "mangystau": ("Жаңаөзен",),
    "north-kazakhstan": ("Мамлют", "Мамлютка", "Mamlyutka", "Булаев", "Булаево", "Тайынша"),
    "pavlodar": ("Екібастұз", "Экибастуз"),
    "turkistan": (
        *("Кентау", "Арыс", "Арысь", "Сарыағаш", "Жетісай", "Жетысай", "Шардара", "Ленгір", "Ленгер"),
    ),
    "ulytau": ("Сәтбаев", "Сатпаев", "Satbayev", "Satpayev", "Қаражал"),
    "zhambyl": ("Шу", "Жаңатас"),
}
# Names that towns and regions had, or that people still use for them, with today's region of each.
FORMER_NAMES = {
    "abai": ("Семипалатинск", "Semipalatinsk"),
    "akmola": ("Целиноградская область", "Tselinograd Region"),
    "aktobe": ("Актюбинск", "Aktyubinsk"),
    "almaty": ("Алма-Ата", "Alma-Ata", "Верный"),
    "almaty-region": ("Алма-Атинская область", "Alma-Ata Region", "Капчагай", "Қапшағай", "Kapchagay"),
    "astana": ("Целиноград", "Tselinograd", "Нур-Султан", "Nur-Sultan"),
    "atyrau": ("Гурьев", "Guryev", "Гурьевская область"),
    "east-kazakhstan": ("ВКО", "ШҚО"),
    "kostanay": ("Кустанай", "Kustanay", "Кустанайская область"),
    "kyzylorda": ("Кзыл-Орда", "Kzyl-Orda"),
    "mangystau": ("Шевченко", "Мангышлак", "Mangyshlak"),
    "north-kazakhstan": ("СКО", "СҚО"),
    "shymkent": ("Чимкент", "Chimkent"),
    "turkistan": (
        *("ЮКО", "ОҚО", "Южный Казахстан", "Южно-Казахстанская область", "South Kazakhstan"),
        *("South Kazakhstan Region", "Оңтүстік Қазақстан облысы", "Чимкентская область", "Chimkent Region"),
    ),
    "ulytau": ("Джезказган", "Dzhezkazgan"),
    "west-kazakhstan": ("ЗКО", "БҚО", "Уральская область"),
    "zhambyl": ("Джамбул", "Dzhambul", "Джамбульская область"),
}
