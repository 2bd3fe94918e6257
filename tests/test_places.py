"""Places as entities: joined, typed, with country and coordinates. Each row is a text of the wires beside its places."""

from __future__ import annotations

from functools import partial

import pytest
from spacy.language import Language
from tables import hold

from newsfacts import Article, make_sheet
from newsfacts.models import Place
from newsfacts.names.finding import find_names
from newsfacts.places.finding import find_places


def places(nlp: Language, text: str) -> list[Place]:
    doc = nlp(text)
    return find_places(doc, Article(text), find_names(doc))


# text, then name, type and country of each place
ROWS: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    ("Ministers met in Nairobi on Monday.", [("Nairobi", "city", "KE")]),
    ("The U.S. and Brazil signed a trade deal.", [("U.S.", "country", "US"), ("Brazil", "country", "BR")]),
    (
        "The United States raised tariffs on Monday. Canada protested, and the U.S. agreed to talks.",
        [("United States", "country", "US"), ("Canada", "country", "CA")],
    ),
    ("Floods hit northern Pakistan and the city of Peshawar.", [("Pakistan", "country", "PK"), ("Peshawar", "city", "PK")]),
    ("Shipping through the Red Sea has resumed.", [("Red Sea", "water", None)]),
    ("Leaders of Southeast Asia will meet in Jakarta.", [("Southeast Asia", "region", None), ("Jakarta", "city", "ID")]),
    ("Wildfires spread in California on Sunday.", [("California", "region", "US")]),
    ("Voters in Ontario go to the polls in June.", [("Ontario", "region", "CA")]),
    ("The quake was felt in Santiago, Chile.", [("Santiago", "city", "CL"), ("Chile", "country", "CL")]),
    ("Police in Birmingham, Alabama, made two arrests.", [("Birmingham", "city", "US"), ("Alabama", "region", "US")]),
    ("Police in Birmingham, England, made two arrests.", [("Birmingham", "city", "GB"), ("England", "region", "GB")]),
    ("Britain and Ireland agreed on fishing quotas.", [("Britain", "country", "GB"), ("Ireland", "country", "IE")]),
    ("Beijing said it would retaliate.", [("Beijing", "city", "CN")]),
    ("South Korea and North Korea exchanged fire.", [("South Korea", "country", "KR"), ("North Korea", "country", "KP")]),
    ("The minister flew to Abidjan in Ivory Coast.", [("Abidjan", "city", "CI"), ("Ivory Coast", "country", "CI")]),
    ("The US-funded clinic in Kabul closed.", [("US", "country", "US"), ("Kabul", "city", "AF")]),
]


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_places(nlp: Language, text: str, rows: list[tuple[str, str, str | None]]) -> None:
    assert [(p.name, p.type, p.country) for p in places(nlp, text)] == rows


@pytest.mark.parametrize(
    "text",
    [
        "Russian and Chinese officials met on Monday.",
        "The Bank of Korea left its rate unchanged.",
        "Exports fell 21 percent in September.",
        "The turkey farmer said sales had risen before the holiday.",
        "He said the reading was high.",
    ],
)
def test_what_is_no_place(nlp: Language, text: str) -> None:
    assert [p.name for p in places(nlp, text)] == []


@pytest.mark.parametrize(
    ("text", "name", "geonames_id"),
    [
        ("Talks took place in Hangzhou, in eastern China.", "Hangzhou", 1808926),
        ("Talks took place in Moscow.", "Moscow", 524901),
        ("Ministers of Argentina met in Cordoba.", "Cordoba", 3860259),
        ("Ministers of Spain met in Cordoba.", "Cordoba", 2519240),
    ],
)
def test_the_article_says_which_city(nlp: Language, text: str, name: str, geonames_id: int) -> None:
    [city] = [p for p in places(nlp, text) if p.name == name]
    assert city.geonames_id == geonames_id
    assert city.latitude is not None
    assert city.longitude is not None


def test_a_small_town_of_a_country_that_is_not_named_gets_no_point(nlp: Language) -> None:
    text = "Mozambique said fighting had stopped in Palma. Mozambique sent aid to Palma from Maputo."
    [palma] = [p for p in places(nlp, text) if p.name == "Palma"]
    assert (palma.latitude, palma.longitude, palma.geonames_id) == (None, None, None)


def test_countries_have_a_point_and_no_state(nlp: Language) -> None:
    found = [(p.state, p.latitude, p.geonames_id) for p in places(nlp, "Peru and Chile signed a deal.")]
    assert found == [(None, pytest.approx(-9.2, abs=1), 3932488), (None, pytest.approx(-35.8, abs=1), 3895114)]


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("Police in Macomb, Illinois, made two arrests.", "Macomb", ("Illinois", "US-IL")),
        ("The mill in London, Ont., will close.", "London", ("Ontario", "CA-ON")),
        ("Floods hit Munich, the German city, on Monday.", "Munich", ("Bavaria", "DE-BY")),
        ("Wildfires spread in Bavaria, Germany.", "Bavaria", ("Bavaria", "DE-BY")),
        ("Troops left Abia State in Nigeria.", "Abia State", ("Abia", "NG-AB")),
        ("Voters in N.C. and Texas go to the polls.", "N.C.", ("North Carolina", "US-NC")),
        ("Germany held talks.", "Germany", (None, None)),
        ("Shipping through the Red Sea has resumed.", "Red Sea", (None, None)),
        ("Leaders of Southeast Asia met.", "Southeast Asia", (None, None)),
        ("Officials of Siberia, Russia, met on Monday.", "Siberia", (None, None)),
        ("The village of Umbelo in Kenya burnt down.", "Umbelo", (None, None)),
    ],
)
def test_the_state_of_a_place(nlp: Language, text: str, name: str, state: tuple[str | None, str | None]) -> None:
    [place] = [p for p in places(nlp, text) if p.name == name]
    assert (place.state, place.state_code) == state


