"""English words around time expressions."""

from app.domain.interval import Bound, Extent
from app.timex.cues import Cues

_WITHIN, _THROUGHOUT = Extent.WITHIN, Extent.THROUGHOUT

_BOUNDS: dict[str, tuple[Bound | None, Extent]] = {
    "since": (Bound.SINCE, _THROUGHOUT),
    "ever since": (Bound.SINCE, _THROUGHOUT),
    "as of": (Bound.SINCE, _THROUGHOUT),
    "starting": (Bound.SINCE, _THROUGHOUT),
    "starting on": (Bound.SINCE, _THROUGHOUT),
    "starting in": (Bound.SINCE, _THROUGHOUT),
    "beginning": (Bound.SINCE, _THROUGHOUT),
    "beginning on": (Bound.SINCE, _THROUGHOUT),
    "beginning in": (Bound.SINCE, _THROUGHOUT),
    "effective": (Bound.SINCE, _THROUGHOUT),
    "until": (Bound.UNTIL, _THROUGHOUT),
    "till": (Bound.UNTIL, _THROUGHOUT),
    "up until": (Bound.UNTIL, _THROUGHOUT),
    "up to": (Bound.UNTIL, _THROUGHOUT),
    "through": (Bound.UNTIL, _THROUGHOUT),
    "before": (Bound.BEFORE, _WITHIN),
    "prior to": (Bound.BEFORE, _WITHIN),
    "ahead of": (Bound.BEFORE, _WITHIN),
    "earlier than": (Bound.BEFORE, _WITHIN),
    "after": (Bound.AFTER, _WITHIN),
    "later than": (Bound.AFTER, _WITHIN),
    "by": (Bound.NOT_AFTER, _WITHIN),
    "no later than": (Bound.NOT_AFTER, _WITHIN),
    "not later than": (Bound.NOT_AFTER, _WITHIN),
    "as late as": (Bound.NOT_AFTER, _WITHIN),
    "on or before": (Bound.NOT_AFTER, _WITHIN),
    "as early as": (Bound.NOT_BEFORE, _WITHIN),
    "as soon as": (Bound.NOT_BEFORE, _WITHIN),
    "no earlier than": (Bound.NOT_BEFORE, _WITHIN),
    "not earlier than": (Bound.NOT_BEFORE, _WITHIN),
    "no sooner than": (Bound.NOT_BEFORE, _WITHIN),
    "not before": (Bound.NOT_BEFORE, _WITHIN),
    "not until": (Bound.NOT_BEFORE, _WITHIN),
    "on or after": (Bound.NOT_BEFORE, _WITHIN),
    "throughout": (None, _THROUGHOUT),
    "all through": (None, _THROUGHOUT),
}


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# "She is leaving in June"; what is being looked into or got over lies back, so not every such verb is here.
_GOING = _set(
    "arriving closing coming ending flying going heading holding hosting launching leaving meeting moving opening "
    "playing preparing retiring returning speaking staging starting stepping targeting travelling traveling visiting"
)

