"""Which extractor this is, for those who must not load it."""

# Changes with every change of what is extracted; `dateline reextract` brings results of other versions up to date.
EXTRACTOR_VERSION = "2026.11.33"
