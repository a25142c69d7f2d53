"""What two short reports of one event tell apart, wherever it stands: one file per kind of fact."""
