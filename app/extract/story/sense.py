"""The family of a trigger's sense: words that news uses of one happening, such as "launch" and "unveil"."""

from app.extract.sentence import lexicon

# Each line: words that tell of one happening when the same actors take part at the same time.
_FAMILIES = """
launch release introduce unveil debut roll_out
resign step_down quit resignation
die death pass_away
kill murder assassinate
acquire buy purchase takeover take_over acquisition buyout
merge merger
sue lawsuit suit
agree agreement deal accord pact settle settlement
sign signing
elect election vote ballot
meet meeting
summit
attack strike bomb bombing
invade invasion
arrest detain
crash collide
explode explosion blast
close shut shut_down
visit trip
appoint name nominate
dismiss fire sack
win victory
"""
_BY_WORD = {
    word.replace("_", " "): line.split()[0].replace("_", " ")
    for line in _FAMILIES.strip().splitlines()
    for word in line.split()
}


def family(sense: str) -> str:
    """The word that stands for the sense's family; "" for saying, being and seeming, which glue nothing."""
    if sense in lexicon.REPORTING or sense in lexicon.STATIVE:
        return ""
    return _BY_WORD.get(sense, sense)


# What befalls one actor once, or not again for long: with the same actor and day no further word is needed.
_ONCE = frozenset({"die", "resign", "marry", "divorce", "retire", "elect", "inaugurate", "collapse", "sue", "merge"})


# Verbs that leave it to their object what happens: who made a forecast also made another.
_EMPTY = frozenset({"make", "take", "give", "get", "have", "do"})


# Of these the same do one today and another tomorrow, and of what is counted each month has its own.
_REPEATED_WORDS = """
meet talk visit speak interview travel call play trade acquire sell export import produce ship contribute forecast
rise fall grow increase decrease lose earn report sale profit loss attack fight raid offer bid price rate
"""
_REPEATED = frozenset(_REPEATED_WORDS.split())


def is_repeated(family: str) -> bool:
    return family in _REPEATED


# Of what is done once, what a vote or a suit may still follow.
_AGAIN = frozenset({"elect", "sue"})


def is_single(family: str) -> bool:
    return family in _ONCE and family not in _AGAIN


# Verbs that tell of one part of a happening: when it began is not when it ended.
_PHASES = lexicon.ASPECTUAL - {"take", "occur", "happen"}


def is_phase(lemma: str) -> bool:
    return lemma in _PHASES


def is_empty(family: str) -> bool:
    return family in _EMPTY


def is_once(family: str) -> bool:
    return family in _ONCE
