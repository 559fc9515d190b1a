"""The use cases: what each command does, whoever asks for it; the only state."""
