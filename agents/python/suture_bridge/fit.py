"""Whether the CodeSuture that is installed is the one the hooks are made for (spec 2.2)."""

import inspect
import sys
import threading

# module, attribute path, parameter names
_HOOKED = (
    ("tracer", "CodeSutureTracer.__init__", "self dry_run log_file"),
    ("tracer", "CodeSutureTracer._persist_patch", "self frame old_code new_code func"),
    ("tracer", "CodeSutureTracer._handle_exception",
     "self frame exc_type exc_value exc_tb thread"),
    ("tracer", "replace_function_code", "func new_code"),
    ("tracer", "_install_trace_on_all_threads", "trace_fn"),
    ("cli", "_install_trace_on_all_threads", "trace_fn"),
    ("code_replacer", "replace_function_code", "func new_code"),
    ("incidents.incident_log", "IncidentLogger.log_incident", "self incident"),
    ("alerts.router", "AlertRouter.route", "self incident"),
    ("lifecycle", "LifecycleManager.track", "self module function guard_type state"),
    ("shadow", "ShadowExecutor.shadow_execute", "self func_key patched_func patched_result"),
)


def module_of(name):
    """A module of CodeSuture, imported."""
    return __import__("codesuture." + name, fromlist=["_"])


def misfits():
    """What is not as expected in the CodeSuture that is installed; empty when all hooks fit."""
    import codesuture

    found = []
    if not str(getattr(codesuture, "__version__", "")).startswith("1.1."):
        found.append("version")
    for module, path, wanted in _HOOKED:
        try:
            target = module_of(module)
            for part in path.split("."):
                target = getattr(target, part)
            names = list(inspect.signature(target).parameters)
        except (ImportError, AttributeError, TypeError, ValueError):
            found.append(path)
            continue
        wanted = wanted.split(" ")
        if names[: len(wanted)] != wanted:
            found.append(path)
    return found


def tame_thread_tracing():
    """Replaces the function that interrupts other threads on CPython 3.11 (spec 2.1, rule 3)."""

    def _install_trace_on_all_threads(trace_fn):
        sys.settrace(trace_fn)
        threading.settrace(trace_fn)

    for name in ("tracer", "cli"):
        module = module_of(name)
        if hasattr(module, "_install_trace_on_all_threads"):
            module._install_trace_on_all_threads = _install_trace_on_all_threads