def test_a_state_has_its_own_point_and_a_region_inside_it_has_none(nlp: Language) -> None:
    texas, county = places(nlp, "Rain fell in Texas. The sheriff of Ector County, Texas, died.")
    assert (texas.geonames_id, texas.latitude) == (4736286, pytest.approx(31, abs=2))
    assert (county.state, county.geonames_id, county.latitude) == ("Texas", None, None)


def test_mentions_are_joined_in_order(nlp: Language) -> None:
    text = "The United States raised tariffs. China protested. The U.S. agreed to talks with China."
    found = places(nlp, text)
    assert [(p.id, [m.text for m in p.mentions]) for p in found] == [("l1", ["United States", "U.S."]), ("l2", ["China", "China"])]
    assert all(text[m.start : m.end] == m.text for p in found for m in p.mentions)


# text, then name, type and country of each place of the sheet
SETTLED: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    ("Voters in the state of Georgia go to the polls on Tuesday.", [("Georgia", "region", "US")]),
    ("Georgia and Armenia reopened the border crossing.", [("Georgia", "country", "GE"), ("Armenia", "country", "AM")]),
    (
        "Police in Augusta, Georgia, and in Savannah searched two houses.",
        [("Augusta", "city", "US"), ("Georgia", "region", "US"), ("Savannah", "city", "US")],
    ),
    (
        "Trains between Cordoba, Argentina, and Rosario were stopped.",
        [("Cordoba", "city", "AR"), ("Argentina", "country", "AR"), ("Rosario", "city", "AR")],
    ),
    (
        "Fires burned near Cordoba, Spain, and near Cordoba, Argentina.",
        [("Cordoba", "city", "ES"), ("Spain", "country", "ES"), ("Cordoba", "city", "AR"), ("Argentina", "country", "AR")],
    ),
    ("Police in London, Ontario, charged a man on Friday.", [("London", "city", "CA"), ("Ontario", "region", "CA")]),
    ("Canada's prime minister flew to London on Monday.", [("Canada", "country", "CA"), ("London", "city", "GB")]),
    ("The ferry to Seattle, Washington, was cancelled.", [("Seattle", "city", "US"), ("Washington", "region", "US")]),
    ("Washington imposed sanctions on Tehran.", [("Washington", "city", "US"), ("Tehran", "city", "IR")]),
    ("The museum in Washington reopened on Tuesday.", [("Washington", "city", "US")]),
    (
        "Seychelles votes in October. Residents of Victoria marched on Sunday.",
        [("Seychelles", "country", "SC"), ("Victoria", "city", "SC")],
    ),
    (
        "Fires burned in Victoria and New South Wales, Australia's two largest states.",
        [("Victoria", "region", "AU"), ("New South Wales", "region", "AU"), ("Australia", "country", "AU")],
    ),
    (
        "Drought hit the Kenyan counties of Kitui, Tana River and Lamu.",
        [("Kitui", "region", "KE"), ("Tana River", "region", "KE"), ("Lamu", "region", "KE")],
    ),
    (
        "Quakes struck Paktika, Khost and Nangarhar provinces in Afghanistan.",
        [("Paktika", "region", "AF"), ("Khost", "region", "AF"), ("Nangarhar", "region", "AF"), ("Afghanistan", "country", "AF")],
    ),
    ("Boats left the island of Lamu for Kenya's coast.", [("Lamu", "landform", "KE"), ("Kenya", "country", "KE")]),
    ("A bomb killed two people in the Pakistani town of Chaman.", [("Chaman", "city", "PK")]),
    ("Smugglers waited in the Egyptian-Libyan border city of Salloum.", [("Salloum", "city", None)]),
    ("Shells hit the Russian-held city of Kherson, Ukraine said.", [("Kherson", "city", "UA"), ("Ukraine", "country", "UA")]),
    (
        "Snow fell along the East Coast, from Boston to New York.",
        [("East Coast", "region", "US"), ("Boston", "city", "US"), ("New York", "city", "US")],
    ),
    ("The Bay of Bengal and the Strait of Malacca were calm.", [("Bay of Bengal", "water", None), ("Strait of Malacca", "water", None)]),
    ("Climbers died on Mount Everest, near Nepal's border.", [("Mount Everest", "landform", None), ("Nepal", "country", "NP")]),
    ("Two men were shot outside Heathrow Airport.", [("Heathrow Airport", "facility", "GB")]),
    ("Brussels and Beijing want new talks on steel.", [("Brussels", "city", "BE"), ("Beijing", "city", "CN")]),
    ("Aid reached Goma, in eastern Congo, on Friday.", [("Goma", "city", "CD"), ("Congo", "country", "CD")]),
    ("Farmers in the Punjab province of Pakistan burned straw.", [("Punjab province", "region", "PK"), ("Pakistan", "country", "PK")]),
    (
        "India's farmers blocked roads in Punjab and Haryana.",
        [("India", "country", "IN"), ("Punjab", "region", "IN"), ("Haryana", "region", "IN")],
    ),
    ("Hyderabad, Pakistan, had no power for ten hours.", [("Hyderabad", "city", "PK"), ("Pakistan", "country", "PK")]),
    ("India's software firms are hiring in Hyderabad.", [("India", "country", "IN"), ("Hyderabad", "city", "IN")]),
    ("Britain's first battery plant will open in Newcastle.", [("Britain", "country", "GB"), ("Newcastle", "city", "GB")]),
    ("Australia's largest coal port, Newcastle, was closed.", [("Australia", "country", "AU"), ("Newcastle", "city", "AU")]),
    (
        "Tripoli asked Rome for patrol boats, and Libya's navy will get six.",
        [("Tripoli", "city", "LY"), ("Rome", "city", "IT"), ("Libya", "country", "LY")],
    ),
    (
        "Lebanon's army sent troops to Tripoli and Sidon.",
        [("Lebanon", "country", "LB"), ("Tripoli", "city", "LB"), ("Sidon", "city", "LB")],
    ),
    ("San Jose, the capital of Costa Rica, lost power.", [("San Jose", "city", "CR"), ("Costa Rica", "country", "CR")]),
    ("Exports to mainland China and Hong Kong rose.", [("China", "country", "CN"), ("Hong Kong", "city", "HK")]),
    (
        "Ontario and Quebec sent police to Quebec City.",
        [("Ontario", "region", "CA"), ("Quebec", "region", "CA"), ("Quebec City", "city", "CA")],
    ),
    ("Mills closed in South Wales and in northern England.", [("South Wales", "region", "GB"), ("England", "region", "GB")]),
    (
        "The plan starts in Santiago, in the districts of La Cisterna and La Florida.",
        [("Santiago", "city", "CL"), ("La Cisterna", "city", "CL"), ("La Florida", "city", "CL")],
    ),
    # a dash, a hyphen or an apostrophe parts two names or belongs to one
    ("Srinagar- A boy drowned in the river on Monday.", [("Srinagar", "city", "IN")]),
    ("AMMAN — Jordan on Wednesday marked the day.", [("AMMAN", "city", "JO"), ("Jordan", "country", "JO")]),
    ("The U.S.-led coalition left Iraq.", [("U.S.", "country", "US"), ("Iraq", "country", "IQ")]),
    ("The road joins Hawke's Bay and Wellington.", [("Hawke's Bay", "region", "NZ"), ("Wellington", "city", "NZ")]),
    ("Guinea-Bissau borders Senegal.", [("Guinea-Bissau", "country", "GW"), ("Senegal", "country", "SN")]),
    ("Baden-Württemberg borders Bavaria.", [("Baden-Württemberg", "region", "DE"), ("Bavaria", "region", "DE")]),
    # where the text puts a site
    (
        "Kuwait's and Egypt's ministers met at Al-Salam Palace in Jeddah.",
        [("Kuwait", "country", "KW"), ("Egypt", "country", "EG"), ("Al-Salam Palace", "facility", "SA"), ("Jeddah", "city", "SA")],
    ),
    (
        "Russia shelled Ukraine. Russia said its troops had left the Kyiv suburb of Bucha.",
        [("Russia", "country", "RU"), ("Ukraine", "country", "UA"), ("Kyiv", "city", "UA"), ("Bucha", "city", "UA")],
    ),
    ("The college is in Macomb, Illinois.", [("Macomb", "city", "US"), ("Illinois", "region", "US")]),
    ("The boy was bitten in León, Guanajuato.", [("León", "city", "MX"), ("Guanajuato", "region", "MX")]),
    ("He visited Kisumu, Nakuru and Mombasa.", [("Kisumu", "city", "KE"), ("Nakuru", "city", "KE"), ("Mombasa", "city", "KE")]),
    # towns named after a landform, capitals, parts of regions, official names
    ("Ghana's parliament met in Cape Coast.", [("Ghana", "country", "GH"), ("Cape Coast", "city", "GH")]),
    ("Tourists from Canada went over to Niagara Falls.", [("Canada", "country", "CA"), ("Niagara Falls", "water", "CA")]),
    (
        "Chiang Mai and Chiang Rai provinces felt a quake in Myanmar, Thai officials said.",
        [("Chiang Mai", "region", "TH"), ("Chiang Rai", "region", "TH"), ("Myanmar", "country", "MM")],
    ),
    ("The mine is near Ulaanbaatar.", [("Ulaanbaatar", "city", "MN")]),
    ("In Mérida, tourists ask for carriages.", [("Mérida", "city", "MX")]),
    ("The minister opened the hall in Eastern Uttar Pradesh.", [("Eastern Uttar Pradesh", "region", "IN")]),
    ("Córdoba Governor Hugo Paz spoke in Argentina.", [("Córdoba", "city", "AR"), ("Argentina", "country", "AR")]),
    (
        "Christchurch, Timaru, Nelson and Ashburton District Council in New Zealand signed.",
        [("Christchurch", "city", "NZ"), ("Timaru", "city", "NZ"), ("Nelson", "city", "NZ"), ("New Zealand", "country", "NZ")],
    ),
    ("The Cairo Tower was lit in red.", [("Cairo Tower", "facility", "EG")]),
    ("Riots broke out at Bellavista prison in Ecuador.", [("Bellavista prison", "facility", "EC"), ("Ecuador", "country", "EC")]),
    (
        "China lent Sri Lanka the money. Sri Lanka used it for the Hambanwela Port. China and Sri Lanka will talk again.",
        [("China", "country", "CN"), ("Sri Lanka", "country", "LK"), ("Hambanwela Port", "facility", None)],
    ),
]

