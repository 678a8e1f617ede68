"""The patch store: signed code files, loaded again when functions are defined or imported."""

import hashlib
import hmac
import importlib.abc
import inspect
import json
import marshal
import os
import secrets
import sys
import threading
from datetime import datetime, timezone

CACHE_DIR = ".codesuture_store"
HEALED_FUNCTIONS = set()
ANNOUNCED_HEALED_FUNCTIONS = set()
_store_lock = threading.Lock()


def _key():
    os.makedirs(CACHE_DIR, exist_ok=True)
    path = os.path.join(CACHE_DIR, "secret.key")
    if not os.path.exists(path):
        with open(path, "wb") as file:
            file.write(secrets.token_bytes(32))
    with open(path, "rb") as file:
        return file.read()


def _heal_key(module_name, func_name, key_name=None):
    return f"{module_name}.{func_name}" + (f":{key_name}" if key_name else "")


def _base(module_name, func_name):
    return os.path.join(
        CACHE_DIR, f"{module_name}.{func_name.replace('<', '_').replace('>', '_')}"
    )


def save_patch(func, new_code, spec=None, ttl_days=7, original_code=None):
    if func is None or not getattr(func, "__module__", None):
        return
    data = marshal.dumps(new_code)
    signature = hmac.new(_key(), data, hashlib.sha256).hexdigest()
    base = _base(func.__module__, func.__qualname__)
    with _store_lock:
        with open(base + ".code", "wb") as file:
            file.write(data)
        with open(base + ".json", "w", encoding="utf-8") as file:
            json.dump({
                "func_name": func.__qualname__.replace("<", "_").replace(">", "_"),
                "guard_type": spec.strategy, "target": spec.var_name,
                "default_value": spec.default_value,
                "patched_at": datetime.now(timezone.utc).isoformat(),
                "ttl_days": ttl_days, "code_sha256": signature,
                "thread": threading.current_thread().name,
            }, file, indent=2)


def apply_persisted_patch_to_function(func, module_name, func_name):
    base = _base(module_name, func_name)
    if not os.path.isfile(base + ".code"):
        return False
    with open(base + ".code", "rb") as file:
        data = file.read()
    with open(base + ".json", encoding="utf-8") as file:
        stored = json.load(file).get("code_sha256")
    if hmac.new(_key(), data, hashlib.sha256).hexdigest() != stored:
        print(f"[CodeSuture] WARNING: refusing to load {func_name}")
        return False
    from codesuture.code_replacer import replace_function_code

    replace_function_code(func, marshal.loads(data))
    with _store_lock:
        HEALED_FUNCTIONS.add(_heal_key(module_name, func_name))
    print(f"[CodeSuture] loaded persistent patch for {module_name}.{func_name}")
    return True


def _functions_of(name, value):
    value = getattr(value, "__wrapped__", value)
    if inspect.isfunction(value):
        yield value.__qualname__, value
    elif inspect.isclass(value):
        for member, item in list(vars(value).items()):
            item = item.fget if isinstance(item, property) else getattr(item, "__func__", item)
            if inspect.isfunction(item):
                yield f"{name}.{member}", item


def _apply(module_name, name, value):
    if os.path.isdir(CACHE_DIR):
        for qualname, function in _functions_of(name, value):
            apply_persisted_patch_to_function(function, module_name, qualname)


class CodeSutureGlobals(dict):
    def __init__(self, module_name, initial):
        super().__init__(initial)
        self._module_name = module_name

    def __setitem__(self, key, value):
        dict.__setitem__(self, key, value)
        tracer = sys.gettrace()
        sys.settrace(None)
        try:
            _apply(self._module_name, key, value)
        except Exception:
            pass
        finally:
            sys.settrace(tracer)


def make_persisted_patch_globals(module_name, initial=None):
    return CodeSutureGlobals(module_name, initial or {})


class _Loader(importlib.abc.Loader):
    def __init__(self, loader):
        self.loader = loader

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        self.loader.exec_module(module)
        try:
            for name, value in list(vars(module).items()):
                if getattr(value, "__module__", None) == module.__name__:
                    _apply(module.__name__, name, value)
        except Exception:
            pass

    def __getattr__(self, name):
        return getattr(self.loader, name)


class CodeSutureMetaFinder(importlib.abc.MetaPathFinder):
    def find_spec(self, fullname, path, target=None):
        for finder in sys.meta_path:
            if finder is self or not hasattr(finder, "find_spec"):
                continue
            spec = finder.find_spec(fullname, path, target)
            if spec is not None:
                if hasattr(spec.loader, "exec_module"):
                    spec.loader = _Loader(spec.loader)
                return spec
        return None


def install_import_hook():
    sys.meta_path.insert(0, CodeSutureMetaFinder())
