"""Packs of texts that mean something to some format: signs, formulas, tags, other scripts, several lines."""

from hypothesis import strategies as st

from quizgame.banks.text import fault_in, tidy
from quizgame.exchange.neutral import Imported, Question, Topic, Wrong

HOSTILE = (
    "=1+1|-753|@x|+7|'=1|''x|%5%|%100%x|[html]<b>x</b>|[plain]|{a}|~b|#c|a -> b|::t::|// note|$CATEGORY: x|a\\b|\\n|"
    'TRUE|>3 ALL|ANSWER: A|A. x|<b>&amp;|&lt;|]]>|"q"|a,b;c\td'
    "|Արցախ|العربية|🧭👩‍👩‍👧|a\nb|a\n\nb|####x|=|~|1|two  words|one    two\n1      2\n  in"
).split("|")
OPTION = (
    st.one_of(
        st.sampled_from(HOSTILE),
        st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=4).map(" ".join),
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp"]), max_size=20),
    )
    .map(tidy)
    .filter(lambda text: bool(text) and fault_in(text) is None and not text.isspace())
)


@st.composite
def packs(draw: st.DrawFn) -> Imported:
    found = []
    for number in range(draw(st.integers(1, 4))):
        options = draw(st.lists(OPTION, min_size=3, max_size=4, unique_by=lambda text: tidy(text).casefold()))
        prompt = f"{draw(OPTION)} {number}"
        wrong = tuple(Wrong(one, draw(st.one_of(st.just(""), OPTION))) for one in options[1:])
        found.append(Question(f"q-{number}", "t", prompt, options[0], wrong, draw(OPTION), f"f-{number}"))
    return Imported("", tuple(found), (Topic("t", draw(OPTION).replace("\n", " ")),))
