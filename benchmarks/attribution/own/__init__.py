"""Articles of our own that nothing was trained on."""
