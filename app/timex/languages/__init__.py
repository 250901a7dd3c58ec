"""Word data for time expressions outside English: one file of words a language, and the shapes made from them.

Files of words compute no date; they extend what dateparser ships for the language, which fallback.py hands in.
"""
