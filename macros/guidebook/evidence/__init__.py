"""Bring evidence of pay in from outside: postings from a CSV, filings from the federal disclosure file."""
