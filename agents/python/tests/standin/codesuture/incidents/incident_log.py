"""The daily files."""

import json
import os
import threading
from datetime import datetime, timezone


class IncidentLogger:
    def __init__(self, log_dir=".codesuture_incidents"):
        self.log_dir = log_dir
        self._lock = threading.Lock()
        os.makedirs(log_dir, exist_ok=True)

    def log_incident(self, incident):
        name = datetime.now(timezone.utc).strftime("incidents_%Y-%m-%d.jsonl")
        with self._lock, open(os.path.join(self.log_dir, name), "a", encoding="utf-8") as file:
            file.write(json.dumps(incident.to_dict(), default=str) + "\n")
        return incident.incident_id
