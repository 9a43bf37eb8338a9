"""Writers for what one transaction cannot hold: over Bolt in many, or offline into a new store."""
