"""What the hooks saw, as events and counts (spec 8.4 and 10)."""

from . import incidents

_VALUE_LENGTH = 200


class Watcher:
    """Turns what happens in CodeSuture into events. Every method is quick and takes no lock."""

    def __init__(self, events, clock, share_values):
        self._events = events
        self._clock = clock
        self._share_values = share_values
        self.etag_of = lambda patch_id: None
        self.alert_file = lambda incident_id: None
        self.verdicts = {}

    def now_text(self):
        """The present time of the agent as text."""
        return self._clock.text()

    def patched(self, record, fresh):
        """A layer was added to a record."""
        change = "added" if fresh or len(record.layers) == 1 else "layer"
        self.patch_changed(record.id, change)

    def patch_changed(self, patch_id, change):
        """Event ``patch``; the etag is worked out later, on a bridge thread."""
        self._events.put(
            "patch",
            lambda: {"patch_id": patch_id, "etag": self.etag_of(patch_id), "change": change},
        )

    def incident(self, record):
        """Event ``incident``: the record of CodeSuture without values unless they are shared."""
        self._events.put("incident", incidents.shown(record.to_dict(), self._share_values()))

    def alert(self, record):
        """Event ``alert`` after routing."""
        incident_id, severity = record.incident_id, record.severity.value
        self._events.put(
            "alert",
            lambda: {
                "incident_id": incident_id, "severity": severity,
                "file": self.alert_file(incident_id),
            },
        )

    def tracked(self, row, known):
        """Event ``lifecycle`` for each transition that is new since ``known`` of them."""
        for step in row.transitions[known or 0 :]:
            self.row_changed(row.patch_id, step["from"], step["to"], step["reason"])

    def row_changed(self, row_id, before, after, reason):
        """Event ``lifecycle``."""
        self._events.put(
            "lifecycle",
            {"id": row_id, "from": before, "to": after, "reason": str(reason)[:_VALUE_LENGTH]},
        )

    def verdict(self, record, result, foreign):
        """Event ``verdict`` and the counts of ``GET /v1/verdicts``."""
        name = "shadow_error" if foreign else getattr(result.verdict, "value", str(result.verdict))
        data = {
            "patch_id": record.id if record else None,
            "module": record.module if record else None,
            "qualname": record.qualname if record else result.function_name,
            "verdict": name,
            "original_exception": str(result.original_exception).partition(":")[0] or None,
        }
        if foreign:
            data["note"] = "foreign-original"
        if self._share_values():
            data["original_result"] = repr(result.original_result)[:_VALUE_LENGTH]
            data["patched_result"] = repr(result.patched_result)[:_VALUE_LENGTH]
        key = (data["patch_id"] or data["qualname"], name)
        self._count(key, data)
        self._events.put("verdict", data, key)

    def _count(self, key, data):
        known = self.verdicts.get(key[0])
        counts = dict(known["counts"]) if known else {}
        counts[key[1]] = counts.get(key[1], 0) + 1
        self.verdicts[key[0]] = {"at": self.now_text(), **data, "counts": counts}

    def command(self, command):
        """Event ``command``."""
        self._events.put(
            "command", {"id": command.id, "kind": command.kind, "state": command.state}
        )

    def hold(self, patch_id, change):
        """Event ``hold``: set, released or ended."""
        self._events.put("hold", {"patch_id": patch_id, "change": change})

    def bye(self):
        """Event ``bye``, best effort."""
        self._events.put("bye", {"reason": "exit"})
