"""The names and numbers that hold for every run."""

# What a traceback calls the snippet, and what it calls the tutor's own code beside it.
FILENAME = "snippet.py"
DRIVER = "<tutor>"
# Printing past this many times the kept bytes ends the run; up to there output is only cut.
FLOOD_FACTOR = 256
# And printing so many texts, however short: a `print` writes one for each argument and one for what stands between.
MAX_WRITES = 400000
MAX_TRACE_EVENTS = 2000
# Looks at locals that a trace may take: some tenths of a second in the built-in Python.
MAX_TRACE_WORK = 150000
MAX_ITEMS = 100000
# Calls of one helper of which the trace tells what it was given.
MAX_TOLD_CALLS = 8
# Members of a list, a dict or an object that the trace looks at.
MAX_MEMBERS = 64
# How far it looks into members of members: `net.layers[1].W` is three deep.
MAX_MEMBER_DEPTH = 3
MAX_DEPTH = 16
MAX_TEXT = 200
MAX_TRACEBACK = 8000
# What the program around the learner's function may take, and what every statement has even after one that took all of
# it. A unit is a line of ordinary code: some microseconds, and some ten in the built-in Python.
MAX_PROGRAM_WORK = 80000
FLOOR_PROGRAM_WORK = 10000
MAX_SKIPPED = 200
MAX_CODE_TEXT = 80
# How long a training is watched for what it held, and the entries of the largest array that is looked at.
MAX_HELD_SECONDS = 8
MAX_HELD_SIZE = 4096
