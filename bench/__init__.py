"""Measurements of the main job: `make bench` writes bench/RESULTS.md, machine and date beside the figures."""
