"""Stories: which articles report one event, whatever outlet they are from.

`traits` makes of an article the weighted words and names it is known by, `likeness` finds the
articles that are like a new one, `grouping` makes stories of the likenesses. Numbers in,
numbers out; who keeps them is the archive's affair.
"""
