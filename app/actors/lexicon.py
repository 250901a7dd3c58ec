"""Word tables of actor linking: titles, nouns for offices and bodies, verbs of speech. Lower case throughout."""


def words(text: str) -> frozenset[str]:
    """The words of a table written as running text."""
    return frozenset(text.split())


# Stripped from the front of any name, also in queries. Royal and religious titles are part of the name (Pope Francis).
HONORIFICS = words(
    "mr mrs ms miss mx dr sir dame madam president premier chancellor senator sen congressman congresswoman governor"
    " gov mayor ambassador professor prof general gen colonel col lieutenant lt captain capt sergeant sgt admiral adm"
    " secretary minister"
)
# A name after one of these is a person's, though it be a country's: "Ms Montenegro"; "Miss Montenegro" bears a sash.
OF_PERSONS = words("mr mrs ms mx dr sir dame judge prof professor")
HONORIFIC_PAIRS = frozenset(
    {"prime minister", "vice president", "foreign minister", "defense minister", "defence minister", "finance minister"}
    | {"lieutenant general", "major general", "brigadier general", "first lady", "chief justice", "lt gen", "maj gen"}
)
# "General" before these is no rank.
NO_RANK = words(
    "motors electric mills dynamics assembly atomics staff council foods secretariat election of for and in"
)
# Before a person's name in running text these are no part of the name.
TITLES = HONORIFICS | words(
    "vice prime foreign defense defence interior finance justice health trade rep representative judge chief major maj"
    " commander marshal brigadier corporal private chairman chairwoman chair director ceo cfo attorney spokesman"
    " spokeswoman spokesperson deputy assistant former ex acting interim then leader executive officer founder"
    " co-founder analyst lawyer opposition state mp reverend rev archbishop bishop cardinal detective inspector"
    " sheriff constable superintendent coach striker midfielder goalkeeper captain republican democrat democratic"
    " congressional presidential candidate nominee author actor actress singer late lord lady"
)
LEGAL_FORMS = words(
    "inc incorporated corp corporation ltd limited plc llc llp gmbh ag sa nv co company spa ab oy asa bv kk pty lp"
)
# May be left out when a text shortens an organisation's name: "Brightwater Motors" … "Brightwater".
DESCRIPTORS = LEGAL_FORMS | words(
    "group holdings holding motors motor airlines airways airline industries technologies technology systems"
    " communications international media computer computers energy entertainment electronics pharmaceuticals"
    " laboratories labs software networks records studios pictures stores partners capital aerospace aviation"
    " oil petroleum gas steel foods brothers sons global worldwide financial services mobile wireless telecom"
)
PARTICLES = words("von der van de da di del della la le du bin ibn al el ben abu dos das do ter ten den st e y")
# Family names that stand first.
FAMILY_FIRST = words(
    "kim moon park lee xi hu wen li jiang deng mao zhou wang zhang chen liu yang zhao huang wu lin tsai ma nguyen tran"
    " pham ban choi jung kang cho yoon lai chiang song sun han zhu gao"
)
SUFFIXES = words("jr sr ii iii iv")
# Name nobody by themselves. "Who", "it" and "us" do, in capitals.
NAMELESS = words("a an the and of he him his she her they them their we our you your i me my this that these those")

