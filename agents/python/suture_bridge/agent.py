"""One agent: all parts of the bridge of this process, put together."""

import os
import secrets
import sys

from . import __version__, files, incidents, recovery
from .catalog import Catalog
from .clock import AgentClock
from .commands import Commands
from .events import Events
from .holds import Holds
from .journal import AUDIT_NAME, NAME, Audit, Journal
from .lifecycle import FileRows, LiveRows
from .limits import COMMANDS_PER_MINUTE
from .patches import PatchBook
from .planner import Planner
from .store import Store
from .threads import BridgeThread
from .trash import Trash
from .watcher import Watcher

ALL_CAPABILITIES = (
    "rollback", "reapply", "mark-fixed", "dismiss", "hold", "preview", "events", "code",
)
READ_ONLY_CAPABILITIES = ("preview", "events", "code")


class Agent:
    """The state that all parts share. ``host`` is None where no CodeSuture runs (``serve``)."""

    sha256 = staticmethod(files.sha256)

    def __init__(self, enrolment, project, script=None, offline=False):
        self.enrolment = enrolment
        self.project = project
        self.script = script
        self.offline = offline
        self.clock = AgentClock()
        self.instance = secrets.token_hex(16)
        self.started_at = self.clock.text()
        self.capabilities = ALL_CAPABILITIES
        self.host = None
        self.forked_children = 0
        self.undone = {}
        self.book = PatchBook()
        self.store = Store(project.store)
        self.trash = Trash(project.trash)
        self.journal = Journal(project.own(NAME))
        self.audit = Audit(project.own(AUDIT_NAME), self.clock)
        self.events = Events(self.instance, self.clock)
        self.watcher = Watcher(self.events, self.clock, self.shares_values)
        self.holds = Holds(
            project.own("holds.json"), lambda hold: self.watcher.hold(hold.patch_id, "ended")
        )
        self.incidents = incidents.IncidentFiles(project.incidents)
        self.alerts = incidents.Alerts(self._alert_folder)
        self.catalog = Catalog(self.book, self.store, self.holds, self.rows, self.rollbacks)
        self.planner = Planner(self)
        self.commands = Commands(self, self.planner)
        self.watcher.etag_of = self._etag_of
        self.watcher.alert_file = self.alerts.file_of
        enrolment.reloaded = lambda ok: self.audit.write("keys-reloaded", outcome=ok)

    def prepare(self):
        """Everything that comes before CodeSuture is imported: folders, holds, cut-off commands."""
        self.project.prepare()
        self.trash.sweep()
        self.holds.load()
        self.commands.load()
        recovery.finish_interrupted(self)
        self.catalog.look_anew()
        self.audit.write("start", pid=os.getpid(), instance=self.instance)

    def start_command_thread(self):
        """Starts the thread that runs commands."""
        BridgeThread("commands", self.commands.run_for_ever).start()

    def leave_in_child(self):
        """In a forked child: holds stay in force, everything else is off."""
        self.events.off = True
        self.holds.frozen = True
        if self.host is not None:
            self.host.off = True

    def ready(self):
        """Whether commands can run: with a CodeSuture, only once its tracer is there."""
        return self.offline or (self.host is not None and self.host.tracer is not None)

    def shares_values(self):
        """Whether the enrolment lets values of the program out."""
        return self.enrolment.current.share_values

    def rows(self):
        """The lifecycle rows: those of the live manager where there is one."""
        manager = getattr(getattr(self.host, "tracer", None), "_lifecycle_mgr", None)
        return LiveRows(manager) if manager is not None else FileRows(self.project.incidents)

    def rollbacks(self):
        """The manifests of all rollbacks whose trash can still be given back."""
        for name in self.trash.all():
            manifest = self.trash.manifest(name)
            if manifest and manifest.get("kind") == "rollback" and not manifest.get("reapplied_by"):
                yield manifest

    def _router(self):
        return getattr(getattr(self.host, "tracer", None), "_alert_router", None)

    def _alert_folder(self):
        channel = getattr(self._router(), "_file_channel", None)
        if channel is not None:
            return os.path.join(self.project.root, channel.directory)
        return incidents.configured_alert_folder(self.project.root)

    def alert_lock(self):
        """The lock of the live alert channel, or None."""
        return getattr(getattr(self._router(), "_file_channel", None), "_lock", None)

    def _etag_of(self, patch_id):
        patch = self.catalog.get(patch_id)
        return patch.etag if patch else None

    def description(self, key):
        """The members of ``GET /v1/agent`` (spec 7.1)."""
        return {
            "protocol": {"min": 1, "max": 1},
            "bridge_version": __version__,
            "agent_id": self.enrolment.current.agent_id,
            "instance": self.instance,
            "started_at": self.started_at,
            "server_time": self.clock.seconds(),
            "process": {
                "pid": os.getpid(), "script": self.script,
                "python": ".".join(map(str, sys.version_info[:3])),
            },
            "codesuture": self._codesuture(),
            "capabilities": list(self.capabilities),
            "key": {"keyid": key.keyid, "role": key.role, "not_after": key.not_after},
            "limits": {"body": 65536, "commands_per_minute": COMMANDS_PER_MINUTE},
            "health": {
                "hook_errors": self.host.hook_errors if self.host else 0,
                "forked_children": self.forked_children,
                "shadow_stuck": self.host.shadow_stuck() if self.host else 0,
                "journal_ok": self.journal.ok,
                "events_dropped": self.events.dropped,
            },
        }

    def _codesuture(self):
        if self.offline:
            return None
        import codesuture

        tracer = getattr(self.host, "tracer", None)
        shadow = bool(getattr(tracer, "shadow_mode", False))
        monitoring = sys.version_info >= (3, 12) and not shadow
        return {
            "version": str(getattr(codesuture, "__version__", "unknown")),
            "engine": "monitoring" if monitoring else "settrace",
            "shadow": shadow,
            "dry_run": bool(getattr(tracer, "dry_run", False)),
        }
