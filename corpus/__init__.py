"""What an article is, and what can be read out of one or two of them."""
