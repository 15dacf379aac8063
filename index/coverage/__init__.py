"""What two outlets cover, asked of the archive: when, which events, and in whose words.

`room` is the door; `parties` says which articles are meant, `pairs` holds two sides against each
other from columns alone, `tellings` reads their texts once and keeps what was counted.
"""
