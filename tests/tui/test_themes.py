"""Colors that mean something can be told apart and read, in terminals of sixteen colors too."""

from pathlib import Path

import pytest
from rich.color import Color, ColorSystem
from textual.theme import Theme

from quizgame.tui.themes import DARK, LIGHT, SIGN_COLORS, THEMES
from tests.tui.stage import playing
from tests.tui.worlds import choices, world

RED, GREEN, MAGENTA = {1, 9}, {2, 10}, {5, 13}
YELLOW_ON_BLACK = {3, 11}
GREYS = {0, 7, 8, 15}
LEAST_CONTRAST = 4.5
"""Of a text to its ground: level AA of WCAG 2.1, 1.4.3."""


def of_sixteen(color: str | None) -> int | None:
    """The number of the color that a terminal of sixteen colors shows."""
    return Color.parse(color or "").downgrade(ColorSystem.STANDARD).number


def luminance(color: str | None) -> float:
    """Relative luminance, as in WCAG 2.1."""
    shares = [part / 255 for part in Color.parse(color or "").get_truecolor()]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str | None, other: str | None) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("theme", "accents"), [(DARK, YELLOW_ON_BLACK), (LIGHT, MAGENTA)], ids=["dark", "light"])
def test_right_is_green_and_wrong_is_red_in_sixteen_colors(theme: Theme, accents: set[int]) -> None:
    assert of_sixteen(theme.success) in GREEN
    assert of_sixteen(theme.warning) in RED
    assert of_sixteen(theme.error) in RED
    assert of_sixteen(theme.accent) in accents
    assert of_sixteen(theme.variables["footer-key-foreground"]) in accents


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_text_can_be_read_on_its_ground(theme: Theme) -> None:
    texts = [theme.primary, theme.accent, theme.success, theme.warning, theme.error, theme.foreground]
    for text in (*texts, theme.variables["quiet"]):
        for ground in (theme.background, theme.surface):
            assert contrast(text, ground) >= LEAST_CONTRAST, (text, ground)
    for name in SIGN_COLORS:
        for ground in (theme.background, theme.surface, theme.panel, theme.variables["right"]):
            assert contrast(theme.variables[f"team-{name}"], ground) >= LEAST_CONTRAST, (name, ground)
    assert contrast(theme.foreground, theme.panel) >= LEAST_CONTRAST
    assert contrast(theme.success, theme.variables["right"]) >= LEAST_CONTRAST


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_right_wrong_and_keys_are_colors_of_their_own_in_sixteen_colors(theme: Theme) -> None:
    told_apart = [of_sixteen(color) for color in (theme.success, theme.warning, theme.foreground, theme.background)]
    assert len(set(told_apart)) == len(told_apart)
    assert not GREYS & {of_sixteen(color) for color in (theme.success, theme.warning, theme.accent)}


async def test_without_color_every_mark_is_a_sign_and_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    banks = world(tmp_path / "banks", {"rain": choices("rain", 2)})
    async with playing(banks, tmp_path / "saves", questions="2") as game:
        await game.answer(right=False)
        await game.reads("✗ Not yet", "your answer", "the answer")
        colors = {
            color.name
            for row in game.app.screen._compositor.render_strips()
            for segment in row.apply_filter(game.app.get_line_filters()[0], game.app.background_colors[0])
            if segment.style is not None
            for color in (segment.style.color, segment.style.bgcolor)
            if color is not None and color.triplet is not None and len(set(color.triplet)) > 1
        }
        assert colors == set()
