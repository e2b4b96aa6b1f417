"""What several formats are read with: unpacking, XML and JSON, each within bounds."""
