"""WSGI and ASGI programs under the bridge."""

import os
import unittest
import urllib.error
import urllib.request

from harness import LabCase, wait_for


class Web(LabCase):
    """With and without the tracer: ``--dry-run`` leaves all patching to the middlewares."""

    def web(self, *arguments):
        lab = self.lab(start=False)
        lab.add_app("web.py")
        lab.start(*arguments, app="web.py")
        wait_for(lambda: os.path.exists(lab.path("web.ports")), what="the servers")
        with open(lab.path("web.ports")) as file:
            lab.wsgi, lab.asgi = map(int, file.read().split())
        return lab

    @staticmethod
    def fetch(port):
        """(status, text) of a GET."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def test_wsgi_and_asgi_programs_under_the_tracer(self):
        self._loop(self.web())

    def test_wsgi_and_asgi_programs_under_the_middlewares_alone(self):
        self._loop(self.web("--dry-run"))

    def _loop(self, lab):
        console = lab.console()
        for port, name, healed in ((lab.wsgi, "wsgi_label", "wsgi 5"),
                                   (lab.asgi, "asgi_label", "asgi 5")):
            self.fetch(port)
            self.assertEqual(self.fetch(port), (200, healed))
            patch = console.patch(name)
            self.assertEqual(patch["memory"], {"state": "patched", "functions": 1})
            self.assertEqual([l["guard_type"] for l in patch["layers"]], ["str_coerce_guard"])
            self.done(console.rollback(patch))
            for _ in range(3):
                self.assertEqual(self.fetch(port)[0], 500)
            now = console.patch(name)
            self.assertEqual((now["memory"]["state"], now["held"]), ("original", True))
        self.assertEqual(console.get("/v1/agent").json["health"]["hook_errors"], 0)


if __name__ == "__main__":
    unittest.main()
