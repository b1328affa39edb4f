"""The timeline: one painted area with a frozen column of titles and owners and a frozen head of weeks."""
