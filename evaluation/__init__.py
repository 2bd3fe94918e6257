"""What the program reads of texts that were read by hand: scorers, our own sentences with their facts, and the pinned baseline."""
