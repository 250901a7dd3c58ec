"""Words that say how sure a text is of an event. Tables only; factuality.py reads them against the parse."""

from app.domain.mention import Factuality

_NEG, _POS, _PLAN = Factuality.NEGATED, Factuality.POSSIBLE, Factuality.PLANNED


def _table(kind: Factuality, words: str) -> dict[str, Factuality]:
    return dict.fromkeys(words.split(), kind)


NEGATIONS = frozenset({"never", "not", "n't", "neither", "nor", "hardly", "scarcely", "barely", "rarely", "seldom"})
NOBODY = frozenset({"nobody", "none", "nothing", "neither", "nowhere"})
IFS = frozenset({"if", "unless", "provided", "providing", "should", "assuming", "lest"})

MODALS = {
    **_table(
        _POS,
        "may might could can must should would ought 'd ca",
    ),
    **_table(
        _PLAN,
        "will 'll shall wo gonna",
    ),
}

MODIFIERS = {
    **_table(
        _POS,
        "possible potential likely unlikely probable alleged suspected supposed threatened attempted would-be "
        "maybe perhaps possibly probably potentially reportedly allegedly supposedly presumably hypothetical "
        "conceivable eventual any feared rumored rumoured looming imminent",
    ),
    **_table(
        _PLAN,
        "planned scheduled upcoming forthcoming proposed prospective expected future next-day pending",
    ),
    **_table(
        _NEG,
        "cancelled canceled aborted averted failed abortive no never",
    ),
}

# Of an infinitive: "plans to strike", "failed to agree".
OF_INFINITIVE = {
    **_table(
        _NEG,
        "fail refuse decline neglect forget refusal failure",
    ),
    **_table(
        _PLAN,
        "plan schedule due set intend agree decide expect prepare promise vow pledge arrange ready undertake "
        "commit determine slate poise go be decision agreement intention commitment move opt elect resolve "
        "choose bind about prepared willing destine vote",
    ),
    **_table(
        _POS,
        "want hope wish seek try attempt like love hate prefer need urge ask demand call order tell invite "
        "encourage press push threaten consider fear likely unlikely able unable allow permit enable "
        "authorize authorise propose offer recommend believe think say suppose rumor report allege appear "
        "seem aim strive struggle desire effort bid request right chance opportunity ability proposal warrant "
        "license permission eager reluctant keen free hard difficult easy possible impossible important "
        "necessary better advise pressure lobby require oblige tempt dare persuade instruct direct command "
        "petition beg plead help power reason way time capacity readiness willingness threat hesitate",
    ),
}

# Of a clause or gerund: "deny that", "hope that", "prevent … from …".
OF_COMPLEMENT = {
    **_table(
        _NEG,
        "deny prevent avoid refuse rule_out avert forbid prohibit ban block deter dissuade hinder preclude ",
    ),
    **_table(
        _POS,
        "hope wish fear think believe suppose suspect doubt expect assume guess imagine suggest speculate "
        "predict propose recommend demand urge ask insist consider worry afraid likely possible probable "
        "threaten allege contend feel forecast project bet wonder claim anticipate contemplate risk discuss "
        "advocate seek want support oppose favor favour mull",
    ),
    **_table(
        _PLAN,
        "plan promise vow pledge intend schedule",
    ),
}

# Of a noun that takes part or hangs by a preposition: "threat of war", "called for talks", "cancelled the vote".
OF_NOUN = {
    **_table(
        _NEG,
        "rule_out call_off cancel prevent avoid avert deny reject block ban prohibit halt scrap abandon refuse oppose "
        "forgo veto shelve",
    ),
    **_table(
        _POS,
        "threat threaten fear risk danger possibility chance prospect probability likelihood call demand urge "
        "seek want hope propose consider request suggest need warn warning prelude potential proposal "
        "suggestion speculation allegation accusation suspicion rumor rumour talk concern worry hint require "
        "allow permit await expect favor favour support advocate discuss weigh mull contemplate attempt try "
        "bid case event contingency deter encourage invite push press appeal",
    ),
    **_table(
        _PLAN,
        "plan schedule prepare preparation arrange promise pledge vow due intend intention await",
    ),
}

# What is done to a plan that will come to nothing, with the particle.
GIVING_UP = frozenset({"call_off", "cancel", "scrap", "abandon", "shelve"})

# What was planned for a day is not for that day after one of these.
PUTTING_OFF = frozenset({"postpone", "defer", "reschedule"})

OF_SUBJECT = {
    **_table(
        _POS,
        "loom threaten",
    ),
}

_SAYING = """
say tell announce report state declare add confirm note acknowledge reveal disclose explain testify argue warn reply
write insist
"""
SAYING = frozenset(_SAYING.split())
AWAITED = frozenset({"expect", "schedule", "plan", "slate", "anticipate", "forecast", "due"})
SETTINGS = frozenset({"at", "in", "during", "after", "before", "since", "until", "following", "amid", "despite"})

_CUES = frozenset().union(NEGATIONS, NOBODY, IFS, MODALS, MODIFIERS, OF_INFINITIVE, OF_COMPLEMENT, OF_NOUN, OF_SUBJECT)
# Any of these in a sentence may make one of its events less than sure; of "rule_out" the verb alone.
ALL = {cue.partition("_")[0] for cue in _CUES} | {"no", "without", "whether", "yet"}