NO_PLACES = [
    # storms, ships, ruling houses
    "Homes were flooded by tropical storm Ramona.",
    "Typhoon Egay sank ten boats, and typhoon Egay killed a man.",
    "The navy's INS Marut, Varunak and Agnil sailed.",
    "Two Barracuda class submarines were bought.",
    "The Umayyad Dynasty fell.",
    "Kuwait SC beat Qadsia SC.",
    "The Arab Spring began with a fruit seller.",
    "The Dutertano government avoided such deals. Former president Rodrigo Dutertano is in jail.",
    "The kyat fell against the US dollar.",
    "The firm raised 40 million Hong Kong dollars.",
    "The INS Vikrant sailed at dawn.",
    "Shares in Lukoil, Rosneft and Gazprom fell.",
    "The oil majors Rosneft and Lukoil cut output.",
    "Datuk Seri Hafiz Rahman opened the hall.",
    "Paris Hilton sold the house.",
    "The Georgian dancers won a prize.",
    "Denzel Washington thanked his wife.",
    "The Chinese and Indian armies held talks.",
    "Barangay officials closed the road.",
    "The chancellor spoke in parliament.",
]


# Text, then name and country of each place.
ABROAD: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("KLANG: The council closed the road on Monday.", [("KLANG", "MY")]),
    ("Windhoek - The market at Okamwe reopened.", [("Windhoek", "NA"), ("Okamwe", "NA")]),
    (
        "The airline flies to Juba, Port Moresby, Port-of-Spain and Bridgetown.",
        [("Juba", "SS"), ("Port Moresby", "PG"), ("Port-of-Spain", "TT"), ("Bridgetown", "BB")],
    ),
    ("A ferry from Honiara sank.", [("Honiara", "SB")]),
    ("She was born in Georgetown.", [("Georgetown", "GY")]),
    ("Heavy rain fell in the south of Mexico and the South of Honduras.", [("Mexico", "MX"), ("Honduras", "HN")]),
    ("Trucks cross the northern boundary of Ghana.", [("Ghana", "GH")]),
    ("The Governorate of Dhofar closed the road in Oman. Dhofar has rain in July.", [("Governorate of Dhofar", "OM"), ("Oman", "OM")]),
    (
        "Tanzania's president opened the Arusha Bypass Road. Kenya's cut the tape.",
        [("Tanzania", "TZ"), ("Arusha Bypass Road", "TZ"), ("Kenya", "KE")],
    ),
    ("The Gobi Desert is cold. The Gobi has few wells.", [("Gobi Desert", None)]),
    ("The Sahara grows. The Sahara Desert grows.", [("Sahara Desert", None)]),
    ("Land was vested in Ngāi Tahu and Ngāti Porou.", []),
    ("Floods hit KZN in April.", [("KZN", "ZA")]),
    ("KZN delegates sang at the ANC conference.", [("KZN", "ZA")]),
    ("Trains in CDMX stopped.", [("CDMX", "MX")]),
    ("A landslide buried houses in Chiriquí.", [("Chiriquí", "PA")]),
    ("Floods hit Alto Paraná and Itapúa.", [("Alto Paraná", "PY"), ("Itapúa", "PY")]),
    ("Farmers in Huehuetenango lost maize.", [("Huehuetenango", "GT")]),
    ("Fundación Niños Felices and Asociación Vida Nueva sent rice to Haiti.", [("Haiti", "HT")]),
    ("IPOH: Firemen saved two boys from the flood at Kampung Sentosa Baru.", [("IPOH", "MY"), ("Kampung Sentosa Baru", "MY")]),
    ("Durban - Residents of Umhlanzi blocked Ridge Road.", [("Durban", "ZA"), ("Umhlanzi", "ZA"), ("Ridge Road", "ZA")]),
    ("LUSAKA (AFP) - Villagers in Chikalanga fled.", [("LUSAKA", "ZM"), ("Chikalanga", "ZM")]),
    ("Talks: The two sides met in Ormoville.", [("Ormoville", None)]),
    ("Perth: The dam near Kalgarra is full.", [("Perth", "AU"), ("Kalgarra", "AU")]),
    ("Flights to Port-au-Prince and Thimphu resumed.", [("Port-au-Prince", "HT"), ("Thimphu", "BT")]),
    ("The ship left Paramaribo for Port of Spain.", [("Paramaribo", "SR"), ("Port of Spain", "TT")]),
    ("A nurse lives in Cambridge.", [("Cambridge", None)]),
    ("A trader from Palma was robbed.", [("Palma", None)]),
    ("Peru's police found the boat in San Fernando.", [("Peru", "PE"), ("San Fernando", "PE")]),
    ("Snow fell in the North of Spain.", [("Spain", "ES")]),
    ("Ships patrol the waters of Greece.", [("Greece", "GR")]),
    ("The Republic of Congo and the Gulf of Guinea are hot.", [("Republic of Congo", "CG"), ("Gulf of Guinea", None)]),
    ("The Province of Salta in Argentina has mines. Salta sells lithium.", [("Province of Salta", "AR"), ("Argentina", "AR")]),
    ("The Bay of Plenty in New Zealand was hit.", [("Bay of Plenty", "NZ"), ("New Zealand", "NZ")]),
    ("Police in the State of Mexico freed ten men. Mexico's president praised them.", [("State of Mexico", "MX"), ("Mexico", "MX")]),
    ("Kenya and Uganda will widen the Nakuru Bypass Road.", [("Kenya", "KE"), ("Uganda", "UG"), ("Nakuru Bypass Road", "KE")]),
    ("A bus fell from the Essex Street Bridge.", [("Essex Street Bridge", None)]),
    (
        "A bridge fell at Varnitsi in the northern Greek region of Epirus. Turkey and Italy sent help.",
        [("Varnitsi", "GR"), ("Epirus", "GR"), ("Turkey", "TR"), ("Italy", "IT")],
    ),
    (
        "The Port of Santarel in the eastern Brazilian state of Bahia was shut. Peru and Chile use it.",
        [("Port of Santarel", "BR"), ("Bahia", "BR"), ("Peru", "PE"), ("Chile", "CL")],
    ),
    ("The land belongs to Ngāti Whātua in Auckland.", [("Auckland", "NZ")]),
    ("Fires burned in NSW. New South Wales asked for help.", [("New South Wales", "AU")]),
    ("The KPK cabinet met in Peshawar.", [("KPK", "PK"), ("Peshawar", "PK")]),
    ("Middle East and North Africa (MENA) markets rose.", [("Middle East and North Africa", None)]),
    ("Floods hit Champasak and Savannakhet.", [("Champasak", "LA"), ("Savannakhet", "LA")]),
    ("Rebels burned two villages in Tillabéri.", [("Tillabéri", "NE")]),
    ("Growers in Chimaltenango lost their beans.", [("Chimaltenango", "GT")]),
    ("Herders in Zavkhan moved south.", [("Zavkhan", "MN")]),
    ("The quake was felt in Ayacucho.", [("Ayacucho", "PE")]),
    ("The Christchurch City Council will fix the drain at Bromleigh.", [("Bromleigh", "NZ")]),
    ("The Schengen area has no borders.", [("Schengen area", None)]),
    ("The government of Chad built roads.", [("Chad", "TD")]),
    ("Kublar Khan and Ali Murad Khan met in Lahore.", [("Lahore", "PK")]),
    ("A bomb went off in Dera Ismail Khan.", [("Dera Ismail Khan", "PK")]),
    ("Fans waited at King Hassan Complex.", [("King Hassan Complex", None)]),
    ("Shopara Malaysia CEO Alan Chin spoke.", []),
    ("Malaysia CEO Alan Chin spoke of his firm.", [("Malaysia", "MY")]),
    (
        "The players met in Windhoek and drove to Swakopmund. Germany sent a coach.",
        [("Windhoek", "NA"), ("Swakopmund", "NA"), ("Germany", "DE")],
    ),
    ("Kenya's president spoke at Kibwezori. Kenya has rain.", [("Kenya", "KE"), ("Kibwezori", "KE")]),
    ("Buses left Harare at noon. The City of Harare owns them, and Harare pays.", [("Harare", "ZW")]),
    ("US shops opened at the Mall del Sur (Manta) in Ecuador.", [("US", "US"), ("Mall del Sur", "EC"), ("Manta", "EC"), ("Ecuador", "EC")]),
    ("Growers planted sorts of mango including Erwina, Jinhuan and Keitta.", []),
    ("The tribes are the Toba Maskor, Enxota and Sanapa.", []),
    ("The jeweller sold several Chaumeta rings.", []),
    ("The shop's best seller, Standola, costs $5.", []),
    ("He has several Noyara pictures at home.", []),
    ("Trucks run from Ormovil to Bratopol.", [("Ormovil", None), ("Bratopol", None)]),
    ("The town of Ormovil was flooded.", [("Ormovil", None)]),
    ("He was born near Bratopol in May.", [("Bratopol", None)]),
    ("ORMOVIL - The river rose on Monday.", [("ORMOVIL", None)]),
    # adjectives of direction and of peoples alone
    ("Storms will reach the Northern, Eastern and lower Central regions of Laos.", [("Laos", "LA")]),
    ("Rain is likely in Eastern and Southeastern parts of Brazil.", [("Brazil", "BR")]),
    ("He spoke of the Persian Iran of his childhood.", [("Iran", "IR")]),
    ("Snow fell in the Western and Central provinces.", []),
    ("The Arab Syria of the old maps is gone.", [("Syria", "SY")]),
    ("A new road joins Kurdish Iraq and Turkey.", [("Iraq", "IQ"), ("Turkey", "TR")]),
    ("Northern Ireland and Northern Territory voted.", [("Northern Ireland", "GB"), ("Northern Territory", "AU")]),
    ("Police closed roads in Central and Admiralty in Hong Kong.", [("Central", "HK"), ("Admiralty", "HK"), ("Hong Kong", "HK")]),
    ("The Persian Gulf was calm.", [("Persian Gulf", None)]),
    ("Farmers in Ghana's Northern Region lost crops.", [("Ghana", "GH"), ("Northern Region", "GH")]),
    ("The North West premier flew to the Western Cape.", [("North West", "ZA"), ("Western Cape", "ZA")]),
    # towns whose names are common words
    ("Riverside villagers in nine districts were told to leave.", []),
    ("Reading lessons begin at six.", []),
    ("Mobile subscribers grew 4 percent in Kenya.", [("Kenya", "KE")]),
    ("Riverside homes in Bangladesh were swept away.", [("Bangladesh", "BD")]),
    ("Surprise visits to farms are planned in Wales.", [("Wales", "GB")]),
    ("Reading officials said the bridge was safe. Trains to Reading stopped.", [("Reading", None)]),
    ("Riverside, California, closed its schools.", [("Riverside", "US"), ("California", "US")]),
    ("Mobile residents fled. The storm reached Mobile, Alabama, at noon.", [("Mobile", "US"), ("Alabama", "US")]),
    ("Riverside officials in California closed the school.", [("Riverside", "US"), ("California", "US")]),
    ("Flooding in Reading closed two roads.", [("Reading", None)]),
]


