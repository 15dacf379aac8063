"""One person, organisation, place or other name across all articles of the archive."""
