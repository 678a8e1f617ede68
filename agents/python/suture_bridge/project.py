"""The project folder of one agent: where CodeSuture keeps its data and the bridge its own."""

import json
import os

from . import files

FOLDER = ".codesuture_bridge"


class Project:
    """Paths below the working directory of the patched process, fixed once at start."""

    def __init__(self, root):
        self.root = os.path.abspath(root)
        self.store = os.path.join(self.root, ".codesuture_store")
        self.incidents = os.path.join(self.root, ".codesuture_incidents")
        self.bridge = os.path.join(self.root, FOLDER)
        self.trash = os.path.join(self.bridge, "trash")

    def prepare(self):
        """Makes the private folders (mode 0700). OSError when that cannot be done."""
        files.make_private_folder(self.bridge)
        files.make_private_folder(self.trash)

    def own(self, name):
        """The path of one of the bridge's own files."""
        return os.path.join(self.bridge, name)

    def write_agent_file(self, instance, port, authority):
        """Writes ``agent.json``: pid, instance, port, authority; no secrets."""
        entry = {
            "pid": os.getpid(), "instance": instance, "port": port, "authority": authority,
        }
        files.replace_whole(self.own("agent.json"), json.dumps(entry).encode())

    def remove_agent_file(self, instance):
        """Removes ``agent.json`` when it is still that of this instance."""
        entry = files.read_json(self.bridge, "agent.json")
        if isinstance(entry, dict) and entry.get("instance") == instance:
            try:
                os.unlink(self.own("agent.json"))
            except OSError:
                pass

    def living_agent(self):
        """The pid of another live process that ``agent.json`` names, or None."""
        entry = files.read_json(self.bridge, "agent.json")
        pid = entry.get("pid") if isinstance(entry, dict) else None
        if type(pid) is not int or pid <= 0 or pid == os.getpid():
            return None
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return None
        except OSError:
            return pid
        return pid
