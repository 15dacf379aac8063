"""Every page as plain text: linear and complete, for screen readers, scripts and pipes.

Values of the archive in, lines of text out: one thing a line, nothing side by side, no line drawn
with characters. What the screen says by place or colour is said in words.
"""
