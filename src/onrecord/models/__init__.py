"""The shipped models, and the one importer of onnxruntime."""
