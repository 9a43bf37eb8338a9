"""A file given on the command line: every row accounted for, nothing personal kept, nothing half done."""