def _the_country_of_a_place(nlp: Language, text: str, rows: list[tuple[str, str | None]]) -> None:
    assert [(p.name, p.country) for p in make_sheet(Article(text=text), nlp).places] == rows


def test_the_country_of_a_place(nlp: Language) -> None:
    hold(ABROAD, partial(_the_country_of_a_place, nlp), 0.94)


def _the_article_settles_what_a_name_stands_for(nlp: Language, text: str, rows: list[tuple[str, str, str | None]]) -> None:
    assert [(p.name, p.type, p.country) for p in make_sheet(Article(text=text), nlp).places] == rows


def test_the_article_settles_what_a_name_stands_for(nlp: Language) -> None:
    hold(SETTLED, partial(_the_article_settles_what_a_name_stands_for, nlp), 0.94)


@pytest.mark.parametrize("text", NO_PLACES)
def test_what_the_sheet_has_as_no_place(nlp: Language, text: str) -> None:
    assert [p.name for p in make_sheet(Article(text=text), nlp).places] == []


# What an article calls several places at once: text, then name and type of each.
NAMED_BY_KIND: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "Water in four large reservoirs -- Lam Sorn, Lam Pethai, Huai Mek and Huai Tong -- fell below half.",
        [("Lam Sorn", "water"), ("Lam Pethai", "water"), ("Huai Mek", "water"), ("Huai Tong", "water")],
    ),
    ("Three dams (Gorvana, Itelo and Kandiro) stand empty.", [("Gorvana", "facility"), ("Itelo", "facility"), ("Kandiro", "facility")]),
    ("Flights from two airports, Semora and Batlin, were halted.", [("Semora", "facility"), ("Batlin", "facility")]),
    ("The army shut three bridges: Tolvan, Merik and Osta.", [("Tolvan", "facility"), ("Merik", "facility"), ("Osta", "facility")]),
    ("Two provinces – Kavora and Ninto – have no power.", [("Kavora", "region"), ("Ninto", "region")]),
    ("After closing two airports, Lagos and Abuja reopened them.", [("Lagos", "city"), ("Abuja", "city")]),
    (
        "Ministers of three countries -- Kenya, Uganda and Rwanda -- met.",
        [("Kenya", "country"), ("Uganda", "country"), ("Rwanda", "country")],
    ),
    ("Pupils of three schools -- in Lagos, Kano and Enugu -- marched.", [("Lagos", "city"), ("Kano", "city"), ("Enugu", "city")]),
    ("Buses link the airports with Lagos, Kano and Enugu.", [("Lagos", "city"), ("Kano", "city"), ("Enugu", "city")]),
    ("The bridges of Lagos, Kano and Enugu are old.", [("Lagos", "city"), ("Kano", "city"), ("Enugu", "city")]),
    ("Patrols watch the islands of Mirova and Tesk.", [("Mirova", "landform"), ("Tesk", "landform")]),
    ("Boats were lost on 2 lakes, Sombra and Tiel, in May.", [("Sombra", "water"), ("Tiel", "water")]),
    ("Fires spread to three northern districts — Kelmar, Ostin and Pravo.", [("Kelmar", "city"), ("Ostin", "city"), ("Pravo", "city")]),
    ("The ferry serves two islands (Mirova and Tesk).", [("Mirova", "landform"), ("Tesk", "landform")]),
    ("The firm has plants in three cities: Lagos, Kano and Enugu.", [("Lagos", "city"), ("Kano", "city"), ("Enugu", "city")]),
    ("Two rivers, Peru and Bolivia agreed, will be dammed.", [("Peru", "country"), ("Bolivia", "country")]),
    ("Ten teams toured three airports, two in Lagos, one in Kano.", [("Lagos", "city"), ("Kano", "city")]),
]


