"""The command line: one module a command, each with its arguments and its `run`.

`arguments` knows the table of commands, `running` the errors and exit statuses, `output`
how text reaches a terminal, a pipe or a file, and `documents` the JSON of the contract.
"""
