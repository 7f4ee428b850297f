"""Operating-system code: ELF stubs, socket filter, resource limits, log of native output."""
