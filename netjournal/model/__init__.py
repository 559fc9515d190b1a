"""The nouns of netjournal: frozen records that every other room speaks of."""
