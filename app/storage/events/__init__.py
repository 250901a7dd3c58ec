"""Events as rows and as they are shown, and what became of them."""
