"""The policy's text as Markdown from a page as received: HTML, PDF, Markdown or plain text."""

from __future__ import annotations
