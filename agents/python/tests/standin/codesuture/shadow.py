"""Runs the original code once more and compares."""

import concurrent.futures
import threading
from dataclasses import dataclass
from enum import Enum


class ShadowVerdict(Enum):
    PATCH_JUSTIFIED = "patch_justified"
    PATCH_UNNECESSARY = "patch_unnecessary"
    PATCH_DIVERGENT = "patch_divergent"
    SHADOW_ERROR = "shadow_error"
    NOT_RUN = "not_run"


@dataclass
class ShadowResult:
    verdict: ShadowVerdict = ShadowVerdict.NOT_RUN
    original_exception: str = ""
    original_result: object = None
    patched_result: object = None
    function_name: str = ""
    guard_type: str = ""


class ShadowExecutor:
    def __init__(self):
        self._original_codes = {}
        self._lock = threading.Lock()
        self._func_locks = {}

    def register_original(self, func_key, original_code):
        with self._lock:
            self._original_codes.setdefault(func_key, original_code)

    def shadow_execute(self, func_key, patched_func, patched_result, args=(), kwargs=None,
                       guard_type=""):
        result = ShadowResult(
            function_name=func_key, guard_type=guard_type, patched_result=patched_result
        )
        original = self._original_codes.get(func_key)
        if original is None:
            result.verdict = ShadowVerdict.SHADOW_ERROR
            return result
        with self._lock:
            lock = self._func_locks.setdefault(func_key, threading.Lock())
        with lock:
            current = patched_func.__code__
            patched_func.__code__ = original

            def in_shadow():
                threading.current_thread()._is_codesuture_shadow = True
                return patched_func(*args, **(kwargs or {}))

            try:
                with concurrent.futures.ThreadPoolExecutor(1) as pool:
                    result.original_result = pool.submit(in_shadow).result(timeout=5)
                same = result.original_result == patched_result
                result.verdict = (
                    ShadowVerdict.PATCH_UNNECESSARY if same else ShadowVerdict.PATCH_DIVERGENT
                )
            except concurrent.futures.TimeoutError:
                result.verdict = ShadowVerdict.SHADOW_ERROR
            except Exception as error:
                result.original_exception = f"{type(error).__name__}: {error}"
                result.verdict = ShadowVerdict.PATCH_JUSTIFIED
            finally:
                patched_func.__code__ = current
        return result
