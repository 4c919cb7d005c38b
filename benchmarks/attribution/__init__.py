"""How well attributions are found: spans, speakers and outlets against a gold file."""
