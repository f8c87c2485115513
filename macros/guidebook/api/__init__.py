"""From what the pages show to JSON: the documents under `api/v1/`, their schemas, and the feed of changes."""
