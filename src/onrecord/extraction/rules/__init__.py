"""The first reader: quotation marks, reporting verbs and the grammar around them, in time linear in the text."""
