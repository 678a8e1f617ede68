"""States of patches."""

import json
import os
import threading
from dataclasses import dataclass, field
from datetime import datetime, timezone
from enum import Enum


def _now():
    return datetime.now(timezone.utc).isoformat()


class PatchState(Enum):
    DETECTED = "detected"
    PATCHED = "patched"
    REPLAYED = "replayed"
    PERSISTED = "persisted"
    SUGGESTED = "suggested"
    VERIFIED = "verified"
    FIXED = "fixed"
    EXPIRED = "expired"
    ROLLED_BACK = "rolled_back"


@dataclass
class PatchLifecycle:
    patch_id: str = ""
    function_name: str = ""
    module: str = ""
    guard_type: str = ""
    current_state: PatchState = PatchState.DETECTED
    created_at: str = field(default_factory=_now)
    updated_at: str = field(default_factory=_now)
    ttl_days: int = 7
    transitions: list = field(default_factory=list)

    def transition_to(self, new_state, reason=""):
        self.updated_at = _now()
        self.transitions.append({
            "from": self.current_state.value, "to": new_state.value, "at": self.updated_at,
            "reason": reason,
        })
        self.current_state = new_state

    def to_dict(self):
        entry = dict(vars(self))
        entry["current_state"] = self.current_state.value
        return entry

    @classmethod
    def from_dict(cls, data):
        return cls(**{**data, "current_state": PatchState(data["current_state"])})


class LifecycleManager:
    def __init__(self, store_dir=".codesuture_incidents"):
        os.makedirs(store_dir, exist_ok=True)
        self._lifecycle_file = os.path.join(store_dir, "lifecycle.json")
        self._lock = threading.Lock()
        self._patches = {}
        if os.path.isfile(self._lifecycle_file):
            with open(self._lifecycle_file, encoding="utf-8") as file:
                for pid, data in json.load(file).items():
                    self._patches[pid] = PatchLifecycle.from_dict(data)

    def _make_id(self, module, function, guard_type):
        return f"{module}:{function}:{guard_type}"

    def _save(self):
        with open(self._lifecycle_file, "w", encoding="utf-8") as file:
            json.dump({pid: p.to_dict() for pid, p in self._patches.items()}, file, indent=2)

    def track(self, module, function, guard_type, state=PatchState.PATCHED, ttl_days=7, reason=""):
        pid = self._make_id(module, function, guard_type)
        with self._lock:
            if pid not in self._patches:
                self._patches[pid] = PatchLifecycle(
                    pid, function, module, guard_type, ttl_days=ttl_days
                )
            patch = self._patches[pid]
            if patch.current_state != state:
                patch.transition_to(state, reason)
            self._save()
            return patch
