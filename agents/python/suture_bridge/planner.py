"""From a command body to the plan of what it would touch (spec 7.3); changes nothing."""

from . import dismiss, marks, reapply, rollback
from .problems import Problem

_PLANS = {
    "rollback": rollback.plan,
    "reapply": reapply.plan,
    "mark-fixed": marks.plan_mark_fixed,
    "release-hold": marks.plan_release_hold,
    "dismiss": dismiss.plan,
}


class Planner:
    """Plans commands against the present state of one agent."""

    def __init__(self, agent):
        self._agent = agent

    def plan(self, command_id, body):
        """The plan for a checked body; a Problem when a precondition does not hold."""
        if not self._agent.ready():
            raise Problem("overloaded", "the program has not begun yet", retry_after=1)
        return _PLANS[body["kind"]](self._agent, command_id, body)

    def preview(self, body):
        """The members of the answer to ``POST /v1/preview``."""
        plan = self.plan("preview", body)
        return {
            "would": plan.would,
            "patch": plan.patch.entry() if plan.patch else None,
            "warnings": plan.warnings,
        }
