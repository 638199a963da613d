"""One file a kind of question: what is asked, what may be answered, what it is worth, what is kept of it."""
