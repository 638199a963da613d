"""The English words that the rules for banks look for."""

import re

from quizgame.banks.quality.word_lists import WordLists

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip

_EDGE_WORDS = """a about almost an at by from in into least nearly of on roughly since the to
until""".split()
_STOP_WORDS = """a about according after all also although an and any are around article as ask at back be
became because become been before being between both but by call came can come could did do does during each
either every for from gave get give go got had happen has have he her his how if in into is it its kind made
make many more most much name neither no nor not of on one only or other over people said same say she so
some tell than that the their them then there these they thing this those through to told too took toward
under until up us used want was way were what when where whether which while who whom whose why will with
word would""".split()
_COMMON_WORDS = """began begin country day may month new part place region side start time two year""".split()
_QUESTION_WORDS = """after before first how if long many much no not second since until when where who whom
whose why""".split()

_MONTH = "|".join([*MONTHS, *(f"{month[:3]}\\." for month in MONTHS), "sept\\."])
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_DECADES = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"
_GIVES_DATE_AWAY = re.compile(
    rf"\b{_DAY} (?:of )?(?:{_MONTH})(?!\w)|\b(?:{_MONTH}) (?:the )?{_DAY}\b|\b(?:{_MONTH})(?: of)?,? \d{{3,4}}\b"
    rf"|\b(?:\d{{1,2}}(?:st|nd|rd|th)|(?:twenty-)?(?:{'|'.join(_ORDINALS)}))[- ]centur(?:y|ies)\b"
    rf"|\bthe (?:early |mid-|late |roaring |swinging )?(?:{_DECADES})\b"
    r"|[’']\d\d(?:s\b|\b)|\b\d{1,4} (?:bce?|ce|ad)\b|\bad \d{1,4}\b",
    re.IGNORECASE,
)

# "may" and "march" are verbs and "august" is an adjective, unless they have a capital letter; a march at the start of a
# label, "March on Rome", has one too
_SURE_MONTHS = "|".join(month for month in MONTHS if month not in ("march", "may", "august"))
_HINTS_AT_DATE = re.compile(
    rf"(?i:\b(?:{_SURE_MONTHS}|{'|'.join(_ORDINALS)}|last|after|before|then|again|earlier|later"
    r"|summer|autumn|winter|(?:in|the|early|late|this|that) spring)\b)"
    r"|\b(?:May|MAY|August|AUGUST|MARCH)\b|(?<!^)\bMarch\b|^March\b(?! (?:on|of|to|for|from|through|against|by|in)\b)"
)

_NOUN = (
    "group|people|peoples|person|man|woman|men|women|leader|president|country|countries|state|republic|region|area|areas"
    "|place|city|town|village|border|road|land|territory|territories|district|districts|side|sides|war|wars|battle|battles|clash"
    "|clashes|fight|fights|fighting|attack|attacks|crisis|event|events|vote|votes|election|agreement|agreements|treaty"
    "|treaties|deal|ceasefire|truce|talks|meeting|protocol|law|laws|letter|promise|mission|monitoring|soldiers|troops"
    "|army|forces|government|parliament|party|year|years|month|day|century|decade|period|document|plan|book|idea|claim"
)
_EXISTS = "is are was were be been had has have will would could may might must came seemed still also".split()
_RELATIVE = re.compile(
    rf"\b(?:this|these|those|the same|such) (?:[a-z]+ )?(?:{_NOUN})\b"
    rf"|\bthat (?:{'|'.join(noun for noun in _NOUN.split('|') if not noun.endswith(('s', 'people', 'men')))})\b"
    r"|\bthe (?:latter|former)\b|\b(?:two|three|four|some|most|all|both|one) of (?:them|these|those)\b"
    rf"|{''.join(f'(?<!{verb} )' for verb in _EXISTS)}\bthere\b(?! (?:{'|'.join(_EXISTS)})\b)",
    re.IGNORECASE,
)


def _stem(word: str) -> str:
    bare = re.sub("[’']s?$", "", word)
    if len(bare) > 4 and bare.endswith("ies"):
        return bare[:-3] + "y"
    if len(bare) > 4 and bare.endswith(("ches", "shes", "sses", "xes")):
        return bare[:-2]
    return bare[:-1] if len(bare) > 3 and bare.endswith("s") and not bare.endswith(("ss", "us", "is")) else bare


def _undated(noun: str) -> re.Pattern[str]:
    return re.compile(
        rf"\bthe (?:big |long |great |major |whole )?{noun}\b(?! (?:of|in|over|at|for|between|with|that|on)\b)",
        re.IGNORECASE,
    )


ENGLISH = WordLists(
    stem=_stem,
    edge_words=frozenset(_EDGE_WORDS),
    stop_words=frozenset(map(_stem, _STOP_WORDS)) | frozenset(_STOP_WORDS),
    common_words=frozenset(_COMMON_WORDS),
    question_words=frozenset(_QUESTION_WORDS),
    gives_date_away=_GIVES_DATE_AWAY,
    hints_at_date=_HINTS_AT_DATE,
    starts=frozenset(("star", "begi", "open", "laun")),
    ends=frozenset(("fini", "end", "ende", "endi", "clos", "comp", "stop")),
    points_at_options=re.compile(
        r"(?:all|none|both|neither|any|each|either|two|some|one|more than one) of (?:the|these|those|them)"
        r"(?: (?:above|below|others|other (?:options|answers)|options|answers|choices|two))?"
        r"|(?:all|none|both|either)(?: the| of the)? (?:above|below)|both|neither|(?:the )?above"
        r"|(?:both )?[a-d](?:,| and| or| &) [a-d]|all (?:answers|options)(?: are (?:right|correct|true))?"
        r"|no (?:answer|option)s?(?: is right)?",
        re.IGNORECASE,
    ),
    both=frozenset(("both", "neither", "either")),
    relative=_RELATIVE,
    like_events=frozenset(
        "war battle vote referendum election ceasefire truce armistice clash attack offensive invasion blockade siege"
        " agreement treaty protocol resolution revolution coup strike flight launch landing mission".split()
    ),
    undated=_undated,
)
