"""Source attribution and claim provenance for news: where each claim of an article comes from."""

__version__ = "0.1.0"
