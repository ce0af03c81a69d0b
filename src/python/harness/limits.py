"""The names and numbers that hold for every run."""

# What a traceback calls the snippet, and what it calls the tutor's own code beside it.
FILENAME = "snippet.py"
DRIVER = "<tutor>"
# Printing past this many times the kept bytes ends the run; up to there output is only cut.
FLOOD_FACTOR = 256
MAX_TRACE_EVENTS = 2000
# Looks at locals that a trace may take: some tenths of a second in the built-in Python.
MAX_TRACE_WORK = 150000
MAX_ITEMS = 100000
# Calls of one helper of which the trace tells what it was given.
MAX_TOLD_CALLS = 8
# Members of a list, a dict or an object that the trace looks at.
MAX_MEMBERS = 64
MAX_DEPTH = 16
MAX_TEXT = 200
MAX_TRACEBACK = 8000
# What the program around the learner's function may take: lines, and a share of the time of the whole check. The first
# share is of the processor's work, the second of the time on the wall; the built-in Python can tell the latter only.
MAX_PROGRAM_EVENTS = 300000
PROGRAM_SHARE = 0.15
LAST_PROGRAM_SHARE = 0.6
BUILTIN_PROGRAM_SHARE = 0.4
# What every statement has, even after one that took all of it.
FLOOR_PROGRAM_EVENTS = 2000
FLOOR_PROGRAM_SECONDS = 0.05
MAX_SKIPPED = 200
MAX_CODE_TEXT = 80
