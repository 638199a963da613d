"""The themes: calm, with one accent. Right and wrong are signs and words first, colors second.

Each color that means something is one that a terminal of sixteen colors shows as green, red or another true color, not
as grey, and not as yellow on white. For those who can't tell red from green, right is blue and wrong is orange.
"""

from textual.theme import BUILTIN_THEMES, Theme

SIGN_COLORS = ("blue", "orange", "green", "purple", "yellow", "red", "teal", "pink")
"""The colors of teams and of a class's options; each stands beside a shape and a name. In styles: `$team-blue`."""
_ON_DARK = "#7db8ff #ffab70 #74d68a #cba6ff #ffd75e #ff8f85 #5fd7c9 #ff9ed2".split()
_ON_LIGHT = "#14509c #8a4200 #175f20 #6329a8 #6b5000 #9c2310 #0a5c56 #961862".split()


def _theme(name: str, *, dark: bool, accent: str, grounds: tuple[str, str, str], right: str, colors: str) -> Theme:
    """A theme: the grounds of page, surface and panel, the ground of a right answer, and the colors of texts: of a
    bar, quiet, plain, right, wrong.
    """
    bar, quiet, plain, good, bad = colors.split()
    page, surface, panel = grounds
    return Theme(
        name=name,
        dark=dark,
        primary=bar,
        secondary=quiet,
        accent=accent,
        foreground=plain,
        background=page,
        surface=surface,
        panel=panel,
        success=good,
        warning=bad,
        error=bad,
        variables={
            "footer-key-foreground": accent,
            "footer-background": page,
            "quiet": quiet,
            "right": right,
            **{f"team-{name}": c for name, c in zip(SIGN_COLORS, _ON_DARK if dark else _ON_LIGHT, strict=True)},
        },
    )


DARK = _theme(
    "quiz-dark",
    dark=True,
    accent="#ffc857",
    grounds=("#15181d", "#1c2027", "#262b34"),
    right="#1d3024",
    colors="#5cc8f0 #98a2ad #e8e6e1 #70d681 #f2a65a",
)
LIGHT = _theme(
    "quiz-light",
    dark=False,
    accent="#8a1f7a",
    grounds=("#faf8f4", "#f1eee7", "#e4dfd5"),
    right="#e4f2e1",
    colors="#1d5f86 #59626c #20242a #0f7a1f #a8260f",
)
CONTRAST = _theme(
    "quiz-contrast",
    dark=True,
    accent="#ffe14d",
    grounds=("#000000", "#111111", "#2a2a2a"),
    right="#003300",
    colors="#66e0ff #d0d0d0 #ffffff #66ff7f #ff9a66",
)
BLUE_ORANGE = _theme(
    "quiz-blue-orange",
    dark=True,
    accent="#f0e442",
    grounds=("#15181d", "#1c2027", "#262b34"),
    right="#16293d",
    colors="#b9c4cf #98a2ad #e8e6e1 #56b4e9 #e69f00",
)
THEMES = (DARK, LIGHT, CONTRAST, BLUE_ORANGE)
"""In the order in which a key turns them."""
ALL_THEMES = BUILTIN_THEMES | {theme.name: theme for theme in THEMES}


def after(name: str) -> Theme:
    """The theme after this one; the first one after one that is not ours."""
    names = [theme.name for theme in THEMES]
    return THEMES[(names.index(name) + 1) % len(THEMES)] if name in names else DARK


def known(name: object) -> Theme:
    """The theme of this name, else the first one."""
    return next((theme for theme in THEMES if theme.name == name), DARK)
