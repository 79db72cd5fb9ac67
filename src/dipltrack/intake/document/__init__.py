"""What others wrote, read: a file becomes text, paragraphs with their labels, sentences."""