# spaCy takes these parts of an office ("Secretary of State") for organisations.
PORTFOLIOS = words(
    "defense defence state foreign interior finance justice health education energy trade commerce agriculture treasury"
    " labor labour transport transportation environment culture home cabinet parliament government congressional"
    " federal general secretary minister ministry president chairman prime house source link post wires pool photo"
    " photos file getty images inc corp ltd web internet tv"
)
# The last word of a name that tells an organisation, and what a text then calls it.
BODY_WORDS = {
    **dict.fromkeys(words("bank banks bankers"), "bank"),
    **dict.fromkeys(words("agency bureau service administration authority office"), "agency"),
    **dict.fromkeys(words("ministry department"), "ministry"),
    **dict.fromkeys(words("court tribunal"), "court"),
    **dict.fromkeys(words("commission"), "commission"),
    **dict.fromkeys(words("committee panel board council"), "committee"),
    **dict.fromkeys(words("party movement"), "party"),
    **dict.fromkeys(words("university college school institute academy"), "university"),
    **dict.fromkeys(
        words("union federation association organization organisation foundation society fund trust"), "body"
    ),
    **dict.fromkeys(words("parliament congress senate assembly duma"), "parliament"),
    **dict.fromkeys(words("army navy police guard brigade battalion regiment corps"), "force"),
    **dict.fromkeys(words("times post tribune herald journal gazette news magazine telegraph chronicle"), "media"),
    **dict.fromkeys(words("airlines airways airline"), "airline"),
    **dict.fromkeys(words("front brigades"), "armed"),
    **dict.fromkeys(words("hospital museum church club league team fc united"), "body"),
    **dict.fromkeys(words("inc incorporated corp corporation ltd limited plc llc gmbh ag group holdings"), "company"),
    **dict.fromkeys(words("industries technologies systems electronics motors records stores partners"), "company"),
}
# The last word of a name that tells a place.
SITE_WORDS = words(
    "stadium airport street avenue square park bridge river mountain mountains lake island islands bay valley county"
    " province city beach prison station port cathedral palace tower sea ocean peninsula desert canal district road"
    " boulevard harbour harbor strait gulf heights hills village"
)
# The last word of a club's name that stands for it alone: "City host Everton"; and what follows it in a town.
CLUB_WORDS = words("city united rovers wanderers albion athletic hotspur villa")
CIVIC_NOUNS = words(
    "official authority council councillor hall centre center police street dweller resident bus traffic planner life"
    " worker budget government leader mayor library park school limit block"
)
# "the company": the sorts of organisation that such a noun may mean; "" is an organisation of unknown sort.
BODY_NOUNS = {
    **dict.fromkeys(
        words("company firm corporation business manufacturer maker giant retailer"), ("company", "airline", "")
    ),
    **dict.fromkeys(
        words("carmaker automaker planemaker chipmaker drugmaker startup publisher operator"), ("company", "")
    ),
    "airline": ("airline", "company"),
    **dict.fromkeys(words("bank lender"), ("bank",)),
    **dict.fromkeys(words("agency bureau watchdog regulator"), ("agency", "media", "commission", "department")),
    **dict.fromkeys(words("ministry department"), ("ministry", "department")),
    "commission": ("commission",),
    **dict.fromkeys(words("committee council panel board"), ("committee", "council")),
    **dict.fromkeys(words("court tribunal"), ("court",)),
    **dict.fromkeys(words("party"), ("party",)),
    **dict.fromkeys(words("group organization organisation"), ("body", "armed", "company", "party", "")),
    **dict.fromkeys(words("charity association federation foundation"), ("body", "")),
    **dict.fromkeys(words("newspaper paper magazine broadcaster network channel"), ("media",)),
    **dict.fromkeys(words("university college school institute"), ("university",)),
    **dict.fromkeys(words("alliance bloc union"), ("alliance", "bloc", "body")),
    **dict.fromkeys(words("parliament senate assembly"), ("parliament",)),
    **dict.fromkeys(words("militants rebels militia"), ("armed",)),
    **dict.fromkeys(words("fund"), ("fund",)),
}
# Offices: what "the <office>" may mean among offices told before.
LEADERS = frozenset(
    {"president", "prime minister", "premier", "chancellor", "king", "leader", "dictator", "emir", "sultan"}
)
OFFICES = {
    "leader": LEADERS,
    "strongman": LEADERS,
    "president": frozenset({"president"}),
    "prime minister": frozenset({"prime minister", "premier"}),
    "premier": frozenset({"prime minister", "premier"}),
    "chancellor": frozenset({"chancellor"}),
    "minister": frozenset({"minister"}),
    "secretary": frozenset({"secretary"}),
    "senator": frozenset({"senator", "sen"}),
    "governor": frozenset({"governor", "gov"}),
    "mayor": frozenset({"mayor"}),
    "ambassador": frozenset({"ambassador"}),
    "envoy": frozenset({"envoy", "ambassador"}),
    "diplomat": frozenset({"secretary", "ambassador", "envoy", "diplomat"}),
    "general": frozenset({"general", "gen"}),
    "judge": frozenset({"judge", "justice"}),
    "pope": frozenset({"pope"}),
    "king": frozenset({"king"}),
    "queen": frozenset({"queen"}),
    "ceo": frozenset({"ceo", "executive"}),
    "executive": frozenset({"ceo", "executive"}),
    "chairman": frozenset({"chairman", "chairwoman", "chair"}),
    "spokesman": frozenset({"spokesman"}),
    "spokeswoman": frozenset({"spokeswoman"}),
    "congressman": frozenset({"congressman", "rep", "representative"}),
    "lawmaker": frozenset({"senator", "sen", "congressman", "congresswoman", "rep", "representative", "mp"}),
}
OFFICE_WORDS = frozenset().union(*OFFICES.values(), OFFICES) - {"prime minister"}
# With a demonym these stand for the country: "Russian forces".
STATE_NOUNS = words(
    "government governments administration authorities officials forces troops military army navy soldiers warplanes"
    " jets airstrikes missiles tanks state regime side leadership delegation negotiators diplomats police air artillery"
    " warships parliament lawmakers fighters"
)

