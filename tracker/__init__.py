"""Watches policies, keeps every version, and says exactly what changed."""
