"""The English grammar, as data: rules with the phrases that prove them. No file here computes a date."""
