"""Invented paragraphs in the manner of the Economic and Social Council and of two Main Committees."""

from challenge import Due, case

ECONOMIC_AND_SOCIAL = (
    case(
        "Requests the Secretary-General to submit a report on kite statistics to the Commission on Science and Technology for Development for its consideration at its forty-eighth session;",
        Due(
            "Requests",
            "Secretary-General",
            by="at its forty-eighth session",
            kind="report",
            to="Commission on Science and Technology for Development",
        ),
    ),
    case(
        "Invites the Statistical Commission, through its expert group on kites, to define a kite;",
        Due("Invites", "Statistical Commission", through="expert group on kites"),
    ),
    # "Approves the holding" completes the act: nothing further is asked.
    case(
        "Approves the provisional agenda of the Commission, and decides that the thirtieth session of the Kite Forum shall be held in Sampleton;",
        Due("decides", "Economic and Social Council"),
    ),
    case(
        "Encourages Governments to continue and strengthen their kite surveys;",
        Due("Encourages", "Governments", often="continuing"),
    ),
    case(
        "Calls upon the United Nations system and invites the international financial institutions to support landlocked kite makers;",
        Due("Calls upon", "United Nations system"),
        Due("invites", "international financial institutions"),
    ),
    case(
        "Reiterates its invitation to the regional commissions to convene, within existing resources, kite workshops every two years;",
        Due("Reiterates its invitation", "regional commissions", often="biennial", kind="event"),
    ),
    case(
        "Recommends to the General Assembly the adoption of the following draft resolution:",
        Due("Recommends", "General Assembly"),
    ),
    case(
        "Decides to establish an open-ended intergovernmental expert group on kites to meet twice a year for three days, reporting to the Council;",
        Due("Decides", "Economic and Social Council", often="regular", kind="working group"),
    ),
    case(
        "Notes that the Commission will, as requested by the General Assembly in its resolution 98/4, submit a study on strings in 2046;",
        Due("as requested", "Commission", by="in 2046", kind="study", said=True),
    ),
    case(
        "Urges donors in a position to do so to contribute to the Kite Trust Fund, and countries to honour pledges;",
        Due("Urges", "donors"),
        Due("Urges", "countries"),
    ),
    case(
        "Requests the Bureau of the Commission on the Status of Women to hold consultations with kite flyers on the theme;",
        Due("Requests", "Bureau of the Commission on the Status of Women", kind="consultations"),
    ),
    case(
        "Also requests the Department of Economic and Social Affairs to update, in cooperation with the regional commissions, the kite handbook, and to disseminate it widely;",
        Due("Also requests", "Department of Economic and Social Affairs"),
    ),
    case(
        "Invites Member States, relevant United Nations entities and other stakeholders engaged in kite making to share their experience with the Forum;",
        Due("Invites", "Member States | United Nations entities | other stakeholders engaged in kite making"),
    ),
    case(
        "Stresses the importance of the entities of the United Nations development system working together on kites;",
        Due("Stresses", "United Nations system entities"),
    ),
    case(
        "Decides to consider the matter further at its 2045 session;",
        Due("Decides", "Economic and Social Council", by="at its 2045 session"),
    ),
    case(
        "Invites the Governments of Samplestan and of Examplia to exchange kite data on a quarterly basis;",
        Due("Invites", "Governments of Samplestan and of Examplia", often="regular"),
    ),
)

