"""The datasette plugin package: pages, feeds, static files and templates."""
