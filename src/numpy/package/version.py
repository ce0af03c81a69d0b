"""`numpy.version`."""

version = full_version = short_version = "2.4.0+backprop"
git_revision = ""
release = True
