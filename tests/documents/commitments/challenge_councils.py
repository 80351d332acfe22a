"""Invented paragraphs in the manner of the Security Council and of the Human Rights Council."""

from challenge import Due, case

SECURITY = (
    case(
        "Demands that all parties to the conflict in Examplia immediately cease all kite battles;",
        Due("Demands", "parties to the conflict in Examplia"),
    ),
    # A decision that says what others shall do asks them; only what the organ itself is to do is its own.
    case(
        "Decides, acting under Chapter VII of the Charter of the United Nations, that all Member States shall prevent the supply of war kites to Examplia;",
        Due("Decides", "Member States"),
    ),
    # "Authorizes" permits: who does not make use of it has left nothing undone.
    case(
        "Authorizes Member States, acting nationally or through regional organizations, to inspect kites bound for Examplia;"
    ),
    case(
        "Requests the Secretary-General to report to the Council within 30 days on the state of the strings;",
        Due("Requests", "Secretary-General", by="within 30 days", kind="report", to="Security Council"),
    ),
    case(
        "Decides to remain actively seized of the matter.",
        Due("Decides", "Security Council", often="continuing"),
    ),
    case(
        "Calls upon Examplia and Samplestan to withdraw their kites from the border, and requests the United Nations Kite Observer Mission to verify the withdrawal;",
        Due("Calls upon", "Examplia | Samplestan"),
        Due("requests", "United Nations Kite Observer Mission"),
    ),
    case(
        "Condemns the cutting of strings, demands that it cease, and urges the kite authorities of Examplia to bring those responsible to justice;",
        Due("demands"),
        Due("urges", "kite authorities of Examplia"),
    ),
    case(
        "Decides to extend the mandate of the Panel of Kite Experts until 30 June 2046;",
        Due("Decides", "Security Council", by="until 30 June 2046", kind="mandate"),
    ),
    case(
        "Requests the Secretary-General to keep the Council regularly informed of developments in Examplia, and to report every 90 days;",
        Due("Requests", "Secretary-General", often="regular", kind="report"),
    ),
    # An intention announces and binds nobody.
    case("Expresses its intention to review the measures within one year;"),
    case(
        "Underlines the need for the parties to allow kite monitors safe passage;",
        Due("Underlines", "parties"),
    ),
    case(
        "Stresses that the Government of Examplia must protect kite makers;",
        Due("Stresses", "Government of Examplia"),
    ),
    case(
        "Urges all States, in particular those in the region, to stop the flow of tails;", Due("Urges", "States")
    ),
    case(
        "Decides that the Kite Sanctions Committee shall review the list of designated kites annually;",
        Due("Decides", "Kite Sanctions Committee", often="annual"),
    ),
    case("Affirms that the measures shall lapse on 1 May 2046;"),
    case(
        "Directs the Committee established pursuant to paragraph 3 to publish a list of kites;",
        Due("Directs", "Committee established pursuant to paragraph 3"),
    ),
    case(
        "Reiterates its demand that the parties return all kites, and calls once more upon them to lay down their strings;",
        Due("Reiterates its demand", "parties"),
        Due("calls once more upon", "parties"),
    ),
    case(
        "Encourages the Special Envoy for Examplia to continue his efforts;",
        Due("Encourages", "Special Envoy for Examplia", often="continuing"),
    ),
    case(
        "Recalls its decision, in resolution 9001 (2043), that all States shall register kites, and calls upon those that have not done so to do so without delay;",
        Due("its decision", "States", said=True),
        Due("calls upon", "those that have not done so"),
    ),
    case(
        "Requests the Secretary-General, in coordination with the African Union, to deploy kite advisers and to brief the Council on their work before 31 March 2045;",
        Due(
            "Requests",
            "Secretary-General",
            by="before 31 March 2045",
            kind="briefing",
        ),
    ),
    case(
        "Calls on all parties to the Sampleton Agreement to honour it fully;",
        Due("Calls on", "parties to the Sampleton Agreement"),
    ),
    # What something shall be made of is the organ's own decision: nobody else is to act.
    case(
        "Decides that the Mission shall comprise up to 40 kite observers;",
        Due("Decides", "Security Council"),
    ),
    case(
        "Decides that the mandate of the Mission shall include the following tasks:",
        "(a) Monitoring of kites;",
        "(b) Support to kite makers;",
        Due("Decides", "Security Council"),
    ),
    case("Takes note of the letter of the Secretary-General, in which he invites States to lend kites;"),
    case(
        "Calls upon Member States that have the capacity to do so to provide kites to the Mission;",
        Due("Calls upon", "Member States that have the capacity to do so"),
    ),
    # The frameworks know no Examplia: what "it" means stays open, and is printed.
    case(
        "Reaffirms the primary role of Examplia, and in this regard urges it to hold kite elections by the end of 2045;",
        Due("urges", "it", by="by the end of 2045"),
    ),
    case(
        "Invites the Secretariat of the Kite Convention, the World Bank and other donors to report to the Committee on their kite aid;",
        Due("Invites", "Secretariat of the Kite Convention | World Bank | other donors", kind="report"),
    ),
    case(
        "Emphasizes the importance of the Mission continuing to coordinate closely with the police of Examplia;",
        Due("Emphasizes", "Mission", often="continuing"),
    ),
    case(
        "Demands further that the armed groups in northern Examplia release, without precondition, all captured kites;",
        Due("Demands further", "armed groups in northern Examplia"),
    ),
    case(
        "Requests all States to report to the Committee within 60 days of the adoption of this resolution on the steps taken;",
        Due("Requests", "States", by="within 60 days of the adoption of this resolution", kind="report"),
    ),
)

