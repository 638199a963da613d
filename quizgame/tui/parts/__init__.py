"""What the screens have in common."""