@pytest.mark.parametrize(("text", "rows"), NAMED_BY_KIND)
def test_a_kind_in_front_of_a_list(nlp: Language, text: str, rows: list[tuple[str, str]]) -> None:
    assert [(p.name, p.type) for p in make_sheet(Article(text=text), nlp).places] == rows


# A town before its state: the country, and the degrees of the town of that name in that state, None where no point may be given.
TOWNS_OF_STATES = [
    ("The mill in Lebanon, Tennessee, burned down.", "Lebanon", "US", (36.2, -86.3)),
    ("Nurses in London, Ont., went on strike.", "London", "CA", (43.0, -81.2)),
    ("A truck hit a bridge in Denver, Pennsylvania, on Friday.", "Denver", "US", (40.2, -76.1)),
    ("Farmers met in Windsor, Nova Scotia, on Monday.", "Windsor", "CA", (45.0, -64.1)),
    ("The plant in Peru, Ind., will shut.", "Peru", "US", (40.8, -86.1)),
    # the state that is named beside it
    ("She runs a shop in Salem, a village near Hartford, Connecticut.", "Salem", "US", (41.5, -72.3)),
    ("The school in Auburn, north of Portland, Maine, will close.", "Auburn", "US", (44.1, -70.2)),
    ("The judge in Columbia, South Carolina, freed a man from Lexington.", "Lexington", "US", (34.0, -81.2)),
    ("The mill near Medford, Oregon, sends logs to Ashland.", "Ashland", "US", (42.2, -122.7)),
    ("CONCORD, N.H. (Wire) — A man from Manchester was held.", "Manchester", "US", (43.0, -71.5)),
    ("Officers in Columbus, Indiana, held a man from Franklin.", "Franklin", "US", (39.5, -86.1)),
    ("Firms from Ohio will meet in Boston on Friday.", "Boston", "US", (42.4, -71.1)),
    ("Nurses from Texas flew to Chicago.", "Chicago", "US", (41.9, -87.7)),
    ("Troops from Georgia and Alabama trained near Houston.", "Houston", "US", (29.8, -95.4)),
    ("Fans in Nebraska and Iowa drove to Philadelphia.", "Philadelphia", "US", (40.0, -75.2)),
    ("The ferry from Maine took the players to Montreal.", "Montreal", "CA", (45.5, -73.6)),
    ("The ship sailed from Victoria, B.C., to Astoria, Ore.", "Astoria", "US", (46.2, -123.8)),
    ("The envoy flew from Peru to Lebanon on Friday.", "Peru", "PE", None),
    ("Police in London held two men on Monday.", "London", "GB", (51.5, -0.1)),
    ("Doctors from Denver, Chicago and Boston signed the letter.", "Denver", "US", (39.7, -105.0)),
    ("Teams from Lebanon, Jordan and Kuwait took part.", "Lebanon", "LB", None),
    ("Rain fell in West Bengal, East Timor and Western Sahara.", "West Bengal", "IN", None),
]


