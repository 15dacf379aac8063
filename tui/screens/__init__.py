"""The screens: search, reader, comparison, and the panel that all of them open."""
