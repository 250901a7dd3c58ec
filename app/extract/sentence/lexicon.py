"""Words that behave: event nouns with their verbs, light, aspectual, reporting and stative verbs."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Noun:
    """How often a noun names a happening, in tenths, and the verb it comes from."""

    tenths: int
    verb: str | None


@cache
def _nouns() -> dict[str, Noun]:
    lines = (files("app.extract") / "nouns.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {lemma: Noun(int(tenths), None if verb == "-" else verb) for lemma, tenths, verb in rows}


def noun(lemma: str) -> Noun | None:
    """What WordNet says of this noun, or None where it names no happening."""
    return _nouns().get(lemma.lower())


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NEWS_EVENTS = """
summit talk interview speech meeting conference invasion attack election vote referendum trial hearing visit trip
protest rally march strike explosion blast bombing shooting raid crash collision accident earthquake quake flood
hurricane storm fire wildfire eruption tsunami landslide coup war battle offensive ceasefire truce siege airstrike
bombardment massacre genocide assassination murder killing death suicide execution funeral burial birth wedding
marriage divorce merger acquisition takeover buyout sale purchase auction launch release debut premiere opening closure
closing shutdown inauguration ceremony festival concert match game final tournament race championship olympics
resignation appointment nomination dismissal firing arrest detention indictment conviction sentencing verdict ruling
lawsuit suit appeal investigation inquiry probe inspection announcement statement report publication press briefing
negotiation agreement deal treaty pact accord settlement signing ratification dispute conflict clash riot uprising
revolt revolution rebellion mutiny deployment withdrawal evacuation rescue hijacking kidnapping abduction hostage
disappearance discovery invention experiment test mission flight landing liftoff blackout outage leak spill outbreak
epidemic pandemic recall sanction embargo boycott lockout layoff bankruptcy default bailout crisis recession collapse
crackdown campaign debate session congress convention parade anniversary celebration demonstration demo vigil escape
reunification independence partition annexation occupation retreat surrender defeat victory win loss draw transplant
surgery operation drill exercise manoeuvre maneuver response retaliation reprisal intervention aid airlift reform
"""
NEWS_EVENTS = _words(_NEWS_EVENTS)

# Named happenings that WordNet knows but news uses of things, times or people.
_NEVER = """
time way day year month week minute hour moment day night part thing place case end start beginning work use kind lot
number level rate point line step side word name term fact issue matter problem question answer idea plan program
programme project policy service business industry market trade production product technology system defense defence
government administration law rule order bill role job position post office power force control security safety charge
share stock interest price cost value tax pay money income revenue profit debt loan budget fund education science art
music sport game language text record news press media information data evidence view opinion hope love fear pleasure
pain life health experience practice study research training care effort attempt act action activity behavior season
age weather wind rain light sound heat energy water chance opportunity risk danger need demand supply support lead lift
limit look approach stance turn feature form model style measure set type option choice access capacity move
prelude result
"""
NEVER_EVENTS = _words(_NEVER)

_LIGHT = """
hold have make take give conduct stage do undertake wage perform attend sign file carry pay
"""
LIGHT = _words(_LIGHT)

_ASPECTUAL = """
begin start commence resume continue end finish stop cease conclude last open close complete keep proceed occur happen
follow erupt break take
"""
ASPECTUAL = _words(_ASPECTUAL)
ASPECTUAL_WITH_PARTICLE = _words("kick_off pass_off wrap_up wind_up")

_REPORTING = """
say tell add announce report state declare claim warn note explain confirm deny admit argue insist suggest write reply
respond comment acknowledge assert predict estimate ask urge call vow pledge promise threaten testify allege contend
remark observe recall reveal disclose repeat stress conclude caution quote cite concede believe think expect hope fear
know learn hear describe blame accuse demand complain joke boast tweet post reiterate maintain emphasize emphasise
indicate mention point agree speculate propose
"""
REPORTING = _words(_REPORTING)

# Verbs of saying proper: their subject is the source of what they govern.
_SAYING = """
say tell add announce report state declare claim warn note explain confirm deny admit argue insist suggest write reply
comment acknowledge assert predict testify allege contend remark observe reveal disclose repeat stress caution concede
describe vow pledge promise threaten complain joke boast tweet reiterate maintain emphasize emphasise indicate mention
urge conclude believe fear hope expect estimate think propose
"""
SAYING = _words(_SAYING)

_STATIVE = """
be have own contain include consist belong cost weigh lie stand seem appear look sound feel know believe think want
need like love hate prefer mean understand remember matter depend deserve fit equal exceed total resemble concern
involve require represent remain live exist own possess hold comprise cover deal expect hope fear intend wish
"""
STATIVE = _words(_STATIVE)

# What they say of a noun is no more than that it happened: "losses suffered in May".
SUPPORTING = _words("hold make give deliver conduct stage take carry suffer sustain inflict enjoy see wage perform")
# By these a happening takes place, and a writing is told: who speaks in it speaks then.
HOLDING = _words(
    "hold make give deliver conduct stage take issue publish release file read send post air broadcast print record "
    "carry"
)
WRITINGS = _words(
    "letter book memo memoir message note article column essay post tweet email video blog survey poll paper filing "
    "remark comment testimony address"
)

# Done when what they are done to happens: "won Sunday's election".
CONTESTING = _words("win lose attend join miss boycott survive fight")

# Done to what is planned: the date they name is the plan's, not theirs.
MOVING = _words("postpone delay defer adjourn reschedule move push put shift")
MOVING_FORWARD = _words("bring pull")
# The same of a date with "for", and of any date: "called a strike for Tuesday", "planned a march on Tuesday".
FIXING = _words("set fix call announce propose convene arrange organise organize order bill time")
PLANNING = _words("plan schedule slate book")

# What they are done to is there before, or to come: "challenged the ruling", "will discuss the crisis". Not so
# "condemned the raid on Monday", which leaves open what was on Monday.
REGARDING = _words(
    "appeal await challenge contest debate discuss dispute ponder weigh dismiss reject uphold overturn quash review"
)

# What they are done to is a happening with people of its own, who are told of with it: "aired an interview with Holt",
# "cancelled a visit to Norway".
HANDLING = MOVING | _words("publish air broadcast release record print stream televise cancel host attend schedule")
