"""Giving live functions their original code back (spec 8.3, steps quiet and memory; 8.4)."""

import time

from . import memory
from .problems import Problem

_PROBE_SECONDS = 1.5
_QUIET_SECONDS = 6.0
_HANDLER_SECONDS = 3.0
_TRIES = 3


def _shadow_key(patch):
    original = patch.record.original
    return f"{original.co_filename}:{original.co_name}"


def shadow_lock(agent, patch):
    """The executor's lock for this function, or None when there is no shadow mode."""
    executor = agent.host.executor if agent.host and patch.record else None
    return executor._func_locks.get(_shadow_key(patch)) if executor is not None else None


def probe_shadow(agent, patch):
    """Refuses early, so that the same command id can be used later (spec 7.4)."""
    lock = shadow_lock(agent, patch)
    if lock is None:
        return
    if not lock.acquire(timeout=_PROBE_SECONDS):
        raise Problem("busy-shadow", retry_after=5)
    lock.release()


def restore(agent, patch, command_id, progress):
    """Sets the original code on every function of the patch.

    None when that is done; else (problem, detail), and then nothing was changed. Waits until no
    shadow run and no crash that CodeSuture is handling can put the patched code back.
    """
    host, record = agent.host, patch.record
    deadline = time.monotonic() + _QUIET_SECONDS
    lock = shadow_lock(agent, patch)
    if lock is not None and not lock.acquire(timeout=_QUIET_SECONDS):
        return "busy-shadow", ""
    try:
        left = deadline - time.monotonic()
        if not host.wait_for_handlers(min(max(left, 0.5), _HANDLER_SECONDS)):
            return "busy-shadow", ""
        if host.executor is not None:
            progress.step("quiet")
        _forget_patched(host.tracer, record)
        count, error = _set_original(record)
    finally:
        if lock is not None:
            lock.release()
    if error:
        return "internal", error
    agent.undone[command_id] = agent.book.clear_layers(record)
    progress.step("memory", functions=count)
    return None


def _set_original(record):
    """(number of functions, None), or (0, error) with everything as it was before."""
    changes = []
    for _ in range(_TRIES):
        targets = _not_original(record)
        if not targets:
            return len(changes), None
        done, error = memory.set_all(targets, record.original)
        changes += done
        if error:
            break
    else:
        error = "a function got the patched code again and again"
    memory.put_back(changes)
    return 0, error


def _not_original(record):
    """The functions that have patched code, or were recorded for the patch and lost the original."""
    found = memory.holders(list(record.codes.values()))
    record.functions.update(found)
    return [f for f in list(record.functions) if id(f.__code__) not in record.originals]


def _forget_patched(tracer, record):
    """Shadow mode must not take the function for a patched one any more."""
    for code_id in record.codes:
        tracer._patched_codes.pop(code_id, None)


def forget_healed(module, qualname):
    """CodeSuture must not take the function for a healed one any more."""
    from codesuture import persistence

    base = f"{module}.{qualname}"
    if not persistence._store_lock.acquire(timeout=_HANDLER_SECONDS):
        return
    try:
        for keys in (persistence.HEALED_FUNCTIONS, persistence.ANNOUNCED_HEALED_FUNCTIONS):
            keys -= {key for key in keys if key == base or key.startswith(base + ":")}
    finally:
        persistence._store_lock.release()
