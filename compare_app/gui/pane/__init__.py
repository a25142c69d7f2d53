"""One document as a page that is read: layout, marks, and the widget that shows them."""