FIFTH = (
    case(
        "Requests the Secretary-General to entrust the Advisory Committee on Administrative and Budgetary Questions with a review of the kite account;",
        Due("Requests", "Secretary-General"),
    ),
    case(
        "Endorses the recommendations of the Advisory Committee, and requests the Secretary-General to ensure their full implementation;",
        Due("requests", "Secretary-General"),
    ),
    case("Decides not to approve the post of Chief Kite Officer;", Due("Decides", "General Assembly")),
    # The period for which money is given is no day by which anything is due.
    case(
        "Decides to appropriate for the Kite Mission the amount of 40,000 dollars for the period from 1 July 2045 to 30 June 2046;",
        Due("Decides", "General Assembly"),
    ),
    case(
        "Also decides to apportion among Member States the amount of 300 dollars, in accordance with the levels set out in its resolution 97/5;",
        Due("Also decides", "General Assembly"),
    ),
    case(
        "Requests the Secretary-General to submit the next performance report no later than at the main part of its one hundredth session;",
        Due("Requests", "Secretary-General", by="main part of its one hundredth session", kind="report"),
    ),
    case(
        "Regrets the late submission of the reports, and reiterates its request to the Secretary-General to submit them within the deadlines set;",
        Due("reiterates its request", "Secretary-General"),
    ),
    case(
        "Requests the Board of Auditors to continue to audit kite stocks and to include its findings in its annual report;",
        Due("Requests", "Board of Auditors", often="annual"),
    ),
    case("Stresses that the vacancy rate of kite posts must be kept to a minimum;", Due("Stresses")),
    case("Emphasizes the need to fill, expeditiously, all vacant kite posts;", Due("Emphasizes")),
    case(
        "Looks forward to the report, and requests that it contain detailed figures;",
        Due("requests"),
    ),
    case(
        "Decides to revert to the question of kite pensions at the second part of its resumed one hundredth session;",
        Due("Decides", "General Assembly", by="its resumed one hundredth session"),
    ),
    case(
        "Invites the International Civil Service Commission to review, and report to the General Assembly at its one hundred and first session on, the string allowance;",
        Due(
            "Invites",
            "International Civil Service Commission",
            by="at its one hundred and first session",
            kind="report",
            to="General Assembly",
        ),
    ),
    case(
        "Calls upon Member States to pay their assessed kite contributions in full, on time and without conditions;",
        Due("Calls upon", "Member States"),
    ),
    case(
        "Requests the Secretary-General to refine, in the context of his next budget, the kite rates, taking into account the views expressed by Member States, and to report thereon;",
        Due("Requests", "Secretary-General", kind="report"),
    ),
    case(
        "Recalls paragraph 12 of the report of the Advisory Committee, in which it requested the Secretary-General to count kites, and looks forward to the results;",
        Due("requested", "Secretary-General", said=True),
    ),
)

FIRST = (
    case(
        "Urges all States possessing war kites to reduce their stocks;",
        Due("Urges", "States possessing war kites"),
    ),
    case(
        "Calls upon all States that have not yet done so, in particular the States listed in annex 2 to the Kite Ban Treaty, to sign and ratify it;",
        Due("Calls upon", "States"),
    ),
    case(
        "Invites all Member States to inform the Secretary-General of their views on kites by 31 May 2045, and requests the Secretary-General to compile them in a report for submission to the General Assembly at its one hundredth session;",
        Due("Invites", "Member States", by="by 31 May 2045"),
        Due(
            "requests",
            "Secretary-General",
            by="at its one hundredth session",
            kind="report",
            to="General Assembly",
        ),
    ),
    case(
        "Decides to include in the provisional agenda of its one hundredth session, under the item entitled “Kites”, the sub-item entitled “War kites”;",
        Due("Decides", "General Assembly", by="its one hundredth session", kind="agenda item"),
    ),
    case(
        "Decides to convene in New York, for one week in 2045, a conference to negotiate a treaty on war kites, and urges all States to take part;",
        Due("Decides", "General Assembly", by="in 2045", kind="conference"),
        Due("urges", "States"),
    ),
    case(
        "Encourages nuclear-weapon States and all others to build trust through kites;",
        Due("Encourages", "nuclear-weapon States | others"),
    ),
    case(
        "Requests the Conference on Disarmament to begin talks on war kites at its 2045 session without preconditions;",
        Due("Requests", "Conference on Disarmament", by="at its 2045 session"),
    ),
    case(
        "Appeals to States that keep secret kite stores to declare them;",
        Due("Appeals", "States that keep secret kite stores"),
    ),
    case(
        "Commends the Secretary-General for his work, encouraging him to continue his good offices;",
        Due("encouraging", "Secretary-General", often="continuing"),
    ),
    case(
        "Welcomes the letter sent by Samplestan to its neighbours, inviting them to visit its kite stores;",
    ),
    case(
        "Calls upon the States concerned to take, individually and jointly, all steps needed, and, pending such steps, to halt all kite flights;",
        Due("Calls upon", "States"),
    ),
    case(
        "Requests the Secretary-General to continue, within available resources, to collect data on kites;",
        Due("Requests", "Secretary-General", often="continuing"),
    ),
)
