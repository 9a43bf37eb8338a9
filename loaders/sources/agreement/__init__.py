"""The 2021 agreement of the two science bureaus and its commitments."""