HUMAN_RIGHTS = (
    case(
        "Decides to extend the mandate of the Special Rapporteur on the rights of kite flyers for a period of three years;",
        Due("Decides", "Human Rights Council", kind="mandate"),
    ),
    case(
        "Requests the Special Rapporteur to report annually to the Human Rights Council and the General Assembly in accordance with their programmes of work;",
        Due(
            "Requests",
            "Special Rapporteur",
            often="annual",
            kind="report",
            to="Human Rights Council | General Assembly",
        ),
    ),
    case(
        "Urges all States to cooperate fully with the Special Rapporteur, to respond favourably to his requests to visit, and to provide him with all necessary information;",
        Due("Urges", "States"),
    ),
    case(
        "Requests the Office of the United Nations High Commissioner for Human Rights to organize, before its one hundred and twentieth session, a half-day panel discussion on kites;",
        Due(
            "Requests",
            "Office of the United Nations High Commissioner for Human Rights",
            by="before its one hundred and twentieth session",
            kind="dialogue",
        ),
    ),
    case(
        "Requests the Secretary-General and the High Commissioner to provide the Special Rapporteur with all the string and paper that his task needs;",
        Due("Requests", "Secretary-General | High Commissioner"),
    ),
    case(
        "Calls upon States parties to the Kite Covenant to review their laws;",
        Due("Calls upon", "States parties to the Kite Covenant"),
    ),
    case(
        "Invites the treaty bodies, within their mandates, and special procedures to pay attention to kites;",
        Due("Invites", "United Nations treaty bodies | special procedures"),
    ),
    case(
        "Encourages civil society, national human rights institutions and the media to raise awareness of kites;",
        Due("Encourages", "civil society | national human rights institutions | media"),
    ),
    case(
        "Strongly encourages business enterprises operating in Examplia to carry out kite due diligence;",
        Due("Strongly encourages", "business enterprises operating in Examplia"),
    ),
    case(
        "Requests the High Commissioner to prepare a report on kites and to present it to the Council at its one hundred and twenty-first session, to be followed by an interactive dialogue;",
        Due(
            "Requests",
            "High Commissioner",
            by="at its one hundred and twenty-first session",
            kind="report",
            to="Human Rights Council",
        ),
    ),
    case(
        "Also requests the Office of the High Commissioner to continue its technical cooperation;",
        Due("Also requests", "Office of the High Commissioner", often="continuing"),
    ),
    case(
        "Decides to continue its consideration of the question at its one hundred and twenty-first session;",
        Due(
            "Decides",
            "Human Rights Council",
            by="at its one hundred and twenty-first session",
            often="continuing",
        ),
    ),
    case(
        "Expresses grave concern at cut strings, and calls upon all States, inter alia:",
        "(a) To adopt laws on string;",
        "(b) To train judges and to pay them;",
        Due("calls upon", "States", at="1(a)"),
        Due("calls upon", "States", at="1(b)"),
    ),
    case("Welcomes the voluntary fund established by Examplia, to which States are invited to contribute;"),
    case("Stresses the need for adequate funds to be given to the Kite Forum;", Due("Stresses")),
    case(
        "Emphasizes that all States should refrain from cutting strings, and that business should follow the Kite Principles;",
        Due("Emphasizes", "States"),
        Due("Emphasizes", "business"),
    ),
    case(
        "Requests that the report be made available in accessible formats, and that the Secretariat translate it into all official languages;",
        Due("Requests"),
        Due("Requests", "Secretariat"),
    ),
    case(
        "Decides to appoint, for a period of one year, an Independent Expert on the situation of kites in Samplestan, and requests the Independent Expert to present an oral update at its one hundred and twentieth session;",
        Due("Decides", "Human Rights Council"),
        Due("requests", "Independent Expert", by="at its one hundred and twentieth session", kind="update"),
    ),
    case(
        "Invites comments on the draft kite principles from States, the specialized agencies and kite clubs;",
        Due("Invites", "States | specialized agencies | kite clubs"),
    ),
    case("Calls for the immediate release of all kite flyers held in Samplestan;", Due("Calls for")),
    case(
        "Recommends that the General Assembly submit the reports of the Kite Commission to the Kite Court;",
        Due("Recommends", "General Assembly"),
    ),
    case(
        "Deplores the refusal of Samplestan to admit kite monitors, and urges the Government of Samplestan, as a matter of priority, and the Kite Guard to admit them;",
        Due("urges", "Government of Samplestan | Kite Guard"),
    ),
)
