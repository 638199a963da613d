"""What every test needs: no animations, no colors or themes of whoever runs it, and no saves but its own."""

import os

from hypothesis import settings

os.environ["TEXTUAL_ANIMATIONS"] = "none"  # Textual reads it when it is imported
for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_DEBUG", "QUIZGAME_SAVES"):
    os.environ.pop(name, None)

settings.register_profile("quick", max_examples=25)  # `make quick`
settings.register_profile("long", max_examples=1_000)  # `make long`
