"""One module for each subcommand, imported only when it is chosen.

Each has `add_arguments(parser)` and `run(args) -> int`; `args.places` says where things live.
"""
