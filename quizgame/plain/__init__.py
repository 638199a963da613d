"""The line-by-line front end: for screen readers, dumb terminals, pipes, and tests that play thousands of rounds."""
