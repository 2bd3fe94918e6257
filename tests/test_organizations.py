"""Organisations as entities: full names and acronyms joined. Each row is a text of the wires beside its organisations."""

from __future__ import annotations

from functools import partial

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab
from tables import hold

from newsfacts import Article
from newsfacts.models import Mention, Organization
from newsfacts.names.finding import find_names
from newsfacts.organizations import find_organizations
from newsfacts.organizations.candidates import is_listed
from newsfacts.pipeline.component import CHANCES
from newsfacts.sureness import without_doubtful


def organizations(nlp: Language, text: str) -> list[Organization]:
    doc = nlp(text)
    return find_organizations(doc, Article(text), find_names(doc))


ROWS: list[tuple[str, dict[str, list[str]]]] = [
    # abbreviations and short forms
    (
        "The Constitutional Party of Japan won. The CP will lead.",
        {"Constitutional Party of Japan": ["Constitutional Party of Japan", "CP"]},
    ),
    (
        "Nippon Ishin (Japan Innovation Party) lost two seats.",
        {"Japan Innovation Party": ["Nippon Ishin", "Japan Innovation Party"]},
    ),
    ("The Pakistan Peoples Party (PPP) won. PPP leaders cheered.", {"Pakistan Peoples Party": ["Pakistan Peoples Party", "PPP", "PPP"]}),
    ("Leaders of the JD(S) met in Mysuru.", {"JD(S)": ["JD(S)"]}),
    # a place or a common word may be a part of it
    ("Labour MP Ann Hale spoke, and Labour lost the vote.", {"Labour": ["Labour", "Labour"]}),
    ("Kuwait SC beat Qadsia SC in the cup.", {"Kuwait SC": ["Kuwait SC"], "Qadsia SC": ["Qadsia SC"]}),
    ("Bank Indonesia raised its rate.", {"Bank Indonesia": ["Bank Indonesia"]}),
    ("Former president of the Central Bank Federico Rossi resigned.", {"Central Bank": ["Central Bank"]}),
    ("The World Bank will lend Kenya $200 million.", {"World Bank": ["World Bank"]}),
    # a name of its own in brackets
    (
        "Banco Popular Dominicano (Bapodom) opened a branch. Bapodom shares rose.",
        {"Banco Popular Dominicano": ["Banco Popular Dominicano", "Bapodom", "Bapodom"]},
    ),
    (
        "The University of Namibia (Lancet) report was praised by the World Bank.",
        {"University of Namibia": ["University of Namibia"], "Lancet": ["Lancet"], "World Bank": ["World Bank"]},
    ),
    (
        "He works at MTC Namibia. Mobile Telecommunications Limited (MTC) will pay the fees, MTC said.",
        {"Mobile Telecommunications Limited": ["MTC Namibia", "Mobile Telecommunications Limited", "MTC", "MTC"]},
    ),
    # a line in capitals is a heading
    ("The World Bank lent money.\n\nINTERNSHIP PROGRAMME\n\nFees fell.", {"World Bank": ["World Bank"]}),
    ("UNICEF said aid fell.\n\nUNICEF staff left on Monday.\n\nAid is late.", {"UNICEF": ["UNICEF", "UNICEF"]}),
    (
        "The International Monetary Fund (IMF) approved a loan. The IMF said growth would slow.",
        {"International Monetary Fund": ["International Monetary Fund", "IMF", "IMF"]},
    ),
    (
        "The World Trade Organization praised the plan. The WTO also sent envoys.",
        {"World Trade Organization": ["World Trade Organization", "WTO"]},
    ),
    ("Shares in Samsung Electronics rose.", {"Samsung Electronics": ["Samsung Electronics"]}),
    ("The Supreme Court upheld the ruling.", {"Supreme Court": ["Supreme Court"]}),
    (
        "He told Reuters that the Ministry of Finance would decide.",
        {"Reuters": ["Reuters"], "Ministry of Finance": ["Ministry of Finance"]},
    ),
    ("The European Union and NATO condemned the attack.", {"European Union": ["European Union"], "NATO": ["NATO"]}),
    ("The University of Cape Town closed its library.", {"University of Cape Town": ["University of Cape Town"]}),
    ("The African Development Bank opened an office in Lusaka.", {"African Development Bank": ["African Development Bank"]}),
    (
        "The United Nations' General Assembly voted on Friday.",
        {"United Nations": ["United Nations"], "General Assembly": ["General Assembly"]},
    ),
    (
        "The IMF (International Monetary Fund) cut its forecast. The IMF fears tariffs.",
        {"International Monetary Fund": ["IMF", "International Monetary Fund", "IMF"]},
    ),
    ("The ANC (African National Congress) lost its majority.", {"African National Congress": ["ANC", "African National Congress"]}),
    (
        "The National Union of Mineworkers (NUM) called a strike. NUM members stayed home.",
        {"National Union of Mineworkers": ["National Union of Mineworkers", "NUM", "NUM"]},
    ),
    (
        "World Vision International fed 2,000 families. World Vision said more aid was needed.",
        {"World Vision International": ["World Vision International", "World Vision"]},
    ),
    (
        "Doctors Without Borders, known by its French initials MSF, left the town. MSF treated 300 people.",
        {"Doctors Without Borders": ["Doctors Without Borders", "MSF", "MSF"]},
    ),
    (
        "Samsung Electronics Co. raised its forecast. Samsung said chip prices rose.",
        {"Samsung Electronics Co.": ["Samsung Electronics Co.", "Samsung"]},
    ),
    (
        "The Pietermaritzburg Economic Justice and Dignity group published its index.",
        {"Pietermaritzburg Economic Justice and Dignity group": ["Pietermaritzburg Economic Justice and Dignity group"]},
    ),
    (
        "The Ministry of Health reported 30 cases. The Health Ministry urged calm.",
        {"Ministry of Health": ["Ministry of Health", "Health Ministry"]},
    ),
    (
        "The World Health Organization sent doctors. WHO experts arrived on Friday.",
        {"World Health Organization": ["World Health Organization", "WHO"]},
    ),
    ("Shares in Lukoil, Rosneft and Gazprom fell.", {"Lukoil": ["Lukoil"], "Rosneft": ["Rosneft"], "Gazprom": ["Gazprom"]}),
    ("The NGO Reporters Without Borders criticised the ruling.", {"Reporters Without Borders": ["Reporters Without Borders"]}),
    ("He works for the channel TV5 Monde.", {"TV5 Monde": ["TV5 Monde"]}),
    ("Grupo Bimbo bought the bakery. Bimbo makes bread.", {"Grupo Bimbo": ["Grupo Bimbo", "Bimbo"]}),
    (
        "The Supreme Court of Pakistan rejected the plea. The Supreme Court sits again in May.",
        {"Supreme Court of Pakistan": ["Supreme Court of Pakistan", "Supreme Court"]},
    ),
    (
        "The European Central Bank raised rates. The ECB said inflation was too high.",
        {"European Central Bank": ["European Central Bank", "ECB"]},
    ),
    (
        "The Bank of England's Monetary Policy Committee voted to cut.",
        {"Bank of England": ["Bank of England"], "Monetary Policy Committee": ["Monetary Policy Committee"]},
    ),
    (
        "Kenya Revenue Authority (KRA) collected more. KRA said imports rose.",
        {"Kenya Revenue Authority": ["Kenya Revenue Authority", "KRA", "KRA"]},
    ),
    (
        "The General Assembly of the United Nations voted on Friday.",
        {"General Assembly": ["General Assembly"], "United Nations": ["United Nations"]},
    ),
    ("The Green Party lost three seats to the Labour Party.", {"Green Party": ["Green Party"], "Labour Party": ["Labour Party"]}),
    ("Al-Shabaab claimed the attack in Mogadishu.", {"Al-Shabaab": ["Al-Shabaab"]}),
    ("MTC Namibia hired 20 interns. MTC said it would hire more.", {"MTC Namibia": ["MTC Namibia", "MTC"]}),
    ("APTN News reported the vote. APTN said it was close.", {"APTN News": ["APTN News", "APTN"]}),
    ("Sanctions hit the oil majors Rosneft and Lukoil.", {"Rosneft": ["Rosneft"], "Lukoil": ["Lukoil"]}),
    (
        "The Costa Rican Social Security Fund (Caja Costarricense de Seguro Social) was hacked.",
        {"Caja Costarricense de Seguro Social": ["Costa Rican Social Security Fund", "Caja Costarricense de Seguro Social"]},
    ),
    # short names in brackets, sources, names that go on
    (
        "The National Sailors' Welfare Foundation (Yareb) paid. Yareb has a quota.",
        {"National Sailors' Welfare Foundation": ["National Sailors' Welfare Foundation", "Yareb", "Yareb"]},
    ),
    (
        "The Nicaraguan Institute of Telecommunications (Telnor) shut the channel.",
        {"Nicaraguan Institute of Telecommunications": ["Nicaraguan Institute of Telecommunications", "Telnor"]},
    ),
    (
        "The National Tourism Fund (Fonatal) sold the hotel. A judge asked Fonatal for papers.",
        {"National Tourism Fund": ["National Tourism Fund", "Fonatal", "Fonatal"]},
    ),
    ("Agence France-Presse (AFP) reported it.", {"Agence France-Presse": ["Agence France-Presse", "AFP"]}),
    ("The Jordan News Agency (Petra) reported it.", {"Jordan News Agency": ["Jordan News Agency", "Petra"]}),
    (
        "The Lusafa Center for Persons with Disabilities got chairs. The Lusafa Centre thanked the donors.",
        {"Lusafa Center for Persons with Disabilities": ["Lusafa Center for Persons with Disabilities", "Lusafa Centre"]},
    ),
    (
        "The National Bank of Greece and the Bank of Greece met.",
        {"National Bank of Greece": ["National Bank of Greece"], "Bank of Greece": ["Bank of Greece"]},
    ),
    (
        "The Oman News Agency, Reuters and the BBC were there.",
        {"Oman News Agency": ["Oman News Agency"], "Reuters": ["Reuters"], "BBC": ["BBC"]},
    ),
    (
        "The Federal Office of Statistics (Statbund) revised it. Statbund gave no reason.",
        {"Federal Office of Statistics": ["Federal Office of Statistics", "Statbund", "Statbund"]},
    ),
    ("The Moderate Agrarian Reform Party (PMRA) won.", {"Moderate Agrarian Reform Party": ["Moderate Agrarian Reform Party", "PMRA"]}),
    ("The Bank of Lima (Reuters) cut rates.", {"Bank of Lima": ["Bank of Lima"], "Reuters": ["Reuters"]}),
    ("Kone Steel (Finland) and Bergman Steel (Sweden) bid.", {"Kone Steel": ["Kone Steel"], "Bergman Steel": ["Bergman Steel"]}),
    ("The Federation of Fishers (Nampula) protested.", {"Federation of Fishers": ["Federation of Fishers"], "Nampula": ["Nampula"]}),
    (
        "The Namibian Council for Persons with Disabilities met.",
        {"Namibian Council for Persons with Disabilities": ["Namibian Council for Persons with Disabilities"]},
    ),
    (
        "The Fundación Manos Abiertas and Instituto Paz closed.",
        {"Fundación Manos Abiertas": ["Fundación Manos Abiertas"], "Instituto Paz": ["Instituto Paz"]},
    ),
    ("Asociación Vida Nueva (Mexico) lost its licence.", {"Asociación Vida Nueva": ["Asociación Vida Nueva"]}),
    (
        "The Royal Bank of Canada and the Bank of Canada met.",
        {"Royal Bank of Canada": ["Royal Bank of Canada"], "Bank of Canada": ["Bank of Canada"]},
    ),
    ("The Federal Court and the National Court met.", {"Federal Court": ["Federal Court"], "National Court": ["National Court"]}),
    (
        "Seoul Centre for Rights staff left. The Seoul Centre closed.",
        {"Seoul Centre for Rights": ["Seoul Centre for Rights", "Seoul Centre"]},
    ),
    ("The diners praised the restaurants Maiso and Mayra.", {"Maiso": ["Maiso"], "Mayra": ["Mayra"]}),
    (
        "The Food and Seed Organization of the United Nations (FSO) met.",
        {"Food and Seed Organization": ["Food and Seed Organization", "FSO"], "United Nations": ["United Nations"]},
    ),
    ("The United Nations (UN) met.", {"United Nations": ["United Nations", "UN"]}),
    # armed groups and movements, also where each stands with its country
    (
        "Drones hit the port after Hamas in Gaza, Hezbollah in Lebanon and the Houthis in Yemen vowed revenge.",
        {"Houthis": ["Houthis"], "Hezbollah": ["Hezbollah"], "Hamas": ["Hamas"]},
    ),
    ("Fighters of M23 took the town of Rutshuru from Congolese soldiers.", {"M23": ["M23"]}),
    ("The Polisario wants a vote in Western Sahara.", {"Polisario": ["Polisario"]}),
    (
        "Aid fell as Al-Shabaab in Somalia, Boko Haram in Nigeria and ADF in Uganda raided farms.",
        {"Al-Shabaab": ["Al-Shabaab"], "Boko Haram": ["Boko Haram"], "ADF": ["ADF"]},
    ),
    (
        "Airbus in Nigeria, Toyota in Angola, Boeing in Chad and Siemens in Libya cut output.",
        {"Airbus": ["Airbus"], "Toyota": ["Toyota"], "Boeing": ["Boeing"], "Siemens": ["Siemens"]},
    ),
    ("Farmers moved from Junin, Cusco, Loreto and Puno to Lima.", {}),
    ("Rain fell in Junin, in Cusco, in Loreto and in Puno.", {}),
    ("Abdel Fattah Mansour spoke in Cairo.", {}),
    ("A lorry fire shut the M23 motorway near Crawley.", {}),
    ("Storms hit Wagner, South Dakota, on Friday.", {}),
    # a town with a body's name, before its state or country; the body itself
    ("Ferries leave Santander, Spain, twice a week.", {}),
    ("A flood hit Halifax, Canada, on Monday.", {}),
    ("Crews reached Lincoln, Nebraska, at noon.", {}),
    ("The family moved to Hershey, Pennsylvania.", {}),
    ("She was born in Wagner, South Dakota, in 1950.", {}),
    ("Wagner fighters left Mali in June.", {"Wagner": ["Wagner"]}),
    ("Mali hired Wagner in 2021.", {"Wagner": ["Wagner"]}),
    ("Santander reported a profit of 2 billion euros.", {"Santander": ["Santander"]}),
    ("Halifax raised its mortgage rates.", {"Halifax": ["Halifax"]}),
    ("The M23 rebels took Goma.", {"M23": ["M23"]}),
    ("Fog closed the M23 motorway for two hours.", {}),
    ("The M23, Rwanda said, is no ally.", {"M23": ["M23"]}),
    # the first word of a company's name, behind it
    ("Dunmore Media and Vastel merged. Dunmore will move.", {"Dunmore Media": ["Dunmore Media", "Dunmore"], "Vastel": ["Vastel"]}),
    ("Kingsley Foods cut 200 jobs. Kingsley said demand had fallen.", {"Kingsley Foods": ["Kingsley Foods", "Kingsley"]}),
    ("Chester Energy lost money. Chester will sell two plants.", {"Chester Energy": ["Chester Energy", "Chester"]}),
    ("Tarbert Shipping Ltd owes money. Tarbert did not reply.", {"Tarbert Shipping Ltd": ["Tarbert Shipping Ltd", "Tarbert"]}),
    ("Orvelle Pharma signed. Orvelle will pay in shares.", {"Orvelle Pharma": ["Orvelle Pharma", "Orvelle"]}),
    ("Chester Energy lost money. Floods in Chester closed roads.", {"Chester Energy": ["Chester Energy"]}),
    ("Kingsley Foods cut jobs. Its owner, Ann Kingsley, left. Kingsley said she was ill.", {"Kingsley Foods": ["Kingsley Foods"]}),
    ("Kenya Airlines cut flights. Kenya will pay its debts.", {"Kenya Airlines": ["Kenya Airlines"]}),
    ("Chicago Steel shut a mill. Chicago fears for the jobs.", {"Chicago Steel": ["Chicago Steel"]}),
    ("Halifax welcomed the visitors. Halifax Shipping Ltd paid.", {"Halifax Shipping Ltd": ["Halifax Shipping Ltd"]}),
    # a noun for bodies in apposition
    ("He has a stake in Kandora, the steelmaker.", {"Kandora": ["Kandora"]}),
    ("The shoes came from Melvora, a chain of outlets.", {"Melvora": ["Melvora"]}),
    ("Loans from Castova, a lender in Riga, will be paid back.", {"Castova": ["Castova"]}),
    ("She flew with Orvika, a small airline.", {"Orvika": ["Orvika"]}),
    ("The pills were made by Arvenda, a drug company in Pune.", {"Arvenda": ["Arvenda"]}),
    ("He lives in Kandora, a town of steelmakers.", {}),
    ("She came from Melvora, a village with a chain store.", {}),
    ("Farmers near Castova, the home of a lender, struck.", {}),
    ("Karim, an airline pilot, was late.", {}),
    ("They met in Arvenda, the capital.", {}),
    # who addresses customers and is called it
    ("Orvanda told investors that its plants would shut.", {"Orvanda": ["Orvanda"]}),
    ("Zandra warned customers that its routers had a flaw.", {"Zandra": ["Zandra"]}),
    ("Marisella told subscribers that it had lost their data.", {"Marisella": ["Marisella"]}),
    ("Corvello assured shareholders that it had no debt.", {"Corvello": ["Corvello"]}),
    ("Talvera told staff that it would cut jobs.", {"Talvera": ["Talvera"]}),
    ("Maria told investors that she would resign.", {}),
    ("Samira told customers that the shop would shut.", {}),
    ("Omar told his staff that he was ill.", {}),
    ("Yusuf asked clients to wait.", {}),
    ("Leila told reporters that it had rained.", {}),
    # offices that bear the title of their head
    (
        "The Prime Minister's Office (PMO) denied it. The PMO blamed traders.",
        {"Prime Minister's Office": ["Prime Minister's Office", "PMO", "PMO"]},
    ),
    ("Staff of the Prime Minister's Office in Kampala were paid.", {"Prime Minister's Office": ["Prime Minister's Office"]}),
    ("The Attorney-General’s Office filed charges.", {"Attorney-General’s Office": ["Attorney-General’s Office"]}),
    ("The Lord Mayor's Office is closed.", {"Lord Mayor's Office": ["Lord Mayor's Office"]}),
    ("The Presidency said the talks would go on.", {}),
    ("A statement from the Lebanese Presidency welcomed the deal.", {}),
    ("The prime minister's office denied it.", {}),
    ("The Prosecutor's Office asked for ten years.", {}),
    ("Kenya holds the presidency of the council.", {}),
    ("Nigeria's Presidency denied it.", {}),
]


