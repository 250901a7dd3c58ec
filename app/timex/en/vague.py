"""References that claim no date: now, recently, in the future."""

from app.timex.meaning import Ref, Vague
from app.timex.rule import Example, Rule

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
