"""ASGI: patches the function that crashed and asks the application once more."""

import sys


class CodeSutureASGIMiddleware:
    def __init__(self, app, max_retries=2, silent=False):
        from codesuture.incidents.incident_log import IncidentLogger

        self.app = app
        self._patched_ids = set()
        self._incident_logger = IncidentLogger()

    async def __call__(self, scope, receive, send):
        try:
            await self.app(scope, receive, send)
        except Exception as exc:
            await self._retry(exc, scope, receive, send)

    async def _retry(self, exc, scope, receive, send):
        from codesuture.code_replacer import get_function_from_frame, replace_function_code
        from codesuture.guard_synthesizer import synthesize_guarded_code
        from codesuture.incidents.incident import IncidentRecord, IncidentStatus, Severity
        from codesuture.pattern_matcher import analyze_exception

        last = sys.exc_info()[2]
        while last.tb_next:
            last = last.tb_next
        frame = last.tb_frame
        key = (type(exc).__name__, frame.f_code.co_filename, frame.f_code.co_name, frame.f_lineno)
        try:
            spec = analyze_exception(frame, type(exc), exc, last)
            func = get_function_from_frame(frame)
            if key in self._patched_ids or spec is None or func is None:
                raise exc
            new_code = synthesize_guarded_code(frame.f_code, spec).to_code()
            replace_function_code(func, new_code)
            self._patched_ids.add(key)
            self._incident_logger.log_incident(IncidentRecord(
                exception_type=type(exc).__name__, module=func.__module__,
                function=frame.f_code.co_name, severity=Severity.HIGH,
                status=IncidentStatus.REPLAYED, guard_type=spec.strategy,
            ))
            await self.app(scope, receive, send)
        except Exception:
            await send({"type": "http.response.start", "status": 500, "headers": []})
            await send({"type": "http.response.body", "body": b"crash"})
