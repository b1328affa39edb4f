"""The baton's room: one pass on one page, the run sheet for the live handover, and what waits for somebody."""
