"""Re-apply: the undo of a rollback with the same bytes (spec 8.8)."""

import marshal

from . import files, memory
from .catalog import cache_tag
from .command import Plan, Result
from .problems import Problem
from .rollback import after, current_patch, roll_rows
from .store import SUFFIXES, base_name, parse_metadata


def plan(agent, command_id, body):
    """The plan of a re-apply; nothing is changed when it cannot be done."""
    rollback_id = body["rollback_id"]
    rollback = agent.commands.get(rollback_id)
    if rollback is None or rollback.kind != "rollback":
        raise Problem("unknown-command")
    manifest = agent.trash.manifest(rollback_id)
    if manifest is None or rollback.state not in ("done", "partial"):
        raise Problem("cannot-reapply", "what was rolled back is not there any more")
    patch = current_patch(agent, manifest["patch_id"], body["expect"])
    code = _checked_code(agent, rollback_id, manifest, patch)
    record = {
        "kind": "reapply", "command_id": command_id, "rollback_id": rollback_id,
        "patch_id": patch.id, "module": patch.module, "qualname": patch.qualname,
        "files": manifest["files"], "rows": _rows_back(patch, manifest),
        "hold": agent.holds.get(patch.id) is not None,
    }
    would = [
        {"step": "files", "moved": [entry["name"] for entry in manifest["files"]]},
        {"step": "memory", "functions": len(_targets(agent, patch, manifest))},
        {"step": "hold", "lifted": record["hold"]},
        {"step": "lifecycle", "rows": sorted(record["rows"])},
    ]
    reason = f"console {command_id}: re-applied"
    work = _Reapply(agent, patch, manifest, record, code, reason).run
    return Plan(patch.target(), would, work, record, [], patch)


def _rows_back(patch, manifest):
    """The rows that the rollback changed, with the state they had before."""
    states = dict(patch.rows)
    return {
        pid: state for pid, state in manifest["rows"].items() if states.get(pid) == "rolled_back"
    }


def _checked_code(agent, rollback_id, manifest, patch):
    """The bytes of the ``.code`` file, checked, or None when the patch had no files."""
    if manifest.get("reapplied_by"):
        raise Problem("cannot-reapply", "it was taken back already")
    if not patch.gone:
        raise Problem("cannot-reapply", "the function has another patch now")
    tag = manifest.get("cache_tag")
    if agent.host is not None and tag not in (None, cache_tag()):
        raise Problem("cannot-reapply", "the code belongs to another Python version")
    base = base_name(manifest["module"], manifest["qualname"])
    names = agent.store.names()
    if any(base + suffix in names for suffix in SUFFIXES):
        raise Problem("cannot-reapply", "there are store files of this name again")
    if not agent.trash.complete(rollback_id, manifest["files"]):
        raise Problem("cannot-reapply", "the trash is not what was put there")
    if not any(entry["name"] == base + ".code" for entry in manifest["files"]):
        if rollback_id not in agent.undone:
            raise Problem("cannot-reapply", "the patch was in memory only")
        return None
    folder = agent.trash.path(rollback_id)
    try:
        code = files.read_regular(folder, base + ".code")
        metadata = parse_metadata(files.read_regular(folder, base + ".json"))
    except OSError:
        raise Problem("cannot-reapply", "the code has no signature") from None
    if not agent.store.signature_fits(code, metadata):
        raise Problem("cannot-reapply", "the signature of the code does not fit")
    return code


def _targets(agent, patch, manifest):
    """The live functions that have the recorded original code."""
    found = []
    if patch.record is not None:
        found = memory.holders(list(patch.record.originals.values()))
    if agent.host is not None and manifest["original_sha256"]:
        for function in memory.named_with_hash(
            manifest["module"], manifest["qualname"], manifest["original_sha256"]
        ):
            if function not in found:
                found.append(function)
    return found


