"""From a file to a pack, and back."""
