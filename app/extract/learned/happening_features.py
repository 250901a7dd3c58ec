"""What the model of times looks at in a trigger itself: its verb group, what stands above and below it, its place.

A feature is a short string; only its hash meets the weights. Names must not change without training.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.extract.learned import wordnet
from app.extract.learned.story import Story
from app.extract.learned.verb_group import Governor, VerbGroup, governor, is_verb
from app.text.annotation import AnnotatedSentence, Token

_TIME_WORDS = frozenset(
    {
        "now", "already", "still", "yet", "once", "recently", "previously", "soon", "currently", "later", "earlier",
        "ago", "then", "before", "again", "always", "often", "usually", "never", "ever", "just", "eventually",
        "finally", "formerly", "originally", "tomorrow", "today", "yesterday", "tonight", "when", "while", "since",
        "after", "until", "if", "as", "because", "long", "immediately", "first",
    }
)  # fmt: skip
_PREDICATES = ("acomp", "attr", "oprd")
_VAGUE = {"PAST_REF": "past", "PRESENT_REF": "present", "FUTURE_REF": "future"}


@dataclass(frozen=True, slots=True)
class Happening:
    """A trigger and what hangs on it. `kind`: V verb, C complement of a copula, N noun, A other; `verb` is its own
    verb group's main verb, None for a bare noun; `group` that group's name, `nom` without one."""

    sentence: int
    index: int
    lemma: str
    kind: str
    field: str
    verb: int | None
    group: VerbGroup | None
    above: Governor

    @property
    def form(self) -> str:
        return self.group.name if self.group is not None else "nom"


def happening(story: Story, sentence: int, index: int) -> Happening:
    """The trigger at this token of this sentence."""
    held = story.sentences[sentence]
    token = held.tokens[index]
    verb: int | None = index if is_verb(token) else None
    if verb is None and token.dep in _PREDICATES and token.head != index and is_verb(held.tokens[token.head]):
        verb = token.head
    noun = "N" if token.pos in ("NOUN", "PROPN") else "A"
    kind = "V" if verb == index else "C" if verb is not None else noun
    group = story.group(sentence, verb) if verb is not None else None
    above = governor(held, index if verb is None else verb)
    return Happening(sentence, index, token.lemma.lower(), kind, field(token), verb, group, above)


def field(token: Token) -> str:
    """`v` or `n` and the field of meaning of the word."""
    lemma = token.lemma.lower()
    return f"v{wordnet.verb(lemma).field}" if is_verb(token) else f"n{wordnet.noun(lemma).field}"


def features(story: Story, told: Happening) -> list[str]:
    """All features of one trigger."""
    sentence = story.sentences[told.sentence]
    return [
        *_itself(sentence, told),
        *(_verbal(sentence, told, told.verb) if told.verb is not None else _nominal(sentence, told)),
        *_above(story, sentence, told),
        *_placed(story, told),
    ]


def _itself(sentence: AnnotatedSentence, told: Happening) -> Iterator[str]:
    token = sentence.tokens[told.index]
    yield from ("b", f"k{told.kind}", f"k{told.kind}{token.tag}", f"L{told.lemma}", f"W{told.field}", f"dep{token.dep}")
    yield f"s{token.text.lower()[-3:]}"
    if told.field == "vcommunication" or told.lemma in ("say", "tell", "report", "announce", "add", "note"):
        yield f"rep{told.form}"
    if told.lemma == "say":
        yield f"say{told.form}"


def _verbal(sentence: AnnotatedSentence, told: Happening, verb: int) -> Iterator[str]:
    tokens, group = sentence.tokens, told.group
    if group is None:
        return
    name, dep = group.name, tokens[told.index].dep
    yield from (f"te{group.tense}", f"g{name}", f"g{name}{group.voice}", f"gW{name}{told.field}", f"gdep{name}{dep}")
    yield from (f"gL{name}{told.lemma}", f"asp{group.aspect}")
    deps = set()
    for at in sentence.children[verb]:
        child = tokens[at]
        word = child.lemma.lower()
        deps.add("nsubj" if child.dep.startswith("nsubj") else child.dep)
        if child.dep in ("mark", "advmod"):
            yield from (f"mk{word}", f"mkg{word}{group.tense}")
        elif child.dep == "neg":
            yield from ("neg", f"neg{group.tense}")
        elif child.dep.startswith("nsubj"):
            yield from (f"sj{child.pos}{child.tag}{group.voice}", f"sjW{field(child)}")
        elif child.dep in ("dobj", "attr", "acomp"):
            yield f"ob{child.dep}{field(child)}"
        if word in _TIME_WORDS:
            yield f"adv{word}"
    yield f"so{int('nsubj' in deps)}{int(bool(deps & {'dobj', 'attr', 'acomp'}))}"
    if group.tense == "pp":
        yield f"pp{dep}"


def _nominal(sentence: AnnotatedSentence, told: Happening) -> Iterator[str]:
    tokens, token = sentence.tokens, sentence.tokens[told.index]
    yield from (f"nomW{told.field}", f"nomdep{token.dep}", f"plu{token.tag}")
    determined = False
    for at in sentence.children[told.index]:
        child = tokens[at]
        word = child.lemma.lower()
        determined = determined or child.dep in ("det", "poss")
        if child.dep in ("det", "poss", "amod", "nummod", "compound"):
            yield f"dt{word}"
        elif child.dep == "prep":
            yield f"np{word}"
        if word in _TIME_WORDS:
            yield f"adv{word}"
    if not determined:
        yield f"nodet{token.tag}"
    if token.head != told.index:
        head = tokens[token.head].lemma.lower()
        yield from (f"hL{head}", f"hp{head}{token.dep}")


def _above(story: Story, sentence: AnnotatedSentence, told: Happening) -> Iterator[str]:
    form, above = told.form, told.above
    yield from (f"w{word}" for word in above.links)
    path = ">".join(above.path[:3])
    yield f"path{path}"
    if above.verb is None:
        yield from ("Groot", f"Groot{form}")
        return
    verb = sentence.tokens[above.verb]
    lemma, group, meaning = verb.lemma.lower(), story.group(told.sentence, above.verb), field(verb)
    arc = above.path[0] if above.path else ""
    yield from (f"Gt{group.tense}", f"Gg{group.name}", f"Gl{lemma}", f"GW{meaning}", f"Gpg{path}{group.name}")
    yield from (f"gG{form}|{group.name}", f"gGd{form}|{group.tense}|{arc}", f"GlK{lemma}|{form}")
    yield from (f"GWK{meaning}|{form}|{arc}", f"wG{'_'.join(above.links)}{group.tense}")
    higher = governor(sentence, above.verb).verb
    if higher is None:
        yield from ("G3root", f"Gr{group.tense}")
        return
    tense = story.group(told.sentence, higher).tense
    yield from (f"G3{tense}", f"G3l{sentence.tokens[higher].lemma.lower()}", f"G23{group.tense}{tense}")
    yield f"G123{form}{group.tense}{tense}"


def _placed(story: Story, told: Happening) -> Iterator[str]:
    form, at = told.form, told.sentence
    if story.quoted[at][told.index]:
        yield from ("q", f"q{form}")
    yield from (f"pos{min(at, 3)}", f"posK{min(at, 3)}{form}", f"rel{4 * at // max(1, len(story.sentences))}")
    here = story.by_sentence[at]
    dated = min(2, sum(each.first is not None for each in here))
    yield from (f"nt{dated}", f"ntg{dated}{form}", f"ndoc{min(6, len(story.times_told))}")
    values = {(_VAGUE.get(each.dating.expression.value), each.dating.expression.type) for each in here}
    yield from (f"sw{vague or kind}" for vague, kind in sorted(values, key=str))
    if at > 0:
        yield from (f"Pv{group.tense}" for group in story.tops(at - 1)[:1])
    yield from (f"Rv{group.name}" for group in story.tops(at)[:1])
