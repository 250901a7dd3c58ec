"""Event mentions: found, dated, tied to actors and grouped, from annotated sentences."""
