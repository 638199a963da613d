"""`python -m quizgame` is the same as `quizgame`."""

from quizgame.cli import main

raise SystemExit(main())
