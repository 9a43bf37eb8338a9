"""Parts that need neither server nor browser."""
