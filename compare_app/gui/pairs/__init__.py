"""The view of a comparison as a table: one row a link or a lone claim, both texts level."""
