"""One round: what is drawn, how an answer is graded, what it is worth. Pure: moments and chance are arguments."""
