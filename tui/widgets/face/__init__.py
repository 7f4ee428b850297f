"""The drawn face: painted in samples, eight a cell, and turned into text."""
