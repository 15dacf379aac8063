"""What screens show, as plain values: lines made of runs with style names.

Nothing here knows Textual, a terminal or an archive; everything can be tested by looking at
the lines. Widgets turn the lines into cells, `tui.theme` turns style names into colours.
"""
