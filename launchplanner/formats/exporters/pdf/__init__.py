"""PDF, the only format that is drawn with Qt: type, signs, blocks, pages."""
