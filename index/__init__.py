"""The archive: keeps articles, finds them again, knows what belongs together."""
