"""WSGI: patches the function that crashed and asks the application once more."""

import sys


class CodeSutureMiddleware:
    def __init__(self, app):
        self.app = app
        self._retried = set()

    def __call__(self, environ, start_response):
        try:
            return self.app(environ, start_response)
        except Exception as exc:
            return self._retry(exc, environ, start_response)

    def _retry(self, exc, environ, start_response):
        last = sys.exc_info()[2]
        while last.tb_next:
            last = last.tb_next
        frame = last.tb_frame
        key = (type(exc).__name__, frame.f_code.co_filename, frame.f_code.co_name, frame.f_lineno)
        if key in self._retried:
            raise exc
        try:
            from codesuture.code_replacer import get_function_from_frame, replace_function_code
            from codesuture.guard_synthesizer import synthesize_guarded_code
            from codesuture.pattern_matcher import analyze_exception

            spec = analyze_exception(frame, type(exc), exc, last)
            func = get_function_from_frame(frame)
            if spec is None or func is None:
                raise exc
            new_code = synthesize_guarded_code(frame.f_code, spec).to_code()
            replace_function_code(func, new_code)
            self._retried.add(key)
            return self.app(environ, start_response)
        except Exception:
            raise exc
