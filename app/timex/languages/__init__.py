"""Word data for time expressions outside English: one file of words a language, and the shapes made from them.

Files of words compute no date; they extend what dateparser ships for the language, which fallback.py hands in.
"""

from types import MappingProxyType

from app.timex.languages import ar, de, es, fr, it, nl, pt, ru, zh

TABLES = MappingProxyType({module.TABLES.code: module.TABLES for module in (ar, de, es, fr, it, nl, pt, ru, zh)})