@pytest.mark.parametrize(("text", "name", "country", "point"), TOWNS_OF_STATES)
def test_a_town_lies_in_the_state_behind_it(nlp: Language, text: str, name: str, country: str, point: tuple[float, float] | None) -> None:
    place = next(place for place in make_sheet(Article(text=text), nlp).places if place.name == name)
    assert place.country == country
    if point is None:
        assert place.type in ("country", "region")
    else:
        assert place.latitude is not None
        assert place.longitude is not None
        assert (round(place.latitude, 1), round(place.longitude, 1)) == pytest.approx(point, abs=0.11)


# text, then a place and the type and country that the words beside it, the article's country and the tables give it
TYPES_AND_COUNTRIES = [
    ("The seat of Rajbari-2 in Bangladesh fell vacant on Monday.", "Rajbari-2", "region", "BD"),
    ("Catches fell in the South Atlantic this year.", "South Atlantic", "water", None),
    ("Child labour remains common in Western Africa.", "Western Africa", "region", None),
    ("A fire broke out at the Mokopo farm in Kenya on Friday.", "Mokopo farm", "facility", "KE"),
    ("Floods closed roads from Suphan Buri to Bangkok, Thailand said.", "Suphan Buri", "region", "TH"),
    ("The talks were held in Zarqa, a city in Jordan.", "Zarqa", "city", "JO"),
    ("Judges of the Southern District of Texas met on Monday.", "Southern District", "region", "US"),
    ("Panama closed the road to Santiago. Panama's police blocked the bridge, and Panama sent food.", "Santiago", "city", "PA"),
    ("Chile sent food to towns around Santiago. Chile's army helped.", "Santiago", "city", "CL"),
    ("El Salvador opened a clinic in La Paz. El Salvador pays half.", "La Paz", "region", "SV"),
    ("Peru opened a clinic in La Libertad. Peru pays half.", "La Libertad", "region", "PE"),
    ("Buses in Costa Rica run to the city of Liberia. Costa Rica built the road.", "Liberia", "city", "CR"),
    ("The president of Liberia flew to the city of Monrovia.", "Liberia", "country", "LR"),
    (
        "Ferries to Flinders Island in Bass Strait stopped. Australia sent a ship, and Australia's navy helped.",
        "Flinders Island",
        "landform",
        "AU",
    ),
    ("Boats crossed the Gulf of Nicoya in Costa Rica.", "Gulf of Nicoya", "water", "CR"),
    ("Tankers wait in the Gulf of Aden off Yemen.", "Gulf of Aden", "water", None),
    ("Dam workers along the Blue Nile in Sudan struck.", "Blue Nile", "water", None),
    ("Clashes spread in Blue Nile state, Sudan said.", "Blue Nile state", "region", "SD"),
]


