"""Offices: sentences in the style of the wires beside the offices in them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from newsfacts.article import Article
from newsfacts.offices import find_offices
from newsfacts.people import find_people
from newsfacts.sheet import make_sheet, sheet_from_doc

# (title, of, holder); "former" as a fourth for past and future holders.
ONE_HOLDER = [
    # brackets between the body, the title and the name
    ("Chinese Nationalist Party (KMT) Chairman Lin Kuo-wei disagreed.", ("Chairman", "Chinese Nationalist Party", "Lin Kuo-wei")),
    ("National Union of Miners (NUM) president Sipho Dube called a strike.", ("president", "National Union of Miners", "Sipho Dube")),
    ("Superintendent of Police (Rural) Anil Deshmukh closed the case.", ("Superintendent of Police", None, "Anil Deshmukh")),
    # a full title, a comma and the name
    (
        "Deputy Minister of Mines and Energy, Kornelia Amutse said output rose.",
        ("Deputy Minister of Mines and Energy", None, "Kornelia Amutse"),
    ),
    ("Speaking in Accra, CEO of MTN Ghana, Stephen Blake said prices would rise.", ("CEO", "MTN Ghana", "Stephen Blake")),
    ("She met Ali Kamau, Minister of Health, Jane Wambui and two aides.", ("Minister of Health", None, "Ali Kamau")),
    # the end of a body's name is the title's beginning
    (
        "Kenya Union of Nurses Secretary-General Collins Odhiambo called a strike.",
        ("Secretary-General", "Kenya Union of Nurses", "Collins Odhiambo"),
    ),
    ("The Maritime Agency moved. Former Agency Chairman Isaac Levin wrote a book.", ("Chairman", "Maritime Agency", "Isaac Levin", True)),
    ("People Power Party floor leader Park Jin-woo met reporters.", ("floor leader", "People Power Party", "Park Jin-woo")),
    ("Liz Brown, who co-chairs the Rivers Trust, praised the plan.", ("co-chair", "Rivers Trust", "Liz Brown")),
    (
        "The report was read by Ravi Seetaram, C.S.K.N., Executive Director of the Cane Institute, on Friday.",
        ("Executive Director", "Cane Institute", "Ravi Seetaram"),
    ),
    # title before the name
    (
        "Russian Industry and Trade Minister Anton Alikhanov met executives in Moscow on Friday.",
        ("Industry and Trade Minister", "Russia", "Anton Alikhanov"),
    ),
    ("German Chancellor Olaf Scholz arrived in Lisbon on Monday.", ("Chancellor", "Germany", "Olaf Scholz")),
    ("Indonesian President Joko Widodo opened the summit in Bali.", ("President", "Indonesia", "Joko Widodo")),
    ("French Finance Minister Bruno Le Maire rejected the proposal.", ("Finance Minister", "France", "Bruno Le Maire")),
    ("Norwegian Foreign Minister Espen Barth Eide will travel to Cairo.", ("Foreign Minister", "Norway", "Espen Barth Eide")),
    ("Japanese Prime Minister Fumio Kishida visited Seoul in May.", ("Prime Minister", "Japan", "Fumio Kishida")),
    ("Tesla CEO Elon Musk said the plant would open in March.", ("CEO", "Tesla", "Elon Musk")),
    ("CEO of Airbus Guillaume Faury said the plant would open in March.", ("CEO", "Airbus", "Guillaume Faury")),
    ("Bank of Korea Governor Rhee Chang-yong warned of higher prices.", ("Governor", "Bank of Korea", "Rhee Chang-yong")),
    ("Governor of Lagos State Babajide Sanwo-Olu signed the budget on Tuesday.", ("Governor", "Lagos State", "Babajide Sanwo-Olu")),
    ("Lagos State Governor Babajide Sanwo-Olu signed the budget on Tuesday.", ("Governor", "Lagos State", "Babajide Sanwo-Olu")),
    ("London Mayor Sadiq Khan announced new bus lanes.", ("Mayor", "London", "Sadiq Khan")),
    ("Mayor of London Sadiq Khan announced new bus lanes.", ("Mayor", "London", "Sadiq Khan")),
    ("Kenyan Deputy President Rigathi Gachagua addressed farmers in Nyeri.", ("Deputy President", "Kenya", "Rigathi Gachagua")),
    ("Chinese Vice Premier He Lifeng will lead the delegation.", ("Vice Premier", "China", "He Lifeng")),
    ("Prime Minister Anwar Ibrahim said subsidies would be cut.", ("Prime Minister", None, "Anwar Ibrahim")),
    ("Finance Minister Enoch Godongwana presented the budget in Cape Town.", ("Finance Minister", None, "Enoch Godongwana")),
    ("European Commission President Ursula von der Leyen praised the deal.", ("President", "European Commission", "Ursula von der Leyen")),
    ("Ugandan Minister of Health Jane Ruth Aceng declared the outbreak over.", ("Minister of Health", "Uganda", "Jane Ruth Aceng")),
    ("U.S. Defense Secretary Lloyd Austin arrived in Beijing on Thursday.", ("Defense Secretary", "U.S.", "Lloyd Austin")),
    ("US Secretary of State Antony Blinken called the talks constructive.", ("Secretary of State", "US", "Antony Blinken")),
    ("Pakistani Prime Minister Shehbaz Sharif welcomed the loan.", ("Prime Minister", "Pakistan", "Shehbaz Sharif")),
    ("Lebanese Ambassador Ali Halabi attended the reception.", ("Ambassador", "Lebanon", "Ali Halabi")),
    ("Senator Elizabeth Warren criticised the bank.", ("Senator", None, "Elizabeth Warren")),
    ("Lieutenant General Peter Mwangi commands the exercise.", ("Lieutenant General", None, "Peter Mwangi")),
    ("Lt. Gen. Asim Munir inspected the troops.", ("Lt. Gen.", None, "Asim Munir")),
    ("Colonel Assimi Goita seized power in Bamako.", ("Colonel", None, "Assimi Goita")),
    ("Justice Ayesha Malik heard the petition on Monday.", ("Justice", None, "Ayesha Malik")),
    ("Archbishop Desmond Tutu led the prayers.", ("Archbishop", None, "Desmond Tutu")),
    ("Pope Francis will visit Mongolia in September.", ("Pope", None, "Francis")),
    ("King Felipe opened the new parliament in Madrid.", ("King", None, "Felipe")),
    ("Crown Prince Mohammed bin Salman received the delegation in Jeddah.", ("Crown Prince", None, "Mohammed bin Salman")),
    ("MP Pita Limjaroenrat asked the house to vote again.", ("MP", None, "Pita Limjaroenrat")),
    ("Foreign Ministry spokesperson Mao Ning told reporters in Beijing.", ("spokesperson", "Foreign Ministry", "Mao Ning")),
    ("Jharkhand governor Ramesh Bais returned the bill.", ("governor", "Jharkhand", "Ramesh Bais")),
    ("Toyota president Koji Sato unveiled the new model.", ("president", "Toyota", "Koji Sato")),
    ("Samsung Electronics Vice Chairman Han Jong-hee spoke in Las Vegas.", ("Vice Chairman", "Samsung Electronics", "Han Jong-hee")),
    ("Opposition leader Raila Odinga called for protests.", ("Opposition leader", None, "Raila Odinga")),
    ("Chief Justice Martha Koome swore in the judges.", ("Chief Justice", None, "Martha Koome")),
    ("Attorney-General Tan Sri Idrus Harun closed the file.", ("Attorney-General", None, "Idrus Harun")),
    # past and future
    ("Former Malaysian prime minister Najib Razak remains in prison.", ("prime minister", "Malaysia", "Najib Razak", True)),
    ("The late president John Magufuli had rejected the vaccines.", ("president", None, "John Magufuli", True)),
    ("Then-president Evo Morales filed the lawsuit in 2013.", ("president", None, "Evo Morales", True)),
    ("Ex-president Jacob Zuma appeared in court.", ("president", None, "Jacob Zuma", True)),
    ("President-elect Prabowo Subianto met investors in Jakarta.", ("President", None, "Prabowo Subianto", True)),
    ("Former US president Jimmy Carter died on Sunday.", ("president", "US", "Jimmy Carter", True)),
    ("Peru's former president Alejandro Toledo was arrested in California.", ("president", "Peru", "Alejandro Toledo", True)),
    # apposition
    (
        "Kassahun Bekele, Ethiopia's minister of mines and petroleum, opened the plant.",
        ("minister of mines and petroleum", "Ethiopia", "Kassahun Bekele"),
    ),
    (
        "Denis Manturov, the minister of trade and industry of Russia, resigned.",
        ("minister of trade and industry", "Russia", "Denis Manturov"),
    ),
    (
        "Maria Castro, president of the World Cocoa Foundation (WCF), expects lower prices.",
        ("president", "World Cocoa Foundation", "Maria Castro"),
    ),
    ("Tim Clarke, the head of the European Union mission, helped broker the talks.", ("head", "European Union", "Tim Clarke")),
    (
        "Christine Lagarde, the president of the European Central Bank, defended the decision.",
        ("president", "European Central Bank", "Christine Lagarde"),
    ),
    (
        "The deputy governor of the Bank of England, Sarah Breeden, resigned on Monday.",
        ("deputy governor", "Bank of England", "Sarah Breeden"),
    ),
    ("The governor of Nayarit, Miguel Ángel Navarro, promised new clinics.", ("governor", "Nayarit", "Miguel Ángel Navarro")),
    ("Chile's president, Gabriel Boric, signed the law on Wednesday.", ("president", "Chile", "Gabriel Boric")),
    ("Liu Wei, 45, chairman of Sunrise Holdings, sold his shares.", ("chairman", "Sunrise Holdings", "Liu Wei")),
    (
        "Fatih Birol, executive director of the International Energy Agency, said demand had peaked.",
        ("executive director", "International Energy Agency", "Fatih Birol"),
    ),
    ("The club was sold by Joan Laporta, the former president of Barcelona.", ("president", "Barcelona", "Joan Laporta", True)),
    (
        "Margaret Chan, director-general of the World Health Organization, thanked the nurses.",
        ("director-general", "World Health Organization", "Margaret Chan"),
    ),
    (
        "“We will appeal,” said Maria Zakharova, spokeswoman for the Foreign Ministry.",
        ("spokeswoman", "Foreign Ministry", "Maria Zakharova"),
    ),
    ("Joyce Banda (President of Malawi) opened the meeting.", ("President", "Malawi", "Joyce Banda")),
    # verbs
    ("Jane Fraser is chief executive of Citigroup.", ("chief executive", "Citigroup", "Jane Fraser")),
    (
        "Pravit Horung, who is also chief executive of Millcon Steel, expects higher costs.",
        ("chief executive", "Millcon Steel", "Pravit Horung"),
    ),
    ("Rishi Sunak became prime minister of Britain in October 2022.", ("prime minister", "Britain", "Rishi Sunak")),
    ("Ajay Banga was appointed president of the World Bank in May.", ("president", "World Bank", "Ajay Banga")),
    ("Jacinda Ardern resigned as prime minister of New Zealand in January.", ("prime minister", "New Zealand", "Jacinda Ardern", True)),
    ("Mario Draghi served as prime minister of Italy until 2022.", ("prime minister", "Italy", "Mario Draghi", True)),
    ("The board appointed Laura Chen as its chief financial officer.", ("chief financial officer", None, "Laura Chen")),
    ("Matshidiso Moeti, WHO Regional Director for Africa, praised Rwanda.", ("Regional Director", "WHO", "Matshidiso Moeti")),
    ("Sarah Njeri, head of research at Genghis Capital, expects a rate cut.", ("head of research", "Genghis Capital", "Sarah Njeri")),
    ("The World Bank's country director for Ghana, Pierre Laporte, signed.", ("country director", "World Bank", "Pierre Laporte")),
    ("Zambia's ambassador to China, Ivan Zyuulu, thanked the doctors.", ("ambassador", "Zambia", "Ivan Zyuulu")),
    ("MTN boss Ralph Mupita spoke at the conference.", ("boss", "MTN", "Ralph Mupita")),
    ("EU foreign policy chief Josep Borrell called for a ceasefire.", ("foreign policy chief", "EU", "Josep Borrell")),
    ("Bishop Rolando Álvarez of Matagalpa was sentenced in February.", ("Bishop", "Matagalpa", "Rolando Álvarez")),
    ("Deputy Minister of Health Dr Tran Van Thuan visited the hospital.", ("Deputy Minister of Health", None, "Tran Van Thuan")),
    ("Maldives President-elect Mohamed Muizzu spoke in Male.", ("President", "Maldives", "Mohamed Muizzu", True)),
    ("FBI Director Christopher Wray testified for three hours.", ("Director", "FBI", "Christopher Wray")),
    ("Lee Jae-yong, executive chairman of Samsung, flew to Texas.", ("executive chairman", "Samsung", "Lee Jae-yong")),
    # the place behind the name
    ("President Hakainde Hichilema of Zambia urged creditors to agree.", ("President", "Zambia", "Hakainde Hichilema")),
    ("King Abdullah of Jordan flew to Washington.", ("King", "Jordan", "Abdullah")),
    ("Governor of the Bank of Mongolia B.Lkhagvasuren welcomed the guests.", ("Governor", "Bank of Mongolia", "B.Lkhagvasuren")),
    (
        "Minister of Transport and Public Works Karim Nasser opened the fair.",
        ("Minister of Transport and Public Works", None, "Karim Nasser"),
    ),
    ("Google chief financial officer Ruth Porat announced the cuts.", ("chief financial officer", "Google", "Ruth Porat")),
    (
        "MTC chief human capital and corporate affairs officer Tim Ekandjo signed the cheque.",
        ("chief human capital and corporate affairs officer", "MTC", "Tim Ekandjo"),
    ),
]

SEVERAL = [
    (
        "Foreign Minister Wang Yi and his Indian counterpart, S. Jaishankar, met in Vientiane.",
        [("Foreign Minister", None, "Wang Yi"), ("Foreign Minister", "India", "S. Jaishankar")],
    ),
    (
        "Godfred Dame, Attorney-General and Minister of Justice, signed the statement.",
        [("Attorney-General", None, "Godfred Dame"), ("Minister of Justice", None, "Godfred Dame")],
    ),
    (
        "Boeing president and chief executive Kelly Ortberg will meet the union.",
        [("president", "Boeing", "Kelly Ortberg"), ("chief executive", "Boeing", "Kelly Ortberg")],
    ),
    (
        "Presidents Emmanuel Macron and Xi Jinping spoke for an hour.",
        [("President", None, "Emmanuel Macron"), ("President", None, "Xi Jinping")],
    ),
    (
        "Brigadiers Joyce Wambui and Elizabeth Otieno were promoted on Friday.",
        [("Brigadier", None, "Joyce Wambui"), ("Brigadier", None, "Elizabeth Otieno")],
    ),
    (
        "Kenya Air Force Commander Major General John Omondi inspected the base.",
        [("Commander", "Kenya Air Force", "John Omondi"), ("Major General", None, "John Omondi")],
    ),
    (
        "Ukrainian President Volodymyr Zelensky met Polish Prime Minister Donald Tusk in Warsaw.",
        [("President", "Ukraine", "Volodymyr Zelensky"), ("Prime Minister", "Poland", "Donald Tusk")],
    ),
    (
        "Emmanuel Macron, the president of France, and Olaf Scholz, the chancellor of Germany, met in Berlin.",
        [("president", "France", "Emmanuel Macron"), ("chancellor", "Germany", "Olaf Scholz")],
    ),
    (
        "Prime Minister Narendra Modi opened the road. The prime minister also visited the port, and PM Modi spoke to workers.",
        [("Prime Minister", None, "Narendra Modi")],
    ),
    (
        "EsSalud Executive-President Gino Davila warned of more cases. The EsSalud head said beds were short.",
        [("Executive-President", "EsSalud", "Gino Davila")],
    ),
    (
        "Former President Ram Nath Kovind left the palace. Kovind's successor, President Droupadi Murmu, saw him off.",
        [("President", None, "Ram Nath Kovind", True), ("President", None, "Droupadi Murmu")],
    ),
    (
        "Prime Minister Sheikh Hasina opened the bridge, which former Prime Minister Khaleda Zia had opposed.",
        [("Prime Minister", None, "Sheikh Hasina"), ("Prime Minister", None, "Khaleda Zia", True)],
    ),
    (
        "The Korean finance minister will meet his counterparts in Washington next week.",
        [("finance minister", "South Korea", None)],
    ),
    ("Britain's business secretary has blocked the sale.", [("business secretary", "Britain", None)]),
    ("The Egyptian president and the Iraqi prime minister will attend.", [("president", "Egypt", None), ("prime minister", "Iraq", None)]),
    ("The grant was approved by the Crown Prince on Sunday.", [("Crown Prince", None, None)]),
    (
        "Morsi ordered his foreign and irrigation ministers to write a report.",
        [("foreign minister", None, None), ("irrigation minister", None, None)],
    ),
    (
        "Spokesperson Kang In-sun said President Yoon Suk-yeol had read the report. Spokesperson Kang gave no details.",
        [("Spokesperson", None, "Kang In-sun"), ("President", None, "Yoon Suk-yeol")],
    ),
    ("Selangor Menteri Besar Hafiz Rahman opened the hall.", [("Menteri Besar", "Selangor", "Hafiz Rahman")]),
    (
        "The Vatican's secretary of state, Cardinal Luigi Ferrari, flew to Kyiv.",
        [("secretary of state", "Vatican", "Luigi Ferrari"), ("Cardinal", None, "Luigi Ferrari")],
    ),
    ("Maria Lopez, who chairs the Senate Finance Committee, criticised the bill.", [("chair", "Senate Finance Committee", "Maria Lopez")]),
    ("High Court Judge Amos Kiplagat suspended the order.", [("Judge", "High Court", "Amos Kiplagat")]),
    ("UN Special Rapporteur on the right to food Elena Marin spoke in Geneva.", [("Special Rapporteur", "UN", "Elena Marin")]),
    ("Shadow foreign secretary Jane Willis attacked the plan.", [("Shadow foreign secretary", None, "Jane Willis")]),
    (
        "Foreign ministers Anna Beck and Luc Martin visited Damascus.",
        [("Foreign minister", None, "Anna Beck"), ("Foreign minister", None, "Luc Martin")],
    ),
    (
        "Defence ministers Boris Huber of Germany and John Wells of Britain signed the pact.",
        [("Defence minister", "Germany", "Boris Huber"), ("Defence minister", "Britain", "John Wells")],
    ),
    (
        "Premier Li Guang and his Australian counterpart Anthony Brown met in Perth.",
        [("Premier", None, "Li Guang"), ("Premier", "Australia", "Anthony Brown")],
    ),
    ("Acting president Han Dong-soo vetoed the bill.", [("Acting president", None, "Han Dong-soo")]),
    ("Prime minister-designate Michel Lacroix met the parties.", [("Prime minister", None, "Michel Lacroix", True)]),
    ("Bola Adeyemi, Nigeria's president, flew to Paris. The president will return on Friday.", [("president", "Nigeria", "Bola Adeyemi")]),
    ("Football Kenya Federation president Hussein Abdi opened the stadium.", [("president", "Football Kenya Federation", "Hussein Abdi")]),
    ("Justice Clara Thompson of the US Supreme Court dissented.", [("Justice", "US Supreme Court", "Clara Thompson")]),
    ("Grand Mufti of Egypt Nazir Mansour gave the sermon.", [("Grand Mufti", "Egypt", "Nazir Mansour")]),
    ("White House press secretary Karen Lewis defended the order.", [("press secretary", "White House", "Karen Lewis")]),
    ("Saudi Energy Minister Prince Faisal bin Nasser left early.", [("Energy Minister", "Saudi Arabia", "Faisal bin Nasser")]),
    ("The late Ayatollah Reza Hosseini taught in Qom.", [("Ayatollah", None, "Reza Hosseini", True)]),
    ("Captain Ibrahim Traore of the Burkina Faso army seized power.", [("Captain", "Burkina Faso", "Ibrahim Traore")]),
    ("The president of the Bundesbank, Jürgen Vogel, wants higher rates.", [("president", "Bundesbank", "Jürgen Vogel")]),
    ("Nissan named Ivan Espinoza Ruiz as its chief executive.", [("chief executive", None, "Ivan Espinoza Ruiz")]),
    ("Lawyer Sara Haddad was elected mayor of Tripoli in May.", [("mayor", "Tripoli", "Sara Haddad")]),
    # an apposition that begins with what is no office, lists of portfolios
    ("Wang Lei, founder and CEO of Brightwind, told investors that sales fell.", [("CEO", "Brightwind", "Wang Lei")]),
    (
        "Robert Lin, co-founder, chairman and chief executive of Baotek, spoke in Macau.",
        [("chairman", "Baotek", "Robert Lin"), ("chief executive", "Baotek", "Robert Lin")],
    ),
    ("Kwame Asante, owner and chairman of Accra Lions, sold the club.", [("chairman", "Accra Lions", "Kwame Asante")]),
    (
        "Anna Weber, the business, energy and industrial strategy secretary, blocked the deal.",
        [("business, energy and industrial strategy secretary", None, "Anna Weber")],
    ),
    (
        "Omar Diallo, Senegal's minister of water, told Awa Ba, a farmer and mother of two, that help was near.",
        [("minister of water", "Senegal", "Omar Diallo")],
    ),
    # the owner of the subject holds nothing
    (
        "President Mwita Barasa's former aide-de-camp Brigadier Peter Lolwe was appointed as the new Uganda Army commander.",
        [
            ("President", None, "Mwita Barasa"),
            ("aide-de-camp", None, "Peter Lolwe", True),
            ("Brigadier", None, "Peter Lolwe"),
            ("commander", "Uganda Army", "Peter Lolwe"),
        ],
    ),
    (
        "President Ana Souza’s former secretary, Peter Lund, has been named as the new governor of Bahia.",
        [("President", None, "Ana Souza"), ("secretary", None, "Peter Lund", True), ("governor", "Bahia", "Peter Lund")],
    ),
    (
        "President Ana Souza, who has been named governor of Bahia, resigned.",
        [("President", None, "Ana Souza"), ("governor", "Bahia", "Ana Souza")],
    ),
    # a body that the article has named, and its head
    (
        "The Kenya Medical Union (KMU) called a strike. Chairman of KMU Peter Odhiambo and Governor Anne Waiguru spoke.",
        [("Chairman", "KMU", "Peter Odhiambo"), ("Governor", None, "Anne Waiguru")],
    ),
]

NONE = [
    "Anna Weber, a singer and mother of two, was freed.",
    "Kwame Asante, owner of three shops, sold the trucks.",
    "Robert Lin, founder of the website, deleted the page.",
    "Trade, business and energy were discussed.",
    "The founder and the investors met in Macau.",
    "Real Madrid coach Carlo Ancelotti praised his captain Luka Modric.",
    "Wale Edun may become finance minister next month.",
    "Maria Silva is not the president of the club.",
    "Farmer Ali Hassan lost his goats in the drought.",
    "The Ministry of Finance published the figures on Tuesday.",
    "A team leader at the mine was hurt.",
    "Shen Juan, an analyst at Huatai Securities, expects more listings.",
    "Professor Maria Lopez of the University of Chile led the study.",
    "The director Benny Chan finished the film before he died.",
    "Several farmers and activists were arrested in Manila.",
    "An official at the ministry confirmed the number.",
    "A lawmaker asked for a new vote on the bill.",
    "Chittagong's chief doctor Mohammed Hossain treated the wounded.",
    "General Electric raised its forecast for the year.",
    "General Motors recalled 20,000 cars in Brazil.",
    "The General Assembly meets in New York in September.",
    "The Attorney General's Office annulled the decision.",
    "The Office of the Prime Minister will pay the interns.",
    "The governor candidate lost by a wide margin.",
    "Voters will choose a new president in April.",
    "He wants to become president one day.",
    "The presidential palace was closed on Monday.",
    "Opposition leaders were placed under house arrest.",
    "A spokesman said the company had no comment.",
    "Leaders of rebel groups met in Goma.",
    "The King Hussein Bridge will stay closed until Sunday.",
    "Major floods hit the north of the country.",
    "The private hospital treated ten patients.",
    "The head of cattle were sold at market prices.",
    "The report was written by a senior official.",
    "Prices rose in general, the bank said.",
    "The minister's remarks came as a surprise.",
    "Novelist Han Kang won the prize in Stockholm.",
    "Striker Harry Kane scored twice against Iran.",
    "Witness John Baker told the court what he saw.",
    "The chair was made of oak and sold for $200.",
    "The singer, who heads to London next week, was ill.",
    "Juan Perez, who leads a gang in Lima, was shot.",
    "Ana Torres, who heads the list, won easily.",
    "Economist Maria Silva expects a rate cut.",
    "Journalist Khaled Mansour was freed.",
    "Coach Mikel Alonso praised the players.",
    "Chef Ulrich Denis cooks at the hotel.",
    "Translator Frank Weller won the prize.",
    "The archbishopric owns the land.",
    "Presidential candidate Luis Vega lost.",
    "The captain of the ship was drunk.",
    "A senior fire official, Monir Ahmed, blamed the owners.",
    "Activist Shehan Gamage said the talks had failed.",
    "The mayor's race is open.",
    "The general mood was calm.",
    "The chancellorship will be vacant.",
    "Film director Lars Holm died on Sunday.",
    "A former official was arrested.",
    "Mountaineer Nirmal Rai reached the top.",
    "The queen ant lives for years.",
    "After his time as CEO of Tullow, Paul Devine wrote a book.",
    "As a former minister of the crown, Paul Devine knows the rules.",
    "Party officials (KMT) left the hall.",
    "The Agency (Vienna) sent inspectors.",
    "Paul Devine, who co-founded the firm, retired.",
]

# The wires of Africa, Asia and Latin America, read as the command reads them: (title, of, holder), "former" as a fourth.
ABROAD = [
    (
        "Ravi Menon, Minister of ICT, and Bela Rao, Minister of Works, denied the report.",
        [("Minister of ICT", None, "Ravi Menon"), ("Minister of Works", None, "Bela Rao")],
    ),
    (
        "Pedro Gil, the president of the Federal Court of Administrative Justice, resigned.",
        [("president", "Federal Court of Administrative Justice", "Pedro Gil")],
    ),
    (
        "Lina Ortega, director general of Mexico's Electoral Court of Justice, resigned.",
        [("director general", "Electoral Court of Justice", "Lina Ortega")],
    ),
    (
        "The director of the Nicosia Institute of Hydrology (Nihyd), Omar Saleh, warned of floods.",
        [("director", "Nicosia Institute of Hydrology", "Omar Saleh")],
    ),
    ("The president of the Union of Bakers (Unipan), Ana Leiva, called a strike.", [("president", "Union of Bakers", "Ana Leiva")]),
    (
        "The director of Geology of the Andean Institute of Mines (Andemin), Luis Paz; and the mayor of Cusco, Rosa Vera, spoke.",
        [("director of Geology", "Andean Institute of Mines", "Luis Paz"), ("mayor", "Cusco", "Rosa Vera")],
    ),
    (
        "Telecom Lesotho Chief Executive, Dr Thabo Molefe said the cable would land in May.",
        [("Chief Executive", "Telecom Lesotho", "Thabo Molefe")],
    ),
    ("Pan African Congress councillor, Lerato Dube said the vote was void.", [("councillor", "Pan African Congress", "Lerato Dube")]),
    (
        "Kenya Power Managing Director, Joseph Siror told reporters the line would be repaired.",
        [("Managing Director", "Kenya Power", "Joseph Siror")],
    ),
    (
        "Hamad bin Saif, Deputy Prime Minister for Water Affairs greeted the envoy on Sunday.",
        [("Deputy Prime Minister for Water Affairs", None, "Hamad bin Saif")],
    ),
    ("Grace Banda, Minister of Youth who opened the hall, praised the builders.", [("Minister of Youth", None, "Grace Banda")]),
    ("Peter Otieno, Governor of Kisumu said the market would reopen.", [("Governor", "Kisumu", "Peter Otieno")]),
    ("The party ruled until 2013 under President Luis Ferrer.", [("President", None, "Luis Ferrer")]),
    ("Under Secretary Carla Weiss met the delegation.", [("Under Secretary", None, "Carla Weiss")]),
    ("After talks with the Speaker, Daniel Mokoena left the hall.", []),
    ("Following a call from the prime minister, Daniel Mokoena flew home.", []),
    ("According to the governor of Kisumu, Ann Waweru, the road is closed.", [("governor", "Kisumu", "Ann Waweru")]),
    ("The Speaker, Daniel Mokoena, issued an order.", [("Speaker", None, "Daniel Mokoena")]),
    (
        "It has party chair Themba Nkosi, Limpopo provincial chair Lwazi Buthane, labour minister and board member Sipho Zulu.",
        [
            ("chair", None, "Themba Nkosi"),
            ("provincial chair", "Limpopo", "Lwazi Buthane"),
            ("labour minister", None, "Sipho Zulu"),
            ("board member", None, "Sipho Zulu"),
        ],
    ),
    ("Limpopo MEC for Transport Nomsa Dlamini opened the road.", [("MEC for Transport", "Limpopo", "Nomsa Dlamini")]),
    ("Health MEC Nomsa Dlamini welcomed the audit.", [("Health MEC", None, "Nomsa Dlamini")]),
    ("Interior CS Paul Mwangi banned the rally.", [("Interior CS", None, "Paul Mwangi")]),
    ("Public protector Thandi Mokoena opened an inquiry.", [("Public protector", None, "Thandi Mokoena")]),
    ("Party treasurer-general Thandi Mokoena opened the books.", [("treasurer-general", None, "Thandi Mokoena")]),
    ("The DPP chairman Lin Yi-chen resigned.", [("chairman", "DPP", "Lin Yi-chen")]),
    ("CS Energy chairman Alan Frost resigned.", [("chairman", "CS Energy", "Alan Frost")]),
    (
        "Ambassador Extraordinary and Plenipotentiary of Japan to Mongolia Kenji Arai met the minister.",
        [("Ambassador Extraordinary and Plenipotentiary", "Japan", "Kenji Arai")],
    ),
    (
        "Pharmat chair Steve Mahoney and chief executive Sarah Finch answered questions.",
        [("chair", "Pharmat", "Steve Mahoney"), ("chief executive", "Pharmat", "Sarah Finch")],
    ),
    (
        "Kenya Airways chairman John Kariuki and chief executive Ann Chebet answered questions.",
        [("chairman", "Kenya Airways", "John Kariuki"), ("chief executive", "Kenya Airways", "Ann Chebet")],
    ),
    (
        "Eskom chairman John Kariuki and President Ann Chebet met.",
        [("chairman", "Eskom", "John Kariuki"), ("President", None, "Ann Chebet")],
    ),
    ("Rafael Castro, bishop of the diocese of Jinotega, was detained.", [("bishop", "Jinotega", "Rafael Castro")]),
    ("The mayor of the city of Basra, Ali Hassan, resigned.", [("mayor", "Basra", "Ali Hassan")]),
    ("The governor of the province of Salta, Juan Ibarra, resigned.", [("governor", "Salta", "Juan Ibarra")]),
    (
        "The board has appointed Lena Usiko as the bank's new interim Managing Director effective in July.",
        [("interim Managing Director", None, "Lena Usiko")],
    ),
    ("The first president was Nicolas Brava, who held the post until 1827.", [("president", None, "Nicolas Brava", True)]),
    (
        "President Joao Macuane has appointed Raul Dimas, the former leader of the opposition party Renova, as ambassador to the Vatican.",
        [("President", None, "Joao Macuane"), ("leader", "Renova", "Raul Dimas", True), ("ambassador", None, "Raul Dimas")],
    ),
    ("Minister of Transport H.E. Khalid Al Baker opened the show.", [("Minister of Transport", None, "Khalid Al Baker")]),
    (
        "The Undersecretary of the Ministry of Ports for Fishing, Salim Al Kaabi, opened the hall.",
        [("Undersecretary", "Ministry of Ports", "Salim Al Kaabi")],
    ),
    (
        "Salim Al Kaabi, Undersecretary of the Ministry of Transport for Road Building, opened the hall.",
        [("Undersecretary", "Ministry of Transport", "Salim Al Kaabi")],
    ),
    (
        "The Managing Director of Google sub-Saharan Africa, Nitin Gupta said demand was high.",
        [("Managing Director", "Google", "Nitin Gupta")],
    ),
    ("US Chargé d'Affaires, Jessica Lang (right), met the minister.", [("Chargé d'Affaires", "US", "Jessica Lang")]),
    (
        "Tunde Bello, Minister of Works, and Ada Obi, Minister of Health, toured the site.",
        [("Minister of Works", None, "Tunde Bello"), ("Minister of Health", None, "Ada Obi")],
    ),
    ("The Minister of Mines, Henry Phiri, and two aides flew home.", [("Minister of Mines", None, "Henry Phiri")]),
    (
        "Irma Soto, Minister of Education, Science and Technology, resigned.",
        [("Minister of Education, Science and Technology", None, "Irma Soto")],
    ),
    (
        "Elena Marsh, president of the Caribbean Court of Justice, gave the ruling.",
        [("president", "Caribbean Court of Justice", "Elena Marsh")],
    ),
    ("The registrar of the High Court of Justice, Samuel Ofori, signed it.", [("registrar", "High Court of Justice", "Samuel Ofori")]),
    (
        "The head of the Lagos Chamber of Commerce (LCC), Bola Adeyemi, welcomed the cut.",
        [("head", "Lagos Chamber of Commerce", "Bola Adeyemi")],
    ),
    ("The mayor of Antofagasta (north), Jonas Vera, closed the port.", [("mayor", "Antofagasta", "Jonas Vera")]),
    ("Zambia Sugar Managing Director, Rebecca Katowa said output rose.", [("Managing Director", "Zambia Sugar", "Rebecca Katowa")]),
    ("UN Resident Coordinator, Priya Gajraj told the meeting that aid was late.", [("Resident Coordinator", "UN", "Priya Gajraj")]),
    ("Lagos State Governor, Dele Alake signed the bill.", [("Governor", "Lagos State", "Dele Alake")]),
    ("As a Ghana Airways pilot, Kofi Annor knew the route.", []),
    ("Amina Yusuf, Minister of Water Resources said the dam was full.", [("Minister of Water Resources", None, "Amina Yusuf")]),
    (
        "Rashid Khan, Chairman of the Senate Committee on Health told reporters to wait.",
        [("Chairman", "Senate Committee on Health", "Rashid Khan")],
    ),
    (
        "Hilal Al Shamsi, Deputy Prime Minister for Economic Affairs opened the fair.",
        [("Deputy Prime Minister for Economic Affairs", None, "Hilal Al Shamsi")],
    ),
    ("After talks with the president, Karim Diallo agreed to the deal.", []),
    ("While waiting for the mayor, Karim Diallo sold two goats.", []),
    ("In a letter to the chairman, Karim Diallo denied the charge.", []),
    ("In Dakar, the mayor, Karim Diallo, opened the market.", [("mayor", None, "Karim Diallo")]),
    ("On Monday the mayor of Dakar, Karim Diallo, opened the market.", [("mayor", "Dakar", "Karim Diallo")]),
    ("Growth slowed under Prime Minister Ana Brnjac.", [("Prime Minister", None, "Ana Brnjac")]),
    ("The law was passed under Governor Tom Riley.", [("Governor", None, "Tom Riley")]),
    ("US Under Secretary of State Carla Weiss flew to Lima.", [("Under Secretary of State", "US", "Carla Weiss")]),
    ("Gauteng Education MEC Themba Zulu opened the school.", [("Education MEC", "Gauteng", "Themba Zulu")]),
    ("The MEC thanked her staff.", []),
    ("PS Barcelona lost the match.", []),
    ("He studied CS at Nairobi University.", []),
    (
        "Ambassador Extraordinary and Plenipotentiary of Poland Jan Nowak opened the show.",
        [("Ambassador Extraordinary and Plenipotentiary", "Poland", "Jan Nowak")],
    ),
    (
        "Nadia Orlova, Ambassador Extraordinary and Plenipotentiary of Kazakhstan to Oman, left.",
        [("Ambassador Extraordinary and Plenipotentiary", "Kazakhstan", "Nadia Orlova")],
    ),
    (
        "Sasol chairwoman Lindiwe Maseko and finance director Paul Venter resigned.",
        [("chairwoman", "Sasol", "Lindiwe Maseko"), ("finance director", "Sasol", "Paul Venter")],
    ),
    (
        "Unilab president Carlos Tan and executive director Joy Lim signed.",
        [("president", "Unilab", "Carlos Tan"), ("executive director", None, "Joy Lim")],
    ),
    (
        "Toyota chairman Ken Ito and Honda chief executive Jun Mori met.",
        [("chairman", "Toyota", "Ken Ito"), ("chief executive", "Honda", "Jun Mori")],
    ),
    (
        "Toyota chairman Ken Ito and the chief executive, Jun Mori, met.",
        [("chairman", "Toyota", "Ken Ito"), ("chief executive", None, "Jun Mori")],
    ),
    ("Luis Mejia, auxiliary bishop of the archdiocese of Guatemala City, spoke.", [("auxiliary bishop", "Guatemala City", "Luis Mejia")]),
    ("The prefect of the department of Atakora, Issa Sero, banned the march.", [("prefect", "Atakora", "Issa Sero")]),
    ("The mayor of the town that Issa Sero built resigned.", []),
    ("The last governor was Alan Peck, who left in 1997.", [("governor", None, "Alan Peck", True)]),
    ("The chairman is Ravi Gupta.", [("chairman", None, "Ravi Gupta")]),
    ("The mayor is not Ravi Gupta.", []),
    ("The mayor was Ravi Gupta's neighbour.", []),
    ("The airline named Sara Lund as the group's chief financial officer on Friday.", [("chief financial officer", None, "Sara Lund")]),
    ("The club appointed Sara Lund as the country's ambassador.", [("ambassador", None, "Sara Lund")]),
    ("H.E. Salem Al Kaabi, Minister of Justice, opened the court.", [("Minister of Justice", None, "Salem Al Kaabi")]),
    ("Gulf Steel Chief Executive H E Salem Al Kaabi opened the mill.", [("Chief Executive", "Gulf Steel", "Salem Al Kaabi")]),
    (
        "Salem Al Kaabi, Undersecretary of the Ministry of Finance for Tax Affairs, resigned.",
        [("Undersecretary", "Ministry of Finance", "Salem Al Kaabi")],
    ),
    ("The Secretary of the Ministry of Home Affairs, Asif Butt, resigned.", [("Secretary", "Ministry of Home Affairs", "Asif Butt")]),
    ("The leader of the opposition party Avance, Rosa Vidal, lost her seat.", [("leader", "Avance", "Rosa Vidal")]),
    ("The leader of the opposition, Rosa Vidal, lost her seat.", [("leader of the opposition", None, "Rosa Vidal")]),
    ("Swiss Chargé d'Affaires, Lena Frei, met the minister.", [("Chargé d'Affaires", "Switzerland", "Lena Frei")]),
    ("Rabia Noor, Deputy Head of Mission at the Pakistan Embassy, spoke.", [("Deputy Head of Mission", "Pakistan Embassy", "Rabia Noor")]),
    (
        "Free State High Court Judge President Joseph Molefe was suspended.",
        [("Judge President", "Free State High Court", "Joseph Molefe")],
    ),
    ("She praised the First Lady for the opening of the Anna Mwangi Institute for Gender.", []),
    ("Clerks of the Office of the First Lady Wanja Kamau were paid.", []),
    ("Guards at the residence of the president Karim Diallo fled.", []),
    ("The wife of the president, Karim Diallo, fled.", [("president", None, "Karim Diallo")]),
    ("Lazado Malaysia CEO Alan Chin spoke.", [("CEO", "Lazado Malaysia", "Alan Chin")]),
    (
        "Jamal Al Nasser Ambassador of the Kingdom of Bahrain to Peru, Oscar Leon, spoke.",
        [("Ambassador", "Kingdom of Bahrain", "Jamal Al Nasser")],
    ),
    (
        "They met Emilio Rodrigo Former Chilean ambassador to Oman, Jose Cabral and Luis Mora.",
        [("ambassador", "Chile", "Emilio Rodrigo", True)],
    ),
    ("Emilio Rodrigo, president of the club, and Jose Cabral met.", [("president", None, "Emilio Rodrigo")]),
    ("Chairman of the State Great Khural G.Zandan met the envoy.", [("Chairman", "State Great Khural", "G.Zandan")]),
    ("They met in the King Faisal Complex for Silk.", []),
    (
        "The Deputy Premier, Minister of Roads, Mrs Lata Devi Ramdin, opened the hall.",
        [("Deputy Premier", None, "Lata Devi Ramdin"), ("Minister of Roads", None, "Lata Devi Ramdin")],
    ),
    (
        "The Minister of Health, Youth, Sports and Culture, Ana Brito, resigned.",
        [("Minister of Health, Youth, Sports and Culture", None, "Ana Brito")],
    ),
    ("The Minister of Health, the mayor and Ana Brito met.", []),
    ("The minister of health, Ana Brito, and the mayor met.", [("minister of health", None, "Ana Brito")]),
    ("The minister of trade, nurses and teachers met.", []),
    (
        "By Henri Fofana, Chief Risk Officer and Director of Training at the West African Trade Bank.",
        [
            ("Chief Risk Officer", "West African Trade Bank", "Henri Fofana"),
            ("Director of Training", "West African Trade Bank", "Henri Fofana"),
        ],
    ),
    (
        "Martha Rich, Corporate Director of Operations of Palmera Hotels Group, spoke.",
        [("Corporate Director of Operations", "Palmera Hotels Group", "Martha Rich")],
    ),
    ("The governor of the Bank of Korea, Kim Min-ho, spoke.", [("governor", "Bank of Korea", "Kim Min-ho")]),
    (
        "They are party chair Themba Nkosi, labour minister and NEC member Sipho Zulu and others.",
        [("chair", None, "Themba Nkosi"), ("labour minister", None, "Sipho Zulu")],
    ),
    ("Finance minister and party member Lan Ho resigned.", [("Finance minister", None, "Lan Ho")]),
    ("Themba Nkosi, labour minister and member of the board, spoke.", [("labour minister", None, "Themba Nkosi")]),
    ("Themba Nkosi, labour minister and party member, met Sipho Zulu.", [("labour minister", None, "Themba Nkosi")]),
    ("Themba Nkosi, labour minister, and party member Sipho Zulu met.", [("labour minister", None, "Themba Nkosi")]),
    # a mayor behind an adverbial of time, or whose name the recogniser takes for a place
    ("On Monday the mayor of Bergen, Tor Lunde, opened the fair.", [("mayor", "Bergen", "Tor Lunde")]),
    ("On Monday the mayor of Bergen, Tor Lunde opened the fair.", [("mayor", "Bergen", "Tor Lunde")]),
    ("In March the governor of Bahia, Ana Reis signed the law.", [("governor", "Bahia", "Ana Reis")]),
    ("The mayor of Santarel, Rui Prado opened the fair.", [("mayor", "Santarel", "Rui Prado")]),
    ("The governor of Talmira, Ana Reis, said the road was open.", [("governor", "Talmira", "Ana Reis")]),
    ("After talks with the mayor of Bergen, Tor Lunde left the hall.", [("mayor", "Bergen", None)]),
    ("On behalf of the mayor of Bergen, Tor Lunde opened the fair.", [("mayor", "Bergen", None)]),
    ("In talks with the mayor of Bergen, Tor Lunde asked for help.", [("mayor", "Bergen", None)]),
    ("On Monday the mayor of Bergen, Oslo and Hamar met.", [("mayor", "Bergen", None)]),
    ("The governor of Lagos, Kano State, said the road was open.", [("governor", "Lagos", None)]),
    # rulers without an election
    ("Junta leader Assimi Diallo met envoys in Bamako.", [("Junta leader", None, "Assimi Diallo")]),
    ("Junta chief Min Aung Thant flew to Moscow.", [("Junta chief", None, "Min Aung Thant")]),
    ("Mali's junta leader, Modibo Sanou, left.", [("junta leader", "Mali", "Modibo Sanou")]),
    ("Chad's military ruler Idris Mahamat named a cabinet.", [("military ruler", "Chad", "Idris Mahamat")]),
    ("Burkina Faso's military leader Ibrahim Sanou spoke.", [("military leader", "Burkina Faso", "Ibrahim Sanou")]),
    ("Junta leaders met in Bamako.", []),
    ("The military rulers of Chad met.", []),
    ("Rebel leader Musa Bakari fled.", []),
    ("The Junta said it would hold a vote.", []),
    ("The film's ruler is cruel.", []),
    # those who speak for a city, a region or a movement
    ("Ann Lie, a spokeswoman for the City of Tromso, said the roads were clear.", [("spokeswoman", "City of Tromso", "Ann Lie")]),
    ("A spokesman for the City of Harare, Lovemore Dube, denied it.", [("spokesman", "City of Harare", "Lovemore Dube")]),
    ("A spokesman for the Houthis, Yahya Saleh, denied it.", [("spokesman", "Houthis", "Yahya Saleh")]),
    ("A spokesman for Kherson, Oleh Danko, said three homes burned.", [("spokesman", "Kherson", "Oleh Danko")]),
    ("The City of Tromso said the roads were clear.", []),
    ("A spokesman met a lawyer, Ali Reza, and left.", []),
    ("A minister, Ali Reza, left.", []),
    ("She asked a spokesman for Tesla, Ford and Honda.", []),
    ("A spokesman for the Houthis denied it.", []),
    # two titles with their holders, two portfolios of one
    (
        "Interior Minister Anuwat Paojin and Labour Minister Suchai Chomklin resigned.",
        [("Interior Minister", None, "Anuwat Paojin"), ("Labour Minister", None, "Suchai Chomklin")],
    ),
    ("Defence Minister Horizon Bank and Trade Minister Ali Reza spoke.", [("Trade Minister", None, "Ali Reza")]),
    (
        "Mines Minister Karanga Delta and Labour Minister Rose Achieng spoke.",
        [("Mines Minister", None, "Karanga Delta"), ("Labour Minister", None, "Rose Achieng")],
    ),
    ("Trade and Cocoa Minister Ali Reza spoke.", [("Trade and Cocoa Minister", None, "Ali Reza")]),
    ("Cocoa and Trade Minister Ali Reza spoke.", [("Cocoa and Trade Minister", None, "Ali Reza")]),
    (
        "Prime Minister and Defence Minister Ali Reza spoke.",
        [("Prime Minister", None, "Ali Reza"), ("Defence Minister", None, "Ali Reza")],
    ),
    ("Indian Coal and Mines Minister Raju Patil spoke.", [("Coal and Mines Minister", "India", "Raju Patil")]),
    ("Ghana Cocoa and Trade Minister Kofi Asante spoke.", [("Cocoa and Trade Minister", "Ghana", "Kofi Asante")]),
    ("Higher Education and Training Minister Sipho Dube spoke.", [("Higher Education and Training Minister", None, "Sipho Dube")]),
    # first of the vice presidents
    ("First Vice President Mariam Sesay spoke in Freetown.", [("First Vice President", None, "Mariam Sesay")]),
    ("Iraq's first vice president Salim Hadi resigned.", [("first vice president", "Iraq", "Salim Hadi")]),
]


def offices_of(nlp: Language, text: str) -> list[tuple[str, str | None, str | None, bool]]:
    doc = nlp(text)
    article = Article(text)
    people = find_people(doc, article)
    names = {person.id: person.name for person in people}
    return [(o.title, o.of, names.get(o.holder or ""), o.former) for o in find_offices(doc, article, people, [], [])]


def full(office: tuple[object, ...]) -> tuple[object, ...]:
    return office if len(office) == 4 else (*office, False)


@pytest.mark.parametrize(("text", "office"), ONE_HOLDER)
def test_one_holder(nlp: Language, text: str, office: tuple[object, ...]) -> None:
    assert offices_of(nlp, text) == [full(office)]


@pytest.mark.parametrize(("text", "offices"), SEVERAL)
def test_several(nlp: Language, text: str, offices: list[tuple[object, ...]]) -> None:
    assert offices_of(nlp, text) == [full(o) for o in offices]


@pytest.mark.parametrize(("text", "offices"), ABROAD)
def test_offices_of_the_sheet(nlp: Language, text: str, offices: list[tuple[object, ...]]) -> None:
    sheet = make_sheet(Article(text=text), nlp)
    names = {person.id: person.name for person in sheet.people}
    assert [(o.title, o.of, names.get(o.holder or ""), o.former) for o in sheet.offices] == [full(o) for o in offices]


@pytest.mark.parametrize("text", NONE)
def test_no_office(nlp: Language, text: str) -> None:
    assert offices_of(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Bank Indonesia Governor Perry Santoso spoke on Monday.", ("Governor", "Bank Indonesia", None)),
        ("Nyeri Governor Mutahi Kariuki closed the market.", ("Governor", "Nyeri", "KE")),
        ("Córdoba Governor Hugo Paz spoke in Argentina.", ("Governor", "Córdoba", "AR")),
        ("Kuwait SC president Ali Dashti resigned.", ("president", "Kuwait SC", None)),
        ("The governor of Reunion Region, Paul Payet, spoke.", ("governor", "Reunion Region", "RE")),
    ],
)
def test_the_sheets_names_say_of_what(nlp: Language, text: str, office: tuple[str, str | None, str | None]) -> None:
    assert [(o.title, o.of, o.country) for o in make_sheet(Article(text=text), nlp).offices] == [office]


@pytest.mark.parametrize("label", ["ORG", "LOC", None])
@pytest.mark.parametrize(
    ("before", "titles"),
    [
        ("Critics of Interior Minister ", [("Interior Minister", "Anupon Paoja"), ("Labour Minister", "Suchat Chomk")]),
        ("Six ministers, among them ", [("Labour Minister", "Suchat Chomk")]),
        ("Voters told General ", [("Labour Minister", "Suchat Chomk")]),
    ],
)
def test_a_name_that_the_recogniser_took_for_none(nlp: Language, before: str, titles: list[tuple[str, str]], label: str | None) -> None:
    """A title holds no name: neither `Anupon Paoja and Labour Minister` nor a body of this name."""
    text = before + "Anupon Paoja and Labour Minister Suchat Chomk of their plans."
    doc, start = nlp(text), len(before)
    name = doc.char_span(start, start + len("Anupon Paoja"), label=label or "")
    assert name is not None
    doc.ents = [*(ent for ent in doc.ents if ent.end <= name.start or ent.start >= name.end), *([name] if label else [])]
    sheet = sheet_from_doc(Article(text=text), doc)
    names = {person.id: person.name for person in sheet.people}
    assert [(o.title, names.get(o.holder or "")) for o in sheet.offices] == titles


def test_ids_mentions_and_country(nlp: Language) -> None:
    text = "Russian Prime Minister Mikhail Mishustin flew to China. Mishustin met Premier Li Qiang."
    doc, article = nlp(text), Article(text)
    people = find_people(doc, article)
    first, second = find_offices(doc, article, people, [], [])
    assert (first.id, first.country, first.holder) == ("o1", "RU", "p1")
    assert [m.text for m in first.mentions] == ["Prime Minister"]
    assert (second.id, second.title, second.holder) == ("o2", "Premier", "p2")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from([row[0] for row in ONE_HOLDER] + NONE + ["\n\n", "  ", "“", "…", "(", "\u200b"]), max_size=4),
    st.text(max_size=20),
)
def test_offsets(nlp: Language, parts: list[str], noise: str) -> None:
    text = noise.join(parts)
    doc, article = nlp(text), Article(text)
    people = find_people(doc, article)
    ids = {person.id for person in people}
    for office in find_offices(doc, article, people, [], []):
        assert office.mentions
        assert office.title.strip()
        assert office.holder is None or office.holder in ids
        assert all(text[m.start : m.end] == m.text for m in office.mentions)
