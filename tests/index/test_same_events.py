"""Which of an event's candidates likeliest report it, found without asking all of all of them."""

from __future__ import annotations

from random import Random

from index.coverage.same_events import Answer, likeliest

WORDS = ("different", "perhaps", "same")


def _steps(random: Random) -> list[Answer]:
    """What is told of two articles step by step: never more than the step before."""
    steps, word, score = [], random.choice((1, 2, 2)), 5
    for _ in range(random.randint(1, 4)):
        steps.append(Answer(WORDS[word], score / 10, sure=False))  # type: ignore[arg-type]
        word, score = (
            random.randint(max(0, word - 1), word),
            random.randint(max(0, score - 2), score),
        )
    return steps


def test_it_is_the_one_that_would_be_found_if_all_were_asked() -> None:
    spared = 0
    for seed in range(500):
        random = Random(seed)
        told = [_steps(random) for _ in range(random.randint(0, 6))]
        ends = [(one[-1].event == "same", one[-1].score) for one in told]
        live = [at for at, one in enumerate(told) if one[-1].event != "different"]
        step = [0] * len(told)
        held = [one[0] for one in told]

        def further(at: int, told=told, step=step, held=held) -> Answer:  # type: ignore[no-untyped-def]
            step[at] += 1
            if step[at] < len(told[at]):
                return told[at][step[at]]
            return held[at]._replace(sure=True)

        best = likeliest(held, further)
        assert best == max(live, key=lambda at: (*ends[at], -at), default=None)
        assert best is None or (held[best][:2], held[best].sure) == (told[best][-1][:2], True)
        spared += sum(
            len(one) - 1 - done for one, done in zip(told, step, strict=True) if done < len(one) - 1
        )
    assert spared > 500


def test_what_is_sure_is_not_asked_again() -> None:
    held = [Answer("perhaps", 0.3, sure=True), Answer("perhaps", 0.2, sure=False)]
    assert likeliest(held, lambda at: held[at]) == 0
    assert likeliest([Answer("different", 0.3, sure=False)], lambda at: held[at]) is None
