"""The local Neo4j: jars, start and stop, failures with their ways out, backup and restore."""
