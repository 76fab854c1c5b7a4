"""A small case system that asks regelgraf who decides, and holds the case to the answer."""