SPEECH = words(
    "say tell add warn announce state declare claim argue insist note explain reply respond ask urge call vow pledge"
    " promise threaten accuse blame deny confirm admit acknowledge report suggest stress reiterate comment remark write"
    " tweet predict complain concede conclude contend recall describe demand condemn criticize criticise praise quip"
    " joke continue assert maintain disclose reveal testify"
)
# A capital before or after these stands for the government.
DECISION = SPEECH | words(
    "want need seek hope fear expect plan intend agree refuse reject accept approve back support oppose decide consider"
    " impose lift sanction retaliate negotiate sign withdraw recognise recognize send deploy deliver supply fund launch"
    " block veto offer propose prepare try aim push press react act join use build rely depend view see regard believe"
    " pressure welcome suspend cut expel recall summon invade annex attack fire test order ban allow"
)
ADDRESSED = words(
    "accuse blame urge warn tell ask press pressure criticise criticize condemn praise sanction punish persuade"
    " convince threaten support back help arm assure isolate deter provoke push force"
)
WITH_GOVERNMENTS = frozenset({"with", "against", "between", "by"})
# What a city itself does, and not the government in it.
PLACE_VERBS = words(
    "be have host see lie sit remain become boast celebrate wake experience suffer feature stage mark fall stand record"
    " get beat win lose draw play grow house contain attract enjoy lack rank begin come go look feel seem burn flood"
    " freeze follow include bid"
)
PLACE_PARTS = words(
    "airport street streets suburb suburbs mayor outskirts centre center university court region hotel stadium embassy"
    " square residents river port station museum subway metro district theatre theater zoo cathedral police"
)
# What ministries look after, and how their names write it.
MINISTRIES = {
    "defense": "Defence",
    "defence": "Defence",
    "foreign": "Foreign Affairs",
    "interior": "the Interior",
    "labor": "Labour",
    "labour": "Labour",
    **{word: word.capitalize() for word in ("finance", "justice", "health", "education", "energy", "trade", "economy")},
    **{word: word.capitalize() for word in ("agriculture", "transport", "culture", "oil", "commerce", "information")},
}
# A demonym before these names a happening or a tongue, not its country.
NO_DEMONYM = words("crisis war wars revolution language speaker roulette cuisine restaurant")
# People whom nobody names; a pronoun after them means them.
HUMAN_NOUNS = words(
    "official spokesman spokeswoman spokesperson analyst man woman witness expert lawyer attorney lawmaker doctor"
    " diplomat"
    " source officer reporter student teacher professor researcher scientist economist resident victim suspect teenager"
    " boy girl child mother father wife husband son daughter brother sister driver soldier policeman judge critic"
    " activist adviser advisor aide colleague friend neighbor neighbour owner worker employee fan guard pilot"
    " passenger patient customer trader investor strategist author writer actor actress singer rival gunman attacker"
    " prosecutor defendant"
)
AMBIENT_VERBS = words("be seem appear rain snow happen turn look sound depend matter")
