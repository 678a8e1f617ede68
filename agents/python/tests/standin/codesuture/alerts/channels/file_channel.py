"""Alert files and ``unread.md``."""

import os
import threading
from datetime import datetime, timezone


class FileAlertChannel:
    def __init__(self, directory=".codesuture_incidents/alerts"):
        self.directory = directory
        self._lock = threading.Lock()
        os.makedirs(directory, exist_ok=True)

    def send(self, incident):
        moment = datetime.now(timezone.utc)
        name = "ALERT_{}_{}_{}.md".format(
            moment.strftime("%Y-%m-%d_%H%M%S"), incident.severity.value, incident.incident_id
        )
        with self._lock:
            with open(os.path.join(self.directory, name), "w", encoding="utf-8") as file:
                file.write(f"# {incident.severity.value}\n\n**Incident ID:** {incident.incident_id}\n")
            with open(os.path.join(self.directory, "unread.md"), "a", encoding="utf-8") as file:
                file.write(
                    f"- [{moment:%H:%M:%S}] **{incident.severity.value}** \u2014 "
                    f"{incident.exception_type} in {incident.function}() | [Details]({name})\n"
                )
        return name
