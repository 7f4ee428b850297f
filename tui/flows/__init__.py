"""What leads from screen to screen: practice, what comes after it, set-up, consent."""
