"""Our own annotation of wire copy: offsets, names and digests; the texts lie beside the project and stay outside."""
