"""At start, before CodeSuture is imported: commands that were cut off are finished (spec 8.6)."""

from . import dismiss, marks, reapply, rollback
from .command import Result

_FINISH = {
    "rollback": rollback.roll_forward,
    "reapply": reapply.roll_forward,
    "mark-fixed": marks.finish_mark_fixed,
    "release-hold": marks.finish_release,
    "dismiss": dismiss.finish,
}


def finish_interrupted(agent):
    """Ends every command of the journal that has no end; a command without a plan is void."""
    for command in agent.commands.interrupted():
        if not command.plan:
            result = Result("void")
        else:
            try:
                result = _FINISH[command.kind](agent, command)
            except (OSError, KeyError, TypeError, ValueError) as error:
                result = Result("partial", {}, "internal", {"detail": type(error).__name__})
        agent.commands.end_interrupted(command, result)
