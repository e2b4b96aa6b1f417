"""Time: grammar, Moment arithmetic, due windows, and the weighing of date candidates. Pure."""
