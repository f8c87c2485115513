"""Turn guides written in Markdown into guides of the data: lossless, or refused with the line."""
