"""Time expressions: found in text and resolved against publication time, the narrative and the tense around them."""
