"""Facts restated from 101 publications, one fact a row."""
