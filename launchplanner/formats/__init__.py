"""Bytes in and out: the plan file, templates, importers and exporters."""
