"""Every rule's own examples, inside their sentences."""

import pytest

from app.timex.en.grammar import GRAMMAR
from app.timex.rule import Example, Rule
from tests.timex.reading import read

EXAMPLES = [(rule, example) for rule in GRAMMAR.rules for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{rule.name}: {e.sentence}" for rule, e in EXAMPLES])
def test_rule_reads_its_examples(rule: Rule, example: Example) -> None:
    sentence = example.sentence.replace("[", "").replace("]", "")
    found = read(sentence, example.at)
    if "[" not in example.sentence:
        assert found == ()
        return
    start = example.sentence.index("[")
    end = example.sentence.index("]") - 1
    here = [dating for dating in found if dating.expression.start < end and start < dating.expression.end]
    assert [(dating.expression.start, dating.expression.end) for dating in here] == [(start, end)]
    told = here[0].expression
    interval = told.interval and f"{told.interval.start}/{told.interval.end}"
    bound = here[0].bound and str(here[0].bound)
    assert (told.rule, told.value, interval) == (rule.name, example.value, example.interval)
    assert (told.mod, bound) == (example.mod, example.bound)


def test_every_rule_has_an_example_and_a_name_of_its_own() -> None:
    names = [rule.name for rule in GRAMMAR.rules]
    assert len(set(names)) == len(names)
    assert [rule.name for rule in GRAMMAR.rules if not rule.examples] == []
