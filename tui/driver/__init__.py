"""The drivers between terminal and explorer.

`light` sends only what changed and can be used by any Textual program: it needs `picture`,
`frames`, `painting`, `scrolling`, `rows` and `pens`, and nothing else from here. `keys` reads
the input, so that nothing in a paste is ever taken for a key.
"""
