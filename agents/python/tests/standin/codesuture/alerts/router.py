"""Routing by severity; here every alert of HIGH or CRITICAL becomes a file."""

from codesuture.alerts.channels.file_channel import FileAlertChannel


class AlertRouter:
    def __init__(self, config=None):
        self.config = config
        self._file_channel = FileAlertChannel()

    def route(self, incident):
        if incident.severity.value in ("HIGH", "CRITICAL"):
            self._file_channel.send(incident)
