"""How fast the desk answers, and whether it loses anything, while many people use it at once."""
