"""The pipeline on made-up sources: every body, person and tie below is invented for these tests."""