def _organizations(nlp: Language, text: str, named: dict[str, list[str]]) -> None:
    found = organizations(nlp, text)
    assert {g.name: [m.text for m in g.mentions] for g in found} == named
    assert all(text[m.start : m.end] == m.text for g in found for m in g.mentions)


def test_organizations(nlp: Language) -> None:
    hold(ROWS, partial(_organizations, nlp), 0.94)


NO_ORGANIZATION = [
    "The ministry said the company would pay.",
    "The presidential transition committee met on Monday.",
    "Russian officials met in Kazan.",
    "She won the Nobel Prize in 2019.",
    "Exports fell 21 percent in September.",
    "The chief election commissioner (CEC) spoke. The CEC promised a fair vote.",
    "Who said that the outbreak was over?",
    "The Vision 2030 plan needs money.",
    "Saudi Vision 2030 needs investors.",
    "The World Cup starts in June.",
    "The company said the bank would lend it money.",
    "The CEO and the CFO resigned.",
    "GDP grew 3 percent, and the VAT rate fell.",
    "Mr Hartley sold the cows.",
    "The Paris Agreement was signed in 2015.",
    "The Nasdaq Composite Index rose.",
    "The Municipal Chief Executive (MCE) spoke. The MCE promised a road.",
    "Deputy Commissioner of Police (DCOP) Joseph Antwi spoke.",
    "He is Professor emeritus of Media Studies in Iowa.",
    "The Oba of Benin was silent.",
    "The Communist government fell.",
    "The Arihant Class submarine sank.",
    "The Labour Minister spoke of the day.",
    "The USMCA talks failed. Canada left NAFTA.",
    "The CPTPP opens markets.",
    "The Section 12 committee met.",
    "Sen. Carl Boone, R-Texas, and Rep. Ida Marsh (D-Ohio) voted no.",
    "The plant makes 86MW.",
    "The New Administrative Capital of Egypt is far away.",
]


def _what_is_no_organization(nlp: Language, text: str) -> None:
    assert [g.name for g in organizations(nlp, text)] == []


def test_what_is_no_organization(nlp: Language) -> None:
    hold(NO_ORGANIZATION, partial(_what_is_no_organization, nlp), 0.94)


def test_a_doubtful_body_is_left_out_unless_a_table_has_it() -> None:
    names, sure = ["Quorl Days", "Interpol", "Reuters", "Knesset", "Quorl Ltd", "KNB"], [0.44, 0.2, 0.1, 0.3, 0.45, 0.37]
    doc = Doc(Vocab(), words=names)
    doc.user_data[CHANCES] = dict.fromkeys(range(5), 0.5)  # KNB was found by a rule: the network says nothing of it
    found = [
        Organization(id=f"g{n}", name=t.text, mentions=[Mention(text=t.text, start=t.idx, end=t.idx + len(t))], confidence=c)
        for n, (t, c) in enumerate(zip(doc, sure, strict=True), 1)
    ]
    kept = [("g1", "Interpol"), ("g2", "Reuters"), ("g3", "Knesset"), ("g4", "Quorl Ltd"), ("g5", "KNB")]
    assert [(b.id, b.name) for b in without_doubtful(doc, found, is_listed)] == kept
