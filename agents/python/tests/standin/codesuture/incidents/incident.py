"""One record of a crash."""

import sys
import uuid
from dataclasses import asdict, dataclass, field
from datetime import datetime, timezone
from enum import Enum


class Severity(Enum):
    CRITICAL = "CRITICAL"
    HIGH = "HIGH"
    MEDIUM = "MEDIUM"
    LOW = "LOW"


class IncidentStatus(Enum):
    PATCHED = "patched"
    REPLAYED = "replayed"


@dataclass
class IncidentRecord:
    incident_id: str = field(default_factory=lambda: uuid.uuid4().hex[:12])
    timestamp: str = field(default_factory=lambda: datetime.now(timezone.utc).isoformat())
    exception_type: str = ""
    exception_message: str = ""
    module: str = ""
    function: str = ""
    line_number: int = 0
    file_path: str = ""
    stack_trace: list = field(default_factory=list)
    severity: Severity = Severity.MEDIUM
    status: IncidentStatus = IncidentStatus.PATCHED
    guard_type: str = ""
    target_variable: str = ""
    default_value: object = None
    suggested_fix: str | None = None
    python_version: str = ".".join(map(str, sys.version_info[:3]))
    ttl_days: int = 7

    def to_dict(self):
        entry = asdict(self)
        entry["severity"] = self.severity.value
        entry["status"] = self.status.value
        return entry
