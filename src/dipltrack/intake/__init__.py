"""A document becomes text with paragraph labels, and the text proposed commitments."""
