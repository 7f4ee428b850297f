"""How large the error of measuring is, told by faces moved by known amounts."""
