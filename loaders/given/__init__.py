"""A file given on the command line becomes an ordinary source: `xishang load FILE --kind … --publisher … --date …`.

`load.load_file` is the way in. What is kept is a folder below `<home>/sources` with `source.yml` (block `form`) and the
rows without personal columns; the file itself is never copied.
"""
