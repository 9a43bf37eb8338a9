"""Rules of identity on names alone: no server."""
