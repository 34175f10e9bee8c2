"""HTML/JS tool panels in a real web view inside a DCC application."""
