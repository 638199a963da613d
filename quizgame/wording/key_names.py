"""What is printed on the keys of a keyboard, where it is a word."""

from quizgame.wording.language import _

BACKSPACE, ENTER, ESC, SPACE, TAB = _("Backspace"), _("Enter"), _("Esc"), _("Space"), _("Tab")
CTRL, SHIFT, DEL = _("Ctrl"), _("Shift"), _("Del")
HOME, END, PAGE_UP, PAGE_DOWN = _("Home"), _("End"), _("PgUp"), _("PgDn")
