"""The hooks into CodeSuture (spec 2.2) and what they do."""

import functools
import os
import sys
import threading
import time

from . import memory
from .fit import module_of
from .holds import MARK
from .store import base_name

_OWN_FOLDER = os.path.dirname(os.path.abspath(__file__)) + os.sep
_OWN_FOLDER_AS_COMPILED = os.path.dirname(__file__) + os.sep
STUCK_SECONDS = 10.0

def is_own(code):
    """Whether a code object belongs to the bridge itself."""
    return code.co_filename.startswith((_OWN_FOLDER, _OWN_FOLDER_AS_COMPILED))


class Host:
    """The live CodeSuture of this process, as far as the bridge has to do with it."""

    def __init__(self, book, holds, store, watcher):
        self._book = book
        self._holds = holds
        self._store = store
        self._watcher = watcher
        self.tracer = None
        self.hook_errors = 0
        self.off = False
        self._handling = set()
        self._shadows = {}
        self._last_layer = threading.local()

    @property
    def executor(self):
        """The shadow executor or None."""
        return getattr(self.tracer, "shadow_executor", None)

    def shadow_stuck(self):
        """How many shadow runs are older than 10 s."""
        limit = time.monotonic() - STUCK_SECONDS
        return sum(1 for start in list(self._shadows.values()) if start < limit)

    def wait_for_handlers(self, seconds):
        """Waits until every crash that is being handled now is done with; False on a timeout."""
        busy = set(self._handling)
        end = time.monotonic() + seconds
        while busy & self._handling:
            if time.monotonic() > end:
                return False
            time.sleep(0.005)
        return True

    def install(self):
        """Puts all hooks in place; call only when ``fit.misfits`` found nothing."""
        tracer = module_of("tracer")
        cls = tracer.CodeSutureTracer
        cls.__init__ = self._wrap_init(cls.__init__)
        cls._persist_patch = self._wrap_persist(cls._persist_patch)
        cls._handle_exception = self._wrap_handle(cls._handle_exception)
        replacer = module_of("code_replacer")
        replacer.replace_function_code = self._wrap_replace(replacer.replace_function_code)
        tracer.replace_function_code = replacer.replace_function_code
        for module, owner, name, after in (
            ("incidents.incident_log", "IncidentLogger", "log_incident", self._after_incident),
            ("alerts.router", "AlertRouter", "route", self._after_alert),
        ):
            owner = getattr(module_of(module), owner)
            setattr(owner, name, self._wrap_after(getattr(owner, name), after))
        manager = module_of("lifecycle").LifecycleManager
        manager.track = self._wrap_track(manager.track)
        executor = module_of("shadow").ShadowExecutor
        executor.shadow_execute = self._wrap_shadow(executor.shadow_execute)

    def _safely(self, work, *arguments):
        """Runs a hook body; what it raises is counted and never leaves the hook.

        In a forked child nothing is recorded: a lock may have been held by a thread of the parent.
        """
        if self.off:
            return None
        return self._counted(work, *arguments)

    def _counted(self, work, *arguments):
        try:
            return work(*arguments)
        except Exception:
            self.hook_errors += 1
            return None

    def _wrap_init(self, original):
        @functools.wraps(original)
        def __init__(tracer, *arguments, **options):
            original(tracer, *arguments, **options)
            self.tracer = tracer

        return __init__

    def _wrap_handle(self, original):
        @functools.wraps(original)
        def _handle_exception(tracer, frame, exc_type, exc_value, exc_tb, thread=None):
            if self._counted(self._leave_alone, frame, exc_value):
                return None
            token = object()
            self._handling.add(token)
            try:
                return original(tracer, frame, exc_type, exc_value, exc_tb, thread)
            finally:
                self._handling.discard(token)

        return _handle_exception

    def _leave_alone(self, frame, exc_value):
        """Whether this crash is not CodeSuture's: the bridge's own, or of a held function."""
        code = frame.f_code
        if is_own(code):
            return True
        mark = getattr(exc_value, MARK, None)
        if mark is not None and self._holds.get(mark) is not None:
            return True
        hold = self._holds.covering(code, frame.f_globals.get("__name__"))
        if hold is None:
            return False
        setattr(exc_value, MARK, hold.patch_id)
        return True

    def _refuse_held(self, code, module):
        """Ends the patching of a held function the way CodeSuture ends a rejected patch.

        That is an answer, not an error: skipping the call silently would let the middlewares
        replay the request as if the function had been patched.
        """
        if self._counted(self._holds.covering, code, module) is not None:
            raise module_of("guard_synthesizer").PatchRejectedError("held by the operator")

    def _wrap_persist(self, original):
        @functools.wraps(original)
        def _persist_patch(tracer, frame, old_code, new_code, func=None):
            self._refuse_held(old_code, frame.f_globals.get("__name__"))
            spec = sys._getframe(1).f_locals.get("spec")
            self._safely(self._record, func, old_code, new_code, spec, "crash", frame)
            return original(tracer, frame, old_code, new_code, func)

        return _persist_patch

    def _wrap_replace(self, original):
        @functools.wraps(original)
        def replace_function_code(func, new_code):
            old_code = getattr(func, "__code__", None)
            if old_code is not None and old_code is not new_code:
                self._refuse_held(old_code, getattr(func, "__globals__", {}).get("__name__"))
                caller = sys._getframe(1)
                loaded = caller.f_globals.get("__name__") == "codesuture.persistence"
                origin = "store" if loaded else "crash"
                spec = caller.f_locals.get("spec")
                self._safely(self._record, func, old_code, new_code, spec, origin, None)
            return original(func, new_code)

        return replace_function_code

    def _record(self, func, old_code, new_code, spec, origin, frame):
        functions = memory.holders([old_code])
        if func is None and functions:
            func = functions[0]
        if func is not None:
            names = (func.__module__, func.__qualname__)
            if func not in functions:
                functions.append(func)
        else:
            names = (frame.f_globals.get("__name__", "__main__"), old_code.co_qualname)
        guard, at = getattr(spec, "strategy", None), self._watcher.now_text()
        if origin == "store":
            metadata = self._store.metadata(base_name(*names)) or {}
            guard = guard or metadata.get("guard_type")
            at = str(metadata.get("patched_at") or at)
        record, layer, fresh = self._book.add(
            old_code, new_code, functions, names, str(guard or "unknown"), at, origin
        )
        self._last_layer.value = layer
        if layer is not None:
            self._watcher.patched(record, fresh)

    def _wrap_after(self, original, after):
        @functools.wraps(original)
        def hooked(target, incident):
            result = original(target, incident)
            self._safely(after, target, incident)
            return result

        return hooked

    def _after_incident(self, logger, incident):
        layer = getattr(self._last_layer, "value", None)
        self._last_layer.value = None
        if layer is not None and layer.guard_type == "unknown" and incident.guard_type:
            layer.guard_type = incident.guard_type
        self._watcher.incident(incident)

    def _after_alert(self, router, incident):
        self._watcher.alert(incident)

    def _wrap_track(self, original):
        @functools.wraps(original)
        def track(manager, module, function, guard_type, *arguments, **options):
            known = self._safely(self._row_state, manager, module, function, guard_type)
            result = original(manager, module, function, guard_type, *arguments, **options)
            self._safely(self._watcher.tracked, result, known)
            return result

        return track

    @staticmethod
    def _row_state(manager, module, function, guard_type):
        row = manager._patches.get(manager._make_id(module, function, guard_type))
        return len(row.transitions) if row is not None else 0

    def _wrap_shadow(self, original):
        @functools.wraps(original)
        def shadow_execute(executor, func_key, patched_func, *arguments, **options):
            token = object()
            record = self._book.find(getattr(patched_func, "__code__", None))
            self._shadows[token] = time.monotonic()
            try:
                result = original(executor, func_key, patched_func, *arguments, **options)
            finally:
                self._shadows.pop(token, None)
                self._safely(self._undo_swap, record, patched_func)
            self._safely(self._verdict, executor, func_key, record, result)
            return result

        return shadow_execute

    def _undo_swap(self, record, function):
        """Sets the original again when the swap of a shadow run ended after a rollback."""
        if record is None or self._holds.get(record.id) is None:
            return
        if id(function.__code__) in record.codes:
            function.__code__ = record.original

    def _verdict(self, executor, func_key, record, result):
        original = executor._original_codes.get(func_key)
        foreign = record is not None and id(original) not in record.originals
        self._watcher.verdict(record, result, foreign and original is not None)