class _Reapply:
    def __init__(self, agent, patch, manifest, record, code, reason):
        self._agent = agent
        self._patch = patch
        self._manifest = manifest
        self._plan = record
        self._code = code
        self._reason = reason

    def run(self, progress):
        """Does the steps after the checks; gives the ``Result``."""
        agent, plan = self._agent, self._plan
        moved, error = agent.trash.give_back(
            plan["rollback_id"], plan["files"], agent.store.folder
        )
        progress.step("files", "failed" if error else "done", moved=moved)
        if error:
            return Result("partial", after(agent, plan), "cannot-reapply", {"detail": error})
        count, error = self._set_patched()
        progress.step("memory", "failed" if error else "done", functions=count)
        if error:
            return Result("partial", after(agent, plan), "internal", {"detail": error})
        lift_and_note(agent, plan)
        progress.step("hold", lifted=plan["hold"])
        error = bring_rows_back(agent, plan, self._reason)
        progress.step("lifecycle", "failed" if error else "done", rows=sorted(plan["rows"]))
        if error:
            return Result("partial", after(agent, plan), "internal", {"detail": error})
        agent.watcher.patch_changed(plan["patch_id"], "added")
        return Result("done", after(agent, plan))

    def _set_patched(self):
        agent, record = self._agent, self._patch.record
        targets = _targets(agent, self._patch, self._manifest)
        layers = agent.undone.get(self._plan["rollback_id"])
        if layers and record is not None:
            changes, error = memory.set_all(targets, layers[-1].code)
            if not error:
                agent.book.restore_layers(record, layers)
                record.functions.update(targets)
            return len(changes), error
        if not targets or self._code is None:
            return 0, None
        return self._set_loaded(targets)

    def _set_loaded(self, targets):
        """After a restart: the code comes from the file whose signature was verified."""
        agent, manifest = self._agent, self._manifest
        code = marshal.loads(self._code)
        originals = {id(f.__code__): f.__code__ for f in targets}
        changes, error = memory.set_all(targets, code)
        if error:
            return 0, error
        layer = manifest["layers"][-1] if manifest["layers"] else {}
        names = (manifest["module"], manifest["qualname"])
        for original in originals.values():
            agent.book.add(
                original, code, targets, names, layer.get("guard_type", "unknown"),
                layer.get("at", ""), "store",
            )
        return len(changes), None


def lift_and_note(agent, plan):
    """Lifts the hold of the rollback and notes in the trash that it was taken back."""
    if agent.holds.lift(plan["patch_id"]) is not None:
        agent.holds.save()
        agent.watcher.hold(plan["patch_id"], "released")
    manifest = agent.trash.manifest(plan["rollback_id"])
    if manifest is not None:
        agent.trash.open(plan["rollback_id"], {**manifest, "reapplied_by": plan["command_id"]})


def bring_rows_back(agent, plan, reason):
    """Gives every row the state it had before the rollback; the error or None."""
    by_state = {}
    for pid, state in plan["rows"].items():
        by_state.setdefault(state, {})[pid] = "rolled_back"
    for state, rows in by_state.items():
        error = roll_rows(agent, rows, reason, state, plan["module"], plan["qualname"])
        if error:
            return error
    return None


def roll_forward(agent, command):
    """Finishes a re-apply that an earlier life of the process began."""
    plan = command.plan
    _, error = agent.trash.give_back(plan["rollback_id"], plan["files"], agent.store.folder)
    if error:
        return Result("partial", after(agent, plan), "cannot-reapply", {"detail": error})
    try:
        lift_and_note(agent, plan)
    except OSError as failure:
        return Result("partial", after(agent, plan), "internal", {"detail": str(failure)})
    table = dict(agent.rows().table().get((plan["module"], plan["qualname"]), []))
    left = {p: s for p, s in plan["rows"].items() if table.get(p) == "rolled_back"}
    error = bring_rows_back(agent, {**plan, "rows": left}, f"console {command.id}: re-applied")
    if error:
        return Result("partial", after(agent, plan), "internal", {"detail": error})
    return Result("done", after(agent, plan))