def _type_and_country(nlp: Language, text: str, name: str, kind: str, country: str | None) -> None:
    assert next(((p.type, p.country) for p in places(nlp, text) if p.name == name), None) == (kind, country)


def test_types_and_countries(nlp: Language) -> None:
    hold(TYPES_AND_COUNTRIES, partial(_type_and_country, nlp), 0.94)


def test_a_town_lies_in_the_division_behind_it(nlp: Language) -> None:
    found = places(nlp, "A boy drowned near the bus stand of Mandi in Jammu and Kashmir.")
    assert [p.state for p in found if p.name == "Mandi"] != ["Himachal Pradesh"]


def test_one_name_in_two_states_is_two_places(nlp: Language) -> None:
    found = [
        (p.country, p.state_code) for p in places(nlp, "She lives in Aurora, Illinois, and he in Aurora, Colorado.") if p.name == "Aurora"
    ]
    assert found == [("US", "US-IL"), ("US", "US-CO")]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Voters in Georgia and Arizona waited in line for hours.", "US"),
        ("Georgia, Alabama and Florida sued over the river.", "US"),
        ("Farmers in Georgia, Iowa and Ohio fear frost.", "US"),
        ("A bus from Georgia to Tennessee broke down.", "US"),
        ("Storms closed schools in Georgia and South Carolina.", "US"),
        ("Carl Dunn, a Georgia Democrat, will not run again. He lives in Augusta.", "US"),
        ("TBILISI (Wire) - Georgia's wine is sold in Ohio and Texas.", "GE"),
        ("Georgia's president flew from Tbilisi to Washington.", "GE"),
        ("Georgia and Armenia signed the pact in Vienna.", "GE"),
        ("Georgia, Moldova and Ukraine applied in March.", "GE"),
        ("Troops of Georgia and Turkey trained in Batumi.", "GE"),
    ],
)
def test_which_georgia(nlp: Language, text: str, country: str) -> None:
    assert next(p.country for p in places(nlp, text) if p.name == "Georgia") == country


