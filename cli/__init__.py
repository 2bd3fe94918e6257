"""The command: arguments, input, output and exit statuses. It knows nothing of language."""
