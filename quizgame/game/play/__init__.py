"""The machines that a round runs on, and what it comes to."""
