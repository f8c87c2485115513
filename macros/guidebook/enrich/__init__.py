"""From what people wrote to what a page shows; every computed figure is made here."""
