"""What is known about patched functions in this process (spec 7.2): records and their identity."""

import hashlib
import threading
import weakref
from dataclasses import dataclass

from .codehash import code_hash


@dataclass
class Layer:
    """One guard on a function. ``code`` is None when only a store file is known."""

    guard_type: str
    at: str
    sha256: str
    code: object = None

    def entry(self):
        """The members of this layer in a patch."""
        return {"guard_type": self.guard_type, "at": self.at, "code_sha256": self.sha256}


def patch_id(module, qualname, file, line):
    """``p_`` and 24 hex digits: two functions never share an id."""
    text = f"{module}\n{qualname}\n{file}\n{line}"
    return "p_" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def etag(original_sha256, layers, store_files):
    """The 32 hex digits that say "the patch the operator saw"."""
    lines = [f"o {original_sha256 or ''}"]
    lines += [f"c {layer.sha256}" for layer in layers]
    lines += [f"f {file.name} {file.sha256}" for file in store_files]
    text = "".join(line + "\n" for line in lines)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


class Record:
    """One patched function of this process: original code, layers, live functions."""

    def __init__(self, module, qualname, original, origin):
        self.module = module
        self.qualname = qualname
        self.original = original
        self.original_sha256 = code_hash(original)
        self.file = original.co_filename
        self.line = original.co_firstlineno
        self.id = patch_id(module, qualname, self.file, self.line)
        self.origin = origin
        self.layers = []
        self.originals = {id(original): original}
        self.codes = {}
        self.functions = weakref.WeakSet()

    def state(self):
        """(memory state, number of patched functions) from the functions known so far."""
        live = list(self.functions)
        patched = sum(1 for f in live if id(f.__code__) in self.codes)
        if not live:
            return "absent", 0
        if patched == 0:
            return "original", 0
        return ("patched" if patched == len(live) else "mixed"), patched


class PatchBook:
    """All records of this process, found by the identity of a code object or by patch id."""

    def __init__(self):
        self._lock = threading.RLock()
        self._records = {}
        self._by_code = {}

    def all(self):
        """All records, in the order in which they were made."""
        with self._lock:
            return list(self._records.values())

    def get(self, identity):
        """The record with this patch id or None."""
        return self._records.get(identity)

    def find(self, code):
        """The record that this very code object belongs to, as original or patched, or None."""
        return self._by_code.get(id(code))

    def add(self, old_code, new_code, functions, names, guard_type, at, origin):
        """Records that ``new_code`` takes the place of ``old_code``.

        ``names`` is (module, qualname) for a new record. Returns (record, the new layer or None,
        whether the record is new); a code equal to the newest layer is no new layer.
        """
        with self._lock:
            record = self._by_code.get(id(old_code))
            fresh = record is None
            if fresh:
                record = self._adopt(Record(*names, old_code, origin), old_code)
            if origin == "crash":
                record.origin = "crash"
            record.functions.update(functions)
            self._by_code[id(new_code)] = record
            record.codes[id(new_code)] = new_code
            sha256 = code_hash(new_code)
            if any(layer.sha256 == sha256 for layer in record.layers):
                return record, None, fresh
            layer = Layer(guard_type, at, sha256, new_code)
            record.layers.append(layer)
            return record, layer, fresh

    def _adopt(self, record, code):
        """A record with the same id (the script ran again) takes the new original code, too."""
        known = self._records.get(record.id)
        if known is not None and known.original_sha256 == record.original_sha256:
            record = known
            record.originals[id(code)] = code
        self._records[record.id] = record
        self._by_code[id(code)] = record
        return record

    def clear_layers(self, record):
        """Takes the layers off a record after a rollback and gives them back."""
        with self._lock:
            layers, record.layers = record.layers, []
            return layers

    def restore_layers(self, record, layers):
        """Puts layers back on a record for a re-apply."""
        with self._lock:
            record.layers = list(layers)
            for layer in layers:
                if layer.code is not None:
                    record.codes[id(layer.code)] = layer.code
                    self._by_code[id(layer.code)] = record
