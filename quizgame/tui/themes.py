"""Two themes, dark and light: calm, with one accent. Right and wrong are signs and words first, colors second."""

from textual.theme import Theme

DARK = Theme(
    name="quiz-dark",
    dark=True,
    primary="#7cc4e8",
    secondary="#9aa7b4",
    accent="#ffc857",
    foreground="#e8e6e1",
    background="#15181d",
    surface="#1c2027",
    panel="#262b34",
    success="#8fd694",
    warning="#f2a65a",
    error="#f2a65a",
    variables={
        "footer-key-foreground": "#ffc857",
        "footer-background": "#15181d",
        "quiet": "#98a2ad",
        "right": "#1d3024",
    },
)
LIGHT = Theme(
    name="quiz-light",
    dark=False,
    primary="#1d5f86",
    secondary="#5a6570",
    accent="#9a5b00",
    foreground="#20242a",
    background="#faf8f4",
    surface="#f1eee7",
    panel="#e4dfd5",
    success="#1f6b2b",
    warning="#a4460c",
    error="#a4460c",
    variables={
        "footer-key-foreground": "#9a5b00",
        "footer-background": "#faf8f4",
        "quiet": "#59626c",
        "right": "#dcebd9",
    },
)
