"""The stages in order, the worker process, and the Record face."""
