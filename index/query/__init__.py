"""The query language: a text becomes a tree, a tree becomes text again or a search.

`parse.read` repairs what it can and says so; `print.read_as` writes a tree down so that
reading it gives the same tree; `compile` turns a tree into Whoosh query objects.
"""
