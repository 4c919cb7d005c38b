"""How well claims are compared and grouped."""
