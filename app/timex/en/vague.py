"""References that claim no date: now, recently, in the future."""

from app.timex.meaning import Ref, Vague
from app.timex.rule import Example, Rule

# A season of sport has no fixed days.
_SEASONS = {
    "last": Ref.PAST,
    "previous": Ref.PAST,
    "this": Ref.PRESENT,
    "current": Ref.PRESENT,
    "next": Ref.FUTURE,
    "coming": Ref.FUTURE,
}

RULES = (
    Rule(
        "vague/present",
        r"right now|now|currently|current|at present|presently|nowadays|these days|at the moment",
        lambda _: Vague(Ref.PRESENT),
        (Example("The ship is [now] in dry dock.", "PRESENT_REF"),),
    ),
    Rule(
        "vague/past",
        r"recently|more recently|most recently|lately|not long ago|the other day|those days",
        lambda _: Vague(Ref.PAST),
        (Example("The firm [recently] moved to Graz.", "PAST_REF"),),
    ),
    Rule(
        "vague/past-noun",
        r"the past",
        lambda _: Vague(Ref.PAST),
        (Example("Such raids failed in [the past].", "PAST_REF"),),
        behind=frozenset(["in", "of", "from"]),
    ),
    Rule(
        "vague/season",
        r"(?:the )?(?P<way>last|previous|this|current|next|coming) season",
        lambda w: Vague(_SEASONS[w.way.lower()]),
        (
            Example("He left the club [last season] for Graz.", "PAST_REF"),
            Example("They will play in Bari [next season].", "FUTURE_REF"),
        ),
    ),
    Rule(
        "vague/future",
        r"the (?:near |foreseeable |immediate |distant )?future|soon|someday|some day|the near term|the short term"
        r"|as soon as possible",
        lambda _: Vague(Ref.FUTURE),
        (
            Example("A verdict is due [soon].", "FUTURE_REF"),
            Example("Nobody knows what [the future] holds.", "FUTURE_REF"),
        ),
    ),
)
