"""Classes of characters that more than one of our rules needs."""

from __future__ import annotations

UNSEEN = (
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Zero-width characters, direction marks and the soft hyphen: they are there, but nobody sees them."""

SPACES = "\t \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

BLANK = SPACES + UNSEEN + "".join(map(chr, range(32))) + "\x7f\x85\u2028\u2029"
"""What may surround the words of a line without being part of them: spaces, the unseen, controls."""

BULLETS = "-*+•◦▪▫‣⁃●○■□–—·∙➢➤►▶✓✔❖\uf0b7\uf0a7"

IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f"
"""For use in a class of a regular expression: scripts written without spaces, a character a word."""
