"""Mark fixed (spec 8.9) and the release of a hold (8.5)."""

from .command import Plan, Result
from .lifecycle import LifecycleError
from .problems import Problem
from .rollback import after, current_patch

_CLOSED = ("fixed", "rolled_back")
_LOCK_SECONDS = 3.0


def plan_mark_fixed(agent, command_id, body):
    """The plan of mark-fixed: rows only; memory, files and holds stay as they are."""
    patch = current_patch(agent, body["patch_id"], body["expect"])
    rows = {pid: state for pid, state in patch.rows if state not in _CLOSED}
    record = {
        "kind": "mark-fixed", "patch_id": patch.id, "module": patch.module,
        "qualname": patch.qualname, "rows": rows,
    }
    reason = f"console {command_id}: {body['reason']}"

    def work(progress):
        return _mark(agent, record, rows, reason, progress)

    would = [{"step": "lifecycle", "rows": sorted(rows)}]
    return Plan(patch.target(), would, work, record, [], patch)


def _mark(agent, plan, rows, reason, progress):
    error = _fix_rows(agent, rows, reason)
    progress.step("lifecycle", "failed" if error else "done", rows=sorted(rows))
    if error:
        return Result("failed", after(agent, plan), "internal", {"detail": error})
    return Result("done", after(agent, plan))


def _fix_rows(agent, rows, reason):
    try:
        agent.rows().change({pid: "fixed" for pid in rows}, reason)
    except LifecycleError as error:
        return str(error)
    for pid, before in rows.items():
        agent.watcher.row_changed(pid, before, "fixed", reason)
    return None


def finish_mark_fixed(agent, command):
    """Finishes mark-fixed after a crash."""
    plan = command.plan
    table = dict(agent.rows().table().get((plan["module"], plan["qualname"]), []))
    rows = {pid: table[pid] for pid in plan["rows"] if table.get(pid, "fixed") not in _CLOSED}
    error = _fix_rows(agent, rows, f"console {command.id}: {command.body.get('reason', '')}")
    if error:
        return Result("failed", after(agent, plan), "internal", {"detail": error})
    return Result("done", after(agent, plan))


def plan_release_hold(agent, command_id, body):
    """The plan of release-hold; Problem 404 when the function is not held."""
    hold = agent.holds.get(body["patch_id"])
    if hold is None:
        raise Problem("no-hold")
    patch = agent.catalog.get(hold.patch_id)
    record = {"kind": "release-hold", "patch_id": hold.patch_id}
    target = {"patch_id": hold.patch_id, "module": hold.module, "qualname": hold.qualname}

    def work(progress):
        return _release(agent, record, progress)

    return Plan(target, [{"step": "hold", "lifted": True}], work, record, [], patch)


def _release(agent, plan, progress):
    codes = agent.holds.codes_of(plan["patch_id"])
    hold = agent.holds.lift(plan["patch_id"])
    try:
        agent.holds.save()
    except OSError as error:
        agent.holds.set(hold, codes)
        progress.step("hold", "failed")
        return Result("failed", after(agent, plan), "internal", {"detail": str(error.strerror)})
    if agent.host is not None:
        _forget_attempts(agent.host.tracer, codes)
    progress.step("hold", lifted=True)
    agent.watcher.hold(plan["patch_id"], "released")
    return Result("done", after(agent, plan))


def _forget_attempts(tracer, codes):
    """CodeSuture stops for good after some tries at one place; a rollback counts as one."""
    ids = {id(code) for code in codes}
    if not tracer._state_lock.acquire(timeout=_LOCK_SECONDS):
        return
    try:
        for key in [key for key in tracer.attempts if key[0] in ids]:
            del tracer.attempts[key]
    finally:
        tracer._state_lock.release()


def finish_release(agent, command):
    """Finishes release-hold after a crash."""
    plan = command.plan
    agent.holds.lift(plan["patch_id"])
    try:
        agent.holds.save()
    except OSError as error:
        return Result("failed", after(agent, plan), "internal", {"detail": str(error.strerror)})
    return Result("done", after(agent, plan))
