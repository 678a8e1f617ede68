"""Sees exceptions as they are raised, and patches the function they are raised in."""

import gc
import os
import sys
import threading
import types

from codesuture.code_replacer import get_function_from_frame, replace_function_code
from codesuture.guard_synthesizer import synthesize_guarded_code
from codesuture.pattern_matcher import analyze_exception

_PREFIXES = tuple(
    os.path.abspath(path) + os.sep
    for path in (sys.prefix, sys.base_prefix, os.path.dirname(__file__))
)


def _is_internal_frame(frame):
    name = frame.f_code.co_filename
    return name.startswith("<") or os.path.abspath(name).startswith(_PREFIXES)


class CodeSutureTracer:
    def __init__(self, dry_run=False, log_file=None, max_retries=3, autonomous=False,
                 script_path=None, verbose=False, shadow=False, ttl=7, silent=False,
                 rewind=False, rewind_depth=500):
        from codesuture.alerts.router import AlertRouter
        from codesuture.incidents.incident_log import IncidentLogger
        from codesuture.lifecycle import LifecycleManager

        self.dry_run = dry_run
        self.max_retries = max_retries
        self.shadow_mode = shadow
        self.ttl = ttl
        self.silent = silent
        self._patched_codes = {}
        self._arguments = {}
        self.shadow_executor = None
        if shadow:
            from codesuture.shadow import ShadowExecutor

            self.shadow_executor = ShadowExecutor()
        self.attempts = {}
        self.stats = {"patched": 0}
        self._handled_exc_ids = set()
        self._patch_lock = threading.Lock()
        self._state_lock = threading.Lock()
        self._incident_logger = IncidentLogger()
        self._alert_router = AlertRouter()
        self._lifecycle_mgr = LifecycleManager()

    def __call__(self, frame, event, arg):
        if getattr(threading.current_thread(), "_is_codesuture_shadow", False):
            return None
        if self.shadow_mode and id(frame.f_code) in self._patched_codes:
            self._shadow(frame, event, arg)
        if event == "exception":
            self._handle_exception(frame, *arg)
        return self

    def _shadow(self, frame, event, arg):
        if event == "call":
            count = frame.f_code.co_argcount
            names = frame.f_code.co_varnames[:count]
            self._arguments[id(frame)] = {n: frame.f_locals[n] for n in names}
        elif event == "return":
            arguments = self._arguments.pop(id(frame), {})
            function = get_function_from_frame(frame)
            if function:
                key = f"{frame.f_code.co_filename}:{frame.f_code.co_name}"
                guard = self._patched_codes[id(frame.f_code)]
                self.shadow_executor.shadow_execute(
                    key, function, arg, args=(), kwargs=arguments, guard_type=guard
                )

    def _handle_exception(self, frame, exc_type, exc_value, exc_tb, thread=None):
        if _is_internal_frame(frame) or id(exc_value) in self._handled_exc_ids:
            return
        from codesuture.persistence import HEALED_FUNCTIONS, _heal_key

        func = get_function_from_frame(frame)
        if func and _heal_key(func.__module__, func.__qualname__) in HEALED_FUNCTIONS:
            return
        spec = analyze_exception(frame, exc_type, exc_value, exc_tb)
        if spec is None:
            return
        key = (id(frame.f_code), frame.f_lasti)
        with self._state_lock:
            tries = self.attempts.get(key, 0)
            if tries >= self.max_retries:
                return
            self.attempts[key] = tries + 1
        if self.dry_run:
            return
        self._patch(frame, func, spec, exc_type, exc_value)

    def _patch(self, frame, func, spec, exc_type, exc_value):
        from codesuture.guard_synthesizer import PatchRejectedError
        from codesuture.persistence import save_patch

        old_code = frame.f_code
        try:
            new_code = synthesize_guarded_code(old_code, spec).to_code()
            self._persist_patch(frame, old_code, new_code, func)
            if func is not None:
                replace_function_code(func, new_code)
            with self._patch_lock:
                save_patch(func, new_code, spec, self.ttl)
                if self.shadow_mode:
                    self._patched_codes[id(new_code)] = spec.strategy
                    key = f"{old_code.co_filename}:{old_code.co_name}"
                    self.shadow_executor.register_original(key, old_code)
        except PatchRejectedError:
            return
        except Exception as error:
            print(f"[CodeSuture] Patch failed: {error}")
            return
        with self._state_lock:
            self.stats["patched"] += 1
            self._handled_exc_ids.add(id(exc_value))
        if not self.silent:
            print(f"[CodeSuture] Patch applied to {old_code.co_name}().")
        self._log_incident(frame, exc_type, exc_value, spec, func)

    def _persist_patch(self, frame, old_code, new_code, func=None):
        for ref in gc.get_referrers(old_code):
            if isinstance(ref, types.FunctionType) and ref.__code__ is old_code:
                ref.__code__ = new_code

    def _log_incident(self, frame, exc_type, exc_value, spec, func):
        from codesuture.incidents.incident import IncidentRecord, Severity
        from codesuture.lifecycle import PatchState

        name = func.__qualname__ if func else frame.f_code.co_name
        module = func.__module__ if func else "__main__"
        incident = IncidentRecord(
            exception_type=exc_type.__name__, exception_message=str(exc_value), module=module,
            function=name, line_number=frame.f_lineno, file_path=frame.f_code.co_filename,
            stack_trace=[f"{name} at {frame.f_lineno}"], severity=Severity.HIGH,
            guard_type=spec.strategy, target_variable=spec.var_name,
            default_value=spec.default_value, suggested_fix="str(...)",
        )
        self._incident_logger.log_incident(incident)
        self._alert_router.route(incident)
        reason = f"{exc_type.__name__}: {exc_value}"
        for state, text in ((PatchState.PATCHED, reason), (PatchState.SUGGESTED, "")):
            self._lifecycle_mgr.track(
                module=module, function=name, guard_type=spec.strategy, state=state, reason=text
            )


def _install_trace_on_all_threads(trace_fn):
    import ctypes

    sys.settrace(trace_fn)
    threading.settrace(trace_fn)
    for thread in threading.enumerate():
        if thread is not threading.current_thread():
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), None)


def _install_monitoring_engine(tracer):
    monitoring = sys.monitoring
    monitoring.use_tool_id(monitoring.DEBUGGER_ID, "CodeSuture")

    def on_raise(code, offset, exception):
        if getattr(threading.current_thread(), "_is_codesuture_shadow", False):
            return
        frame = sys._getframe(1)
        while frame is not None and frame.f_code is not code:
            frame = frame.f_back
        if frame is not None:
            tracer._handle_exception(frame, type(exception), exception, exception.__traceback__)

    monitoring.register_callback(monitoring.DEBUGGER_ID, monitoring.events.RAISE, on_raise)
    monitoring.set_events(monitoring.DEBUGGER_ID, monitoring.events.RAISE)


def install(**options):
    tracer = CodeSutureTracer(**options)
    if sys.version_info >= (3, 12) and not options.get("shadow"):
        _install_monitoring_engine(tracer)
    else:
        _install_trace_on_all_threads(tracer)
    return tracer


def uninstall():
    if sys.version_info >= (3, 12):
        monitoring = sys.monitoring
        if monitoring.get_tool(monitoring.DEBUGGER_ID):
            monitoring.set_events(monitoring.DEBUGGER_ID, 0)
            monitoring.free_tool_id(monitoring.DEBUGGER_ID)
    sys.settrace(None)
    threading.settrace(None)
