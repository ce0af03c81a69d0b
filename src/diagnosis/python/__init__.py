"""Where a mistake stands: the learner's own program, run again with one place of it written otherwise."""
