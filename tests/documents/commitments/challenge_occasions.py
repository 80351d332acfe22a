"""Invented paragraphs on days, conferences and elections, and in the manner of agencies' governing bodies."""

from challenge import Due, case

DAYS = (
    case(
        "Decides to proclaim 9 May as the International Day of Kites, to be observed annually beginning in 2046;",
        Due("Decides", "General Assembly", by="beginning in 2046", often="annual", kind="day"),
    ),
    case(
        "Invites all Member States, organizations of the United Nations system, other international and regional organizations, civil society, including non-governmental organizations, individuals and other stakeholders to observe the Day with kites;",
        Due(
            "Invites",
            "Member States | United Nations system organizations | other international organizations | regional organizations | civil society | non-governmental organizations | individuals | other stakeholders",
        ),
    ),
    case("Stresses that the costs of the Day should be met from kite funds;", Due("Stresses")),
    case(
        "Requests the Secretary-General to bring the present resolution to the attention of all kite clubs for appropriate observance;",
        Due("Requests", "Secretary-General"),
    ),
    # "Declares" does it by saying so: nothing further is asked.
    case("Declares 2047 the International Year of String;"),
    case(
        "Invites the World Meteorological Organization to facilitate the observance of the Day, mindful of the provisions of the annex to Council resolution 2040/7;",
        Due("Invites", "World Meteorological Organization"),
    ),
    case(
        "Encourages Member States to consider designating a national kite day, and local authorities to plant string;",
        Due("Encourages", "Member States"),
        Due("Encourages", "local authorities"),
    ),
    case(
        "Decides to hold a one-day high-level kite meeting in September 2045, and requests its President to make the arrangements;",
        Due("Decides", "General Assembly", by="in September 2045", kind="meeting"),
        Due("requests", "President of the General Assembly"),
    ),
    case(
        "Recommends that each State choose a suitable date for a Kite Week;",
        Due("Recommends", "each State/State/States"),
    ),
    case(
        "Invites States Members of the United Nations and observers to commemorate, on 9 May each year, those lost to lightning;",
        Due("Invites", "Member States | observers", by="on 9 May", often="annual"),
    ),
)

MODALITIES = (
    case(
        "Decides that the Kite Conference:",
        "(a) Shall be held in Sampleton from 3 to 5 June 2046;",
        "(b) Shall consist of:",
        "(i) An opening meeting;",
        "(ii) Four round tables, co-chaired by Member States;",
        Due("Decides", "General Assembly", at="1(a)", by="from 3 to 5 June 2046"),
        Due("Decides", "General Assembly", at="1(b)"),
    ),
    case(
        "Decides that the arrangements shall be as follows:",
        "(a) The Conference shall be held in June 2046;",
        "(b) The opening shall include statements;",
        Due("Decides", "General Assembly", at="1(a)", by="in June 2046"),
        Due("Decides", "General Assembly", at="1(b)"),
    ),
    case(
        "Requests the President of the General Assembly:",
        "(a) To convene the preparatory process, and for that purpose:",
        "(i) To appoint two co-facilitators;",
        "(ii) To issue a zero draft by March 2045;",
        "(b) To draw up a list of kite clubs, and to circulate it to Member States for consideration on a non-objection basis;",
        Due("Requests", "President of the General Assembly", at="1(a)"),
        Due("Requests", "President of the General Assembly", at="1(a)(i)"),
        Due("Requests", "President of the General Assembly", at="1(a)(ii)", by="by March 2045"),
        Due("Requests", "President of the General Assembly", at="1(b)"),
    ),
    case(
        "Decides that participation shall be open to all States, and invites kite clubs in consultative status to attend;",
        Due("Decides", "General Assembly"),
        Due("invites", "kite clubs in consultative status"),
    ),
    case(
        "Requests the Secretary-General to serve as Secretary-General of the Conference and to provide the Kite Secretariat with support;",
        Due("Requests", "Secretary-General"),
    ),
    case(
        "Decides that the outcome shall be negotiated in New York, and that the co-facilitators shall present a draft by 1 February 2046;",
        Due("Decides", "General Assembly"),
        Due("Decides", "co-facilitators", by="by 1 February 2046"),
    ),
    case(
        "Encourages Member States to be represented at the highest level possible, and the United Nations system, as well as other stakeholders, to take part actively;",
        Due("Encourages", "Member States"),
        Due("Encourages", "United Nations system | other stakeholders"),
    ),
    case(
        "Calls upon States, urges donors and invites kite banks to help developing countries attend;",
        Due("Calls upon", "States"),
        Due("urges", "donors"),
        Due("invites", "kite banks"),
    ),
    case(
        "Requests the Co-Chairs to prepare a concise summary, reflecting the debate, and to transmit it to the President of the Assembly;",
        Due("Requests", "Co-Chairs", kind="summary"),
    ),
    case(
        "Agrees to hold a stocktaking meeting in 2048 and every four years thereafter;",
        Due("Agrees", "General Assembly", by="in 2048", often="quadrennial", kind="meeting"),
    ),
    case(
        "Decides to set up a preparatory committee, open to all, which shall elect its own Bureau;",
        Due("Decides", "General Assembly", kind="committee"),
    ),
    case(
        "Invites intergovernmental organizations and entities that have received a standing invitation to participate as observers in the Assembly to take part in the Conference;",
        Due(
            "Invites",
            "intergovernmental organizations | entities that have received a standing invitation to participate as observers in the Assembly",
        ),
    ),
    case(
        "Urges international and bilateral donors, the private sector, financial institutions and foundations to support, through voluntary contributions to a kite trust fund, the travel of delegates;",
        Due(
            "Urges",
            "international donors | bilateral donors | private sector | financial institutions | foundations",
        ),
    ),
    case(
        "Requests the Secretary-General to provide, in consultation with the co-facilitators, a background paper at least six weeks before the Conference;",
        Due("Requests", "Secretary-General", by="six weeks before the Conference"),
    ),
)

