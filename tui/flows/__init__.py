"""Multi-screen dialogs: practice, questions after it, set-up, consent, interrupted sessions."""
