"""Stories in the archive: kept in step with the records, asked about, decided about.

`keeping` places what is new, `asking` answers which article is in which story, `deciding` lets
people merge, split and name them, `ledgers` keeps what was found out about a story.
"""
