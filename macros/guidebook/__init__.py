"""Pay negotiation guides as data: read, checked, enriched, rendered."""
