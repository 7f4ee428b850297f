"""Below the libraries: ELF stubs, the ban on internet sockets, the log of native output."""