# Cities of one country alone are known by their name, also where the article speaks of another; small towns are not.
@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Offices in Utrecht and Ghent will shut, the Netherlands said.", "Ghent", "BE"),
        ("The bank has desks in Katowice, Gdynia and Lublin.", "Gdynia", "PL"),
        ("Kenya's runners trained in Wuppertal.", "Wuppertal", "DE"),
        ("The Nigerian team lost in Gothenburg.", "Gothenburg", "SE"),
        ("Peru's coach flew to Antwerp.", "Antwerp", "BE"),
        ("Kenya's president spoke at Kibwezori. Kenya has rain.", "Kibwezori", "KE"),
    ],
)
def test_a_city_of_one_country_alone(nlp: Language, text: str, name: str, country: str) -> None:
    assert next(p.country for p in make_sheet(Article(text=text), nlp).places if p.name == name) == country


# the towns before `-based`, cities behind `in`, and what looks like them
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A Sugar Land-based dealer sold 40 cars.", ["Sugar Land"]),
        ("A Round Rock-based chipmaker cut jobs.", ["Round Rock"]),
        ("The Grand Forks-based bank will shut.", ["Grand Forks"]),
        ("She runs a Palm Springs-based firm.", ["Palm Springs"]),
        ("The Kansas City-based railway hired 40 people.", ["Kansas City"]),
        ("A Faith-based school opened.", []),
        ("An Open Source-based tool is free.", []),
        ("Evidence-based rules are best.", []),
        ("The Blue Chip-based fund fell.", []),
        ("A Plant Protein-based burger is sold.", []),
        ("The firm hires in Wuppertal (remote option).", ["Wuppertal"]),
        ("The bank closes offices in Katowice (two) and Lublin (one).", ["Katowice", "Lublin"]),
        ("He trained in Gothenburg.", ["Gothenburg"]),
        ("They met in Antwerp.", ["Antwerp"]),
        ("It snowed in Novosibirsk.", ["Novosibirsk"]),
        ("Shares in Santos fell.", []),
        ("She has a stake in Santos, the gas company.", []),
        ("He believes in Jesus.", []),
        ("The deal was made in April.", []),
        ("They are fluent in German.", []),
    ],
)
def test_towns_by_the_words_beside_them(nlp: Language, text: str, names: list[str]) -> None:
    assert [p.name for p in make_sheet(Article(text=text), nlp).places] == names


def test_a_small_town_before_new_york_lies_in_the_state(nlp: Language) -> None:
    town = next(p for p in places(nlp, "The family moved from Boston to Corning, New York, in May.") if p.name == "Corning")
    assert (town.country, town.state) == ("US", "New York")


@pytest.mark.parametrize(
    ("text", "name", "country", "state"),
    [
        ("She teaches in Elmira, a short drive from Corning, New York.", "Elmira", "US", "New York"),
        ("He keeps bees in Geneva, a village of vineyards near Ithaca, New York.", "Geneva", "US", "New York"),
        ("The mill at Greenville lies between Hudson, New York, and the river.", "Greenville", "US", "New York"),
        ("They met in Vancouver, across the bridge from Camas, Washington.", "Vancouver", "US", "Washington"),
        ("A fire burned a barn in Monroe, a town east of Athens, Georgia.", "Monroe", "US", "Georgia"),
        ("The firm, with offices in Berlin and Albany, New York, cut jobs.", "Berlin", "DE", "Berlin"),
        ("He left Vancouver, Canada, for Seattle, Washington.", "Vancouver", "CA", "British Columbia"),
        ("Delegates from Tbilisi, Georgia, met those of Athens in Greece.", "Athens", "GR", "Attica"),
        ("The ship sailed from Naples, Italy, to Buffalo, New York.", "Naples", "IT", "Campania"),
        ("They fly from Rome to Albany, New York, on Mondays.", "Rome", "IT", "Lazio"),
    ],
)
def test_a_state_behind_a_town_tells_of_the_towns_beside_it(nlp: Language, text: str, name: str, country: str, state: str) -> None:
    town = next(p for p in places(nlp, text) if p.name == name)
    assert (town.country, town.state) == (country, state)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("She flew from Geneva to New York on Monday.", "Geneva", "CH"),
        ("Flights from Naples to Chicago were late.", "Naples", "IT"),
        ("A ship from Genoa reached New York on Sunday.", "Genoa", "IT"),
        ("Talks that began in Geneva moved to Los Angeles.", "Geneva", "CH"),
        ("The choir sang in Florence and then in Los Angeles.", "Florence", "IT"),
        ("Police in the United States searched houses in Geneva, Illinois.", "Geneva", "US"),
        ("In the US, Naperville wants a new bridge; so does Geneva, both senators of Illinois said.", "Geneva", "US"),
        ("The US Army left Birmingham, Alabama, on Friday.", "Birmingham", "US"),
        ("Hamilton, Ontario, and Toronto are in Canada, said Canadian officials.", "Hamilton", "CA"),
    ],
)
def test_where_no_country_is_named_each_large_city_tells_of_its_own(nlp: Language, text: str, name: str, country: str) -> None:
    assert next(p for p in places(nlp, text) if p.name == name).country == country
