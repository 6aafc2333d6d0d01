"""All objectives of a client's plans in force, with the visits and notes that belong to each."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from alongside.chart.threads import Thread, threads
from alongside.foundation.doing import query
from alongside.foundation.policy import Actor
from alongside.people.banner import Banner, banner
from alongside.plans.lookups import strands_of


@dataclass(frozen=True)
class GoalThreads:
    """A goal as it stands in a plan, with the threads of its objectives."""

    words: str
    own_words: bool
    kind: str
    version: int
    threads: tuple[Thread, ...]


@dataclass(frozen=True)
class ThreadsPage:
    """The goals of both plans in force, in reading order."""

    banner: Banner
    goals: tuple[GoalThreads, ...]

    @property
    def objectives(self) -> int:
        return sum(len(goal.threads) for goal in self.goals)

    @property
    def broken(self) -> int:
        """Objectives whose thread breaks somewhere."""
        return sum(bool(thread.gaps) for goal in self.goals for thread in goal.threads)


@query("chart.threads", on="people.Client")
def thread_of(*, by: Actor, on: Any) -> ThreadsPage:
    """From goals to objectives, visits and notes. Eight statements, however long the record."""
    found = threads(on.pk, strands_of(on.pk), by=by)
    by_goal = [tuple(some) for _, some in groupby(found, key=lambda thread: thread.strand.goal_id)]
    return ThreadsPage(banner(on.pk), tuple(_goal(some) for some in by_goal))


def _goal(some: tuple[Thread, ...]) -> GoalThreads:
    first = some[0].strand
    return GoalThreads(first.goal, first.own_words, first.kind, first.version, some)
