"""
Naming a mistake by its repair: one place of the file's way back is written otherwise, and every gradient becomes right.

`places.py` knows the expressions of the functions that a check runs and puts changed ones into them; `probe.py` finds
those on which all wrong gradients and not the loss depend; `edits/` are the ways to write one otherwise, each with the
code of the mistake that it takes back; `search.py` tries them and tells what is left, if that is one mistake.
"""
