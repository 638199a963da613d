"""What the keys do, for the line of keys, the help and the palette."""

from quizgame.wording.language import _

ANSWER = _("answer")
ANSWER_N = tuple(_("answer {n}").format(n=n) for n in range(1, 10))
TAKE_MARKED = _("take the marked one")
MARK_ABOVE, MARK_BELOW = _("mark the one above"), _("mark the one below")
PLACE = _("place")
TO_PLACE_N = tuple(_("to place {n}").format(n=n) for n in range(1, 10))
GRAB_DROP = _("grab, drop")
MOVE, MOVE_DOWN = _("move"), _("move down")
TAKE_CARD_BACK = _("take a card back")
PUT_BACK = _("put the card back")
DONE = _("done")
YEAR_LATER, YEAR_EARLIER = _("later, earlier"), _("a year earlier")
TEN_YEARS_LATER, TEN_YEARS_EARLIER = _("ten years later"), _("ten years earlier")
PUT_IT_HERE = _("put it here")
NEXT = _("next")
DONT_KNOW = _("don't know")
STUDY_NOTE = _("study note")
UNDO = _("undo")
GUESSED = _("I guessed")
WHY = _("why this one")
REVIEW = _("look at every question")
LEAVE = _("leave")
PLAY, PLAY_AGAIN, START = _("play"), _("play again"), _("start")
OPEN, BACK, HOME, QUIT = _("open"), _("back"), _("home"), _("quit")
UP, DOWN = _("up"), _("down")
TICK = _("tick")
LENGTH, LONGER = _("length"), _("a longer round")
TIMELINE, READ, PROBLEMS, PACKS = _("timeline"), _("read"), _("problems"), _("other texts")
CARDS, WEAK, DAILY, PROGRESS = _("flashcards"), _("weak topics"), _("line of the day"), _("progress")
PLAYERS, NEW_PLAYER, OTHER_NAME = _("who plays"), _("new"), _("rename")
EXPORT, DELETE = _("export"), _("delete")
SETTINGS, CHANGE, CHANGE_BACK = _("settings"), _("change"), _("change back")
OTHER_KEY, USUAL_KEYS = _("choose a key"), _("the usual keys")
NOT_NOW = _("not now")
SCROLL, SCROLL_DOWN = _("scroll"), _("scroll down")
PAGE_UP, PAGE_DOWN = _("page up"), _("page down")
OTHER_SECTION, SECTION_AFTER = _("other section"), _("section after this")
CLOSER, WIDER = _("closer"), _("wider")
HELP, DARK_OR_LIGHT, STOP, SUSPEND = _("help"), _("other colors"), _("stop"), _("behind the shell")
PRACTISE, HISTORY, MIX_UPS, EXAM = _("practise"), _("history"), _("mix-ups"), _("test on a date")
DAYS_A_WEEK, MORE_DAYS = _("days a week"), _("one day more a week")
ASK_THESE, ONLY_UNKNOWN = _("ask me these"), _("only what I don't know")
BRING, LOOK_AT_FILE = _("from a file"), _("look at it, keep it")
SET_TEST, NO_TEST, TOPICS_OF_TEST = _("set the test"), _("no test"), _("topics")
CLASS, OTHER_QUESTION, BOARD, BIG_TEXT, MORE_TIME, PAUSE = (
    _("class round"),
    _("another question"),
    _("board"),
    _("large or small"),
    _("more time"),
    _("pause"),
)
OTHER_VALUE, VALUE_BEFORE, ALL_OR_NONE = _("change"), _("change back"), _("all or none")
TEACH_AGAIN, SAVE_REPORT = _("teach again"), _("save a report")
