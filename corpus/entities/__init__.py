"""Names: who and what an article speaks of.

`naming` takes an article and a recogniser and gives its entities under their fullest names with
every mention, and which of them speaks which quotation; `recogniser` says what a recogniser is.
"""
