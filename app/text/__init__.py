"""From posted text to clean text, sentences and annotated tokens. Offsets always point into the text as posted."""
