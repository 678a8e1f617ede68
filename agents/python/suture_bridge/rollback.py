"""Rollback of one patch, exactly (spec 8.3), and what is left of it after a crash (8.6)."""

import shutil

from . import memory, restore
from .catalog import cache_tag
from .command import Plan, Result
from .holds import Hold
from .lifecycle import OPEN_STATES, LifecycleError
from .problems import Problem


def current_patch(agent, patch_id, expect):
    """The patch as it is now; Problem 404 or 409 when it is not the one the operator saw."""
    patch = agent.catalog.get(patch_id)
    if patch is None:
        raise Problem("unknown-patch")
    if patch.etag != expect["etag"]:
        raise Problem("patch-changed", current=patch.entry())
    return patch


def plan(agent, command_id, body):
    """The plan of a rollback."""
    patch = current_patch(agent, body["patch_id"], body["expect"])
    if "file-mismatch" in patch.flags:
        raise Problem("file-mismatch")
    if patch.gone:
        raise Problem("already-rolled-back")
    if command_id != "preview":
        restore.probe_shadow(agent, patch)
    rows = {pid: state for pid, state in patch.rows if state in OPEN_STATES}
    mode = body["hold"]["mode"]
    record = {
        "kind": "rollback", "command_id": command_id, "patch_id": patch.id,
        "module": patch.module, "qualname": patch.qualname, "file": patch.file,
        "line": patch.line, "original_sha256": patch.original_sha256,
        "layers": [layer.entry() for layer in patch.layers],
        "files": [file.entry() for file in patch.files], "rows": rows,
        "hold_mode": mode, "cache_tag": cache_tag() if agent.host else None,
    }
    record["hold"] = vars(_hold(agent, patch, command_id, mode))
    reason = f"console {command_id}: {body['reason']}"
    return Plan(
        patch.target(), _would(agent, patch, mode, rows), _Rollback(agent, patch, record, reason).run,
        record, _warnings(agent, patch, mode), patch,
    )


def _hold(agent, patch, command_id, mode):
    original = patch.record.original if patch.record else None
    functions = list(patch.record.functions) if patch.record else []
    code_module = functions[0].__globals__.get("__name__") if functions else patch.module
    return Hold(
        patch.id, patch.module, patch.qualname, patch.file, patch.line,
        patch.original_sha256 or "", cache_tag(), mode, command_id, agent.clock.text(),
        code_module or patch.module, original.co_qualname if original else patch.qualname,
    )


def _would(agent, patch, mode, rows):
    steps = [{"step": "hold", "mode": mode}]
    if patch.record is not None:
        found = memory.holders(list(patch.record.codes.values()))
        names = [
            {
                "module": f.__module__, "qualname": f.__qualname__,
                "file": patch.file, "line": patch.line,
            }
            for f in found
        ]
        steps.append({"step": "memory", "functions": len(found), "list": names})
    steps.append({"step": "files", "moved": [file.name for file in patch.files]})
    steps.append({"step": "lifecycle", "rows": sorted(rows)})
    return steps


def _warnings(agent, patch, mode):
    found = []
    if patch.record is not None and memory.running(list(patch.record.codes.values())):
        found.append("in-flight-calls")
    found += [flag for flag in ("nested", "files-shared") if flag in patch.flags]
    if agent.forked_children:
        found.append("forked-children")
    if agent.host is not None and agent.host.executor is not None:
        found.append("shadow-active")
    if mode == "none":
        found.append("no-hold")
    return found


