"""What is true as of a day: fold, timeliness, freshness, RAG, filters."""
