"""From a checkout and a bare Python to a program that runs."""