class _Rollback:
    def __init__(self, agent, patch, record, reason):
        self._agent = agent
        self._patch = patch
        self._plan = record
        self._reason = reason

    def run(self, progress):
        """Does steps 1 to 6 of spec 8.3; gives the ``Result``."""
        agent, plan = self._agent, self._plan
        try:
            agent.trash.open(plan["command_id"], plan)
            self._put_hold()
        except OSError as error:
            return self._fail("journal-unwritable", str(error.strerror))
        progress.step("hold", mode=plan["hold_mode"])
        if progress.journal_failed:
            return self._fail("journal-unwritable")
        if self._patch.record is not None:
            failed = restore.restore(self._agent, self._patch, plan["command_id"], progress)
            if failed:
                return self._fail(*failed)
        moved, error = agent.trash.take(agent.store.folder, plan["files"], plan["command_id"])
        progress.step("files", "failed" if error else "done", moved=moved, **_detail(error))
        if error:
            return self._result("partial", "file-mismatch")
        error = self._rows()
        progress.step("lifecycle", "failed" if error else "done", rows=sorted(plan["rows"]),
                      **_detail(error))
        if error:
            return self._result("partial", "internal")
        return self._verified()

    def _put_hold(self):
        record = self._patch.record
        codes = []
        if record is not None:
            codes = list(record.originals.values()) + list(record.codes.values())
        self._agent.holds.set(Hold(**self._plan["hold"]), codes)
        self._agent.holds.save()

    def _fail(self, problem, detail=""):
        """Nothing was changed: the hold is lifted and the trash folder goes."""
        agent, plan = self._agent, self._plan
        agent.holds.lift(plan["patch_id"])
        try:
            agent.holds.save()
        except OSError:
            pass
        shutil.rmtree(agent.trash.path(plan["command_id"]), ignore_errors=True)
        result = self._result("failed", problem)
        if detail:
            result.members["detail"] = detail
        return result

    def _rows(self):
        return roll_rows(self._agent, self._plan["rows"], self._reason, "rolled_back",
                         self._patch.module, self._patch.qualname)

    def _verified(self):
        agent, plan = self._agent, self._plan
        if plan["hold_mode"] == "none":
            agent.holds.lift(plan["patch_id"])
        else:
            agent.watcher.hold(plan["patch_id"], "set")
        agent.watcher.patch_changed(plan["patch_id"], "gone")
        result = self._result("done")
        after = result.after
        if after["memory"] not in ("original", "absent") or after["files"]:
            result.state = "partial"
        return result

    def _result(self, state, problem=None):
        return Result(state, after(self._agent, self._plan), problem)


def after(agent, plan):
    """What is there once a command ended: memory state, number of files, held."""
    found = agent.catalog.get(plan["patch_id"])
    return {
        "memory": found.memory[0] if found else "absent",
        "files": len(found.files) if found else 0,
        "held": agent.holds.get(plan["patch_id"]) is not None,
    }


def roll_rows(agent, rows, reason, state, module, qualname):
    """Moves rows to ``state`` and forgets that the function was healed; the error or None."""
    try:
        agent.rows().change({pid: state for pid in rows}, reason)
    except LifecycleError as error:
        return str(error)
    for pid, before in rows.items():
        agent.watcher.row_changed(pid, before, state, reason)
    if agent.host is not None:
        restore.forget_healed(module, qualname)
    return None


def _detail(error):
    return {"detail": error} if error else {}


def roll_forward(agent, command):
    """Finishes a rollback that an earlier life of the process began (spec 8.6)."""
    plan = command.plan
    try:
        agent.trash.open(plan["command_id"], plan)
        if plan["hold_mode"] == "until-source-change":
            agent.holds.set(Hold(**plan["hold"]), [])
            agent.holds.save()
    except OSError as error:
        return Result("partial", problem="internal", members={"detail": str(error)})
    _, error = agent.trash.take(agent.store.folder, plan["files"], plan["command_id"])
    if error:
        return Result("partial", after(agent, plan), "file-mismatch", {"detail": error})
    table = agent.rows().table().get((plan["module"], plan["qualname"]), [])
    rows = {pid: s for pid, s in table if pid in plan["rows"] and s in OPEN_STATES}
    reason = f"console {command.id}: {command.body.get('reason', '')}"
    error = roll_rows(agent, rows, reason, "rolled_back", plan["module"], plan["qualname"])
    if error:
        return Result("partial", after(agent, plan), "internal", {"detail": error})
    return Result("done", after(agent, plan))
