"""The ground: frozen values and enums that every other package speaks in. Standard library only.

Glossary, one word for one thing:

article          what is posted: title, text, publication instant, zone, source.
field            the part of an article a span lies in: `title` or `text`. Offsets are Unicode code points,
                 end exclusive, into the field as it was posted.
anchor           the civil date and time of publication in the article's zone; relative phrases count from it.
civil time       a date and time of day where the article was written, without a zone, proleptic Gregorian.
                 As a number: minutes since 0001-01-01T00:00, negative before. As text: ISO 8601.
instant          a point in time with a zone; only publication and bookkeeping are instants, always aware UTC.
time expression  a span of text with its TIMEX3 type (DATE, TIME, DURATION, SET) and value (ISO-TimeML).
interval         the calendar cell a phrase names, half-open, both ends given.
bound            what the phrase does with the interval: since, until, before, after, not_before, not_after.
extent           whether an event falls `within` the interval or fills it `throughout`.
dating           a time expression together with the bound and the extent it gives to an event it dates.
reach            what range queries use, derived from interval and bound; may be open.
granularity      the unit a phrase speaks in: century … minute.
mention          one place in one article that tells of an event: trigger, sentence, time, actors, factuality.
happening        the mentions of one article that tell of the same event.
reading          all that was read out of one article: the extraction and its happenings.
event            what mentions in one or more articles tell of together.
factuality       asserted, planned, possible, conditional, negated.
basis            why an event has its time: `expression` (its own phrase), `narrative` (carried over from the text
                 before it), `publication` (no date told).
actor            a person, organisation, country, place or group, with aliases.
role             agent, patient, participant (they take part), source (who tells it), mentioned (named beside it).
lean             whether an underspecified phrase ("Tuesday", "in May") points back or forward.
"""