CUES = Cues(
    bounds=tuple((words, *_BOUNDS[words]) for words in sorted(_BOUNDS, key=len, reverse=True)),
    closely=_set("shortly just right soon immediately moments minutes seconds"),
    hedges=(" at least", " at the latest", " about", " around", " roughly", " approximately", " perhaps"),
    lasting=_set("for over during throughout through"),
    forward=_set(
        "will 'll shall won't would may might must should scheduled due expected expects planned planning "
        "upcoming hoping slated expect payable effective "
        "resume resumes begins opens starts meets convenes expires forecast "
        "likely await awaits awaiting awaited"
    ),
    forward_pairs=frozenset(
        [(fixed, "for") for fixed in ("rescheduled", "booked", "slated", "timed")]
        + [
            ("extended", "to"),
            ("would", "be"),
            ("soon", "as"),
            ("early", "as"),
            ("takes", "effect"),
            ("take", "effect"),
        ]
        + [("has", "its"), ("have", "their"), ("makes", "its"), ("make", "their")]
        + [(plan, article) for plan in ("plan", "plans", "planning", "planned") for article in ("a", "an")]
        + [(be, going) for be in ("is", "are") for going in _GOING]
    ),
    before_to=_set(
        "aims aim aiming vows vowed pledges pledged promises promised agreed ordered prepares preparing have has need "
        "needs likely poised supposed predicted is are set due ready going about plans plan planned wants want hopes "
        "hope hoping intends intend expects expect"
    ),
    to_come=("to", "be"),
    ranked=_set("first second third last latest only"),
    perfect=_set("had been as previously originally"),
    months=_set("may"),
    before_months=_set("in of since by until last next this early late from to and"),
    present=_set(
        "lapses lapse concludes commences debuts adjourns performs competes reopen departs depart "
        "speaks testifies reconvenes departs premieres retires travels airs expire reopens convene meet gather begin "
        "announces arrives ends closes vote votes go decide decides reconvene sails continues"
    ),
    present_pairs=frozenset(
        [
            (verb, to)
            for verb in ("go", "goes", "return", "returns", "travel", "fly", "flies", "head")
            for to in ("to", "on")
        ]
        + [("goes", "before"), ("goes", "into"), ("comes", "into"), ("come", "into"), ("takes", "place")]
        + [(verb, to) for verb in ("appear", "appears") for to in ("in", "before", "at")]
        + [("moves", "to"), ("move", "to"), ("comes", "out"), ("come", "out"), ("stands", "trial"), ("stand", "trial")]
        + [("leaves", "for"), ("leave", "for"), ("go", "on"), ("goes", "on")]
        + [("take", "place"), ("takes", "office"), ("kicks", "off"), ("gets", "under"), ("take", "on"), ("takes", "on")]
    ),
    present_or_noun=_set("rules rule open close start returns"),
    transitive=_set(
        "face faces host hosts visit visits play plays tour tours hits turns marks hold holds considers delivers "
        "enters enter joins join chairs attends welcomes concludes receives defends "
        "debate debates releases reports sign signs hears elect elects choose chooses unveils publishes inaugurates"
    ),
    prepositions=_set("on in by at for of to from and or as that who was were is had with against between over about"),
    before_noun=_set(
        "to 's did didn't not never a an the its their his her our this that of no in on for by him them us me it "
        "helped help let lets made make watched saw cast won more final key ago late early close had have been"
    ),
    taking_place=_set(
        "starts start started begins begin began opens open opened kicks kicked run runs ran ends end ended closes "
        "close closed concludes concluded takes took held staged played"
    ),
    clause_openers=_set("that which who when while as before since because where if but said says told"),
    copulas=_set("is are"),
    at_a_time=_set("on in"),
    thing=_set("it"),
    third_person="s",
    may_be=_set("could"),
    sensed=_set("hear see feel smell not n't have be"),
    back=_set(
        "was were had decided did met won lost went came took made fell rose left began sent held led found got "
        "gave saw "
        "ran shot kept brought struck sold bought paid grew became broke drew fled hit since"
    ),
    past_ending="ed",
    not_past=_set("need exceed succeed proceed feed speed indeed united hundred led red bed seed breed shed"),
    before_participle=_set("be being is are will to would could may might can must should stay stays remain remains"),
    reporting=_set("said told says say announced reported added tells"),
    telling=_set("told"),
    past_reporting=("said", "told", "ed"),
    declaring=_set("declared declares proclaimed designated named"),
    granting=_set(
        "halted grounded banned barred paused stopped frozen froze blocked gave given gives granted extended "
        "remanded adjourned suspended closed shut off"
    ),
    purpose="to",
    fixing=_set("called set fixed convened arranged summoned"),
    fixed_for="for",
    was_to_come=_set("would might could should may"),
    records=_set("record records example precedent"),
    was=_set("was were"),
    have="have",
    giving_up=_set("cancelled canceled scrapped off postponed delayed cancel scrap postpone delay"),
    proposing=_set("proposed demanded invited ordered requested sought urged offered suggested called"),
    still_ahead=("ahead of", "in time for", "run-up to", "in preparation for"),
    movers=_set("moved adjourned postponed rescheduled delayed pushed shifted changed brought pulled deferred put"),
    range_links=_set("through thru until till into -"),
    range_from=_set("from"),
    range_to=_set("to"),
    range_between=_set("between"),
    range_and=_set("and"),
    joins=_set("and or"),
    clause_joins=_set("and or but"),
    preceding=_set("after following over amid"),
    relatives=_set("which who whose where"),
    that="that",
    named_by="of",
    founding=_set("had founded built born established formed created inaugurated"),
    ending_links=frozenset(["ended", "ended on", "ending", "ending on", "that ended", "that ended on", "that ends on"]),
    beginning_links=frozenset(
        ["beginning", "beginning on", "starting", "starting on", "commencing", "commencing on", "that begins on"]
    ),
    opening_links=_set("of in"),
    openers=frozenset(["", "in", "back in", "early in", "late in", "and in", "but in", "then in", "during"]),
    abbreviations=_set(
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun mr mrs ms dr gen "
        "sen rep gov lt col sgt capt rev hon st jr sr inc corp co ltd no vs etc u.s u.n u.k a.m p.m d.c e.g i.e"
    ),
    articles=_set("the its their his her an a"),
)
