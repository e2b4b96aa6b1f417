"""The reader model's run time: words to pieces, pieces to windows, scores to attributions."""
