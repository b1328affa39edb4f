"""The command line: the same engine as the window, without Qt, for people and scripts.

Exit status of every command: 0 all is well; 1 there are findings; 2 the input was refused, with one sentence on
standard error.
"""