ELECTIONS = (
    case("Elects the following kite judges: Ada Sample, Bo Example;"),
    case(
        "Decides that the elections to the Kite Board shall be held every three years by secret ballot;",
        Due("Decides", "General Assembly", often="triennial"),
    ),
    case("Appoints Examplia as member of the Kite Committee until 31 December 2047;"),
    case(
        "Requests the States in the Kite Group to nominate two candidates each no later than 60 days before the election;",
        Due("Requests", "States in the Kite Group", by="no later than 60 days before the election"),
    ),
    case(
        "Confirms the appointment of the Kite Ombudsman, and invites the Ombudsman to meet the Board;",
        Due("invites", "Kite Ombudsman"),
    ),
    case(
        "Resolves that members of the Panel shall serve in their personal capacity, and calls upon States to nominate women;",
        Due("Resolves", "General Assembly/members of the Panel"),
        Due("calls upon", "States"),
    ),
)

AGENCIES = (
    case(
        "Requests the Executive Director to submit a revised kite budget to the Board at its next session;",
        Due("Requests", "Executive Director", by="at its next session"),
    ),
    case(
        "Takes note of the annual report of the Executive Director, and requests management to continue improving string quality;",
        Due("requests", "management", often="continuing"),
    ),
    case(
        "Decides to defer the item on kite fees to its second regular session of 2045;",
        Due("Decides", "Executive Board of the Kite Fund", by="to its second regular session of 2045"),
    ),
    case(
        "Encourages the Kite Fund, UNDP and UNICEF to continue joint kite programming;",
        Due(
            "Encourages",
            "Kite Fund | United Nations Development Programme | United Nations Children’s Fund",
            often="continuing",
        ),
    ),
    case(
        "Welcomes the strategic plan, looks forward to its roll-out, and calls upon all countries in a position to do so to raise their core contributions;",
        Due("calls upon", "countries"),
    ),
    case(
        "Recommends that the Director-General, in line with the strategy adopted in 2043 (see document KF/12, annex), which the Board has before it, should draw up a kite road map;",
        Due("Recommends", "Director-General"),
    ),
    case(
        "Expects that the Executive Director will inform the Board of progress at each session;",
        Due("Expects", "Executive Director", often="regular"),
    ),
    case(
        "Invites members and associate members to pay their kite dues, and the Director-General to remind them monthly;",
        Due("Invites", "members | associate members"),
        Due("Invites", "Director-General", often="regular"),
    ),
    case(
        "Urges member States and partners of the Kite Fund to ratify the string code;",
        Due("Urges", "member States/Member States | partners of the Kite Fund"),
    ),
    case(
        "Instructs the secretariat, in close consultation with the Bureau, to table the rules for adoption by the Conference at its third session;",
        Due("Instructs", "secretariat/Secretariat", by="at its third session"),
    ),
    case("Authorizes the Director-General to accept gifts of string;"),
    case(
        "Approves the holding of the kite fair in Sampleton, and requests the host country to issue visas in time;",
        Due("requests", "host country/host countries"),
    ),
    case(
        "Requests the Director-General to present periodic, costed and independent evaluations of kites;",
        Due("Requests", "Director-General", often="regular", kind="assessment"),
    ),
    case(
        "Underscores the importance of the secretariat responding swiftly to members;",
        Due("Underscores", "secretariat/Secretariat"),
    ),
    case(
        "Expresses appreciation to Examplia for hosting the session, its offer to host the next one, and its call to members to fly kites;"
    ),
    # A club is no body whose requests a text reports as duties.
    case("Notes the request of the Kite Club to the Director-General to lend it string;"),
)
