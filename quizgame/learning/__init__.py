"""What a player knows, derived from the answers alone. Pure, as the game is."""
