"""How the shipped pipeline is made from corpora."""
