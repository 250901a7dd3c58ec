"""Articles taken in, claimed for extraction, corrected, retracted, and what was read out of them."""
