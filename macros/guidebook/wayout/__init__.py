"""From the site to a folder that another builder makes the same site from."""
