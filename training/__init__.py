"""What a learned tagger of attributions is to be trained on."""
