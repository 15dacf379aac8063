"""Widgets on the line API: they draw lines made by `tui.views` and know nothing of news."""
