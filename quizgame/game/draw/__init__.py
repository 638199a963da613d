"""What comes in a round."""
