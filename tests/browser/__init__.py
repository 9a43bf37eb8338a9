"""Pages opened in a real Chromium."""
