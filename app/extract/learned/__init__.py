"""Small learned models: which words tell of events, and when those happened. Weights are in ../models."""
