"""What pages put around a story: credits, captions, navigation, wire lines. Patterns over single lines."""

from collections.abc import Sequence

import re2

_AGENCIES = (
    r"AP|AFP|EPA|TASS|Reuters|REUTERS|Getty(?: Images)?|Sipa(?: \w+)?|POOL|Pool|Shutterstock|Alamy|Xinhua|DPA|dpa|"
    r"Anadolu|ZUMA\w*|Bloomberg|PA(?: Wire| Media)?|iStock|Zuma Press|NurPhoto|Kyodo|Polaris|Corbis|MAXPPP|EFE|ANSA|"
    r"UPI|Redux|AAP|Sputnik|via AP|Handout|HANDOUT|File|Images"
)
_NAME = r"(?:[A-Z][\w.'-]*|de|van|von|al|bin|der|la)"

_CREDIT = re2.compile(
    rf"^(?:{_NAME}(?: {_NAME})* ?[/|] ?)+(?:{_AGENCIES})\b.*$"
    rf"|^(?:(?:{_AGENCIES}) ?[/|] ?)+{_NAME}(?: {_NAME})*$"
    r"|^\(?(?i:photo(?:graph)?s?|image|picture|pic|video|illustration|credit|graphic)s?(?i: credit| courtesy)?"
    r" ?(?::|by |courtesy )"
    r"|^(?:©|\(c\)|\(C\)) ?\S"
    r"|^\(?(?:AP|AFP|EPA|Reuters) (?i:photo)\b"
    rf"|^(?:{_AGENCIES})$"
)
_CAPTION = re2.compile(
    r"^(?:FILE ?(?:PHOTO)?|File (?:photo|picture|image)) ?[-–—:.]"
    r"|\((?:AP|AFP|EPA|Reuters)? ?(?:Photo|File photo|Pictured?|Image)[^)]*\)\.?$"
    r"|, (?:left|right|centre|center|far left|far right|second (?:from )?(?:left|right)), .*[^.!?]$"
    r"|\((?:left|right|centre|center|pictured|L|R|C)\)[^.!?]*$"
    r"|(?i:\bin this (?:file )?(?:photo|picture|image)\b)"
)
_FURNITURE = re2.compile(
    r"(?i)^[\W_]*(?:"
    r"source(?: link)?|source ?:.*|read (?:more|also|next|the (?:full|original)).*|also read.*"
    r"|related(?: (?:articles?|stories|coverage|topics|content|links?|news|video))?(?::.*)?"
    r"|see also.*|more (?:from|on|about|stories|news|coverage)\b.*|(?:story )?continues? (?:reading|below).*"
    r"|advertisements?|share(?: (?:this|on|via)\b.*)?|click here.*|tap here.*|sign up .*"
    r"|subscribe\b.*|follow (?:us|\w+ on)\b.*|(?:log|sign) in\b.*|download (?:our|the) app.*"
    r"|with (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:wires?|wire services|files|staff|reports?|agencies|additional reporting)\b.*"
    r"|with files from.*|compiled (?:from|by).*"
    r"|(?:additional )?(?:reporting|writing|editing|compiled) by .*|\(?reporting by .*"
    r"|copyright\b.*|all rights reserved.*"
    r"|this (?:article|story|material|report|content|post) (?:was|has|may|is|originally|first)\b.*"
    r"|(?:comments?|tags?|topics?|keywords|categories|filed under|print"
    r"|e?mail|tweet|facebook|twitter|whatsapp|home)(?: ?[:|>(].*)?"
    r"|(?:watch|listen|video|photos?|gallery|live|poll|quiz|podcast|opinion|explainer|infographic) ?: .*"
    r"|(?:last |first )?(?:updated|published|posted|modified)(?: (?:on|at))? ?:.*"
    r"|by [A-Z][\w.' -]+(?:,? .*(?:correspondent|writer|reporter|editor|staff))?"
    r"|(?:\d+ )?(?:min(?:ute)?s?) read|skip to .*|back to top|next (?:article|story).*|previous (?:article|story).*"
    r"|(?:we use|this (?:site|website) uses) cookies.*|privacy policy.*|terms (?:of (?:use|service)|and conditions).*"
    r")[\W_]*$"
)
_CLOSED = re2.compile(r"[.!?:;…](?:[\"'”»)\]]|\s)*$")
_BULLET = re2.compile(r"^(?:[-–—*•·▪◦]|\d\d?[.)]) ")
_CAPTION_WORDS = ("hoto", "icture", "mage", "left", "right", "cent", "FILE", "File", "(L)", "(R)", "(C)")
# A longer line is a sentence, whatever it starts with.
_LONGEST = 200


def is_furniture(line: str) -> bool:
    """Navigation, wire credits, bylines: "Source link", "With Globe staff and wires", "Read more: …"."""
    return len(line) <= _LONGEST and _FURNITURE.search(line) is not None and not _is_sentence(line)


def is_credit(line: str) -> bool:
    """A photographer's or agency's credit: "Jane Roe/AFP/Getty Images", "Photo: Jane Roe"."""
    return len(line) <= _LONGEST and _CREDIT.search(line) is not None


def is_caption(line: str) -> bool:
    """A line that describes a picture: "FILE - …", "… the minister, left, with …"."""
    return any(word in line for word in _CAPTION_WORDS) and _CAPTION.search(line) is not None


def is_closed(line: str) -> bool:
    """Whether a line ends as sentences do."""
    return _CLOSED.search(line) is not None


def is_list(lines: Sequence[str]) -> bool:
    """Whether these lines are the points of a list."""
    return sum(_BULLET.search(line) is not None for line in lines) * 2 >= len(lines)


def _is_sentence(line: str) -> bool:
    """ "By Friday the river had risen." opens like a byline and is none."""
    return line.lower().startswith("by ") and line.endswith((".", "!", "?", '."', ".”"))
