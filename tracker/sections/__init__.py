"""The outline of a text: its sections, title, language and noise."""

from tracker.sections.language import forget_model, language
from tracker.sections.lasting import agree, carry, own_keys, slug
from tracker.sections.noise import noise
from tracker.sections.outline import outline, title

__all__ = ["agree", "carry", "forget_model", "language", "noise", "outline", "own_keys", "slug", "title"]
