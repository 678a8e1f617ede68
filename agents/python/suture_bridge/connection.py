"""One connection: one request, one answer, or an event stream (spec 4, 5, 6.3)."""

import select
import socket
import time

from . import checks, http_subset, signatures, strict_json
from .api import Api, read_query
from .problems import Problem
from .threads import say

HEAD_SECONDS = 3.0
BODY_SECONDS = 5.0
WRITE_SECONDS = 5.0
_LINGER_SECONDS = 0.3
_HEARTBEAT_SECONDS = 15.0
_LOOK_SECONDS = 0.5
MAX_BACKLOG = 256 * 1024


class Gone(Exception):
    """The other side went away, or was too slow."""


class Connection:
    """Reads and answers the one request of a socket, on a thread of its own."""

    def __init__(self, sock, server):
        self.sock = sock
        self.server = server
        self.agent = server.agent
        self.since = time.monotonic()
        self.authenticated = False
        self.closing = False

    def cut(self):
        """Ends the connection from another thread."""
        self.closing = True
        try:
            socket.socket.shutdown(self.sock, socket.SHUT_RDWR)
        except OSError:
            pass

    def serve(self):
        """The work of the connection's thread."""
        try:
            self._serve()
        except (Gone, OSError):
            pass
        finally:
            self.server.forget(self)
            try:
                self.sock.close()
            except OSError:
                pass

    def _serve(self):
        deadline = self.since + HEAD_SECONDS
        self._arm(deadline)
        if hasattr(self.sock, "do_handshake"):
            self.sock.do_handshake()
        try:
            request, outcome = self._read(deadline)
        except Problem as problem:
            self._refuse(problem, problem.kind)
            return
        if not outcome.authenticated:
            kind = outcome.reason
            if kind not in ("wrong-authority", "browser-request"):
                kind = "unauthenticated"
            self._refuse(Problem(kind), outcome.reason)
            return
        self.authenticated = True
        self._answer(request, outcome)

    def _arm(self, deadline):
        left = deadline - time.monotonic()
        if left <= 0 or self.closing:
            raise Gone()
        self.sock.settimeout(left)

    def _receive(self, deadline):
        self._arm(deadline)
        data = self.sock.recv(16384)
        if not data:
            raise Gone()
        return data

    def _read(self, deadline):
        """The request with its body, and what the checks say about it."""
        data = b""
        while (end := data.find(b"\r\n\r\n")) < 0:
            if len(data) > http_subset.MAX_HEAD:
                raise Problem("too-large", "head", status=431)
            data += self._receive(deadline)
        if end > http_subset.MAX_HEAD:
            raise Problem("too-large", "head", status=431)
        request = http_subset.parse_head(data[:end])
        reason = checks.check_unsigned_part(request, self.agent.enrolment.current.authority)
        if reason:
            return request, checks.Outcome(reason)
        length = http_subset.body_length(request)
        body = data[end + 4 :]
        deadline = time.monotonic() + BODY_SECONDS
        try:
            while len(body) < length:
                body += self._receive(deadline)
        except (TimeoutError, Gone):
            raise Problem("request-timeout") from None
        request = request.with_body(body[:length])
        return request, checks.check_request(
            request,
            authority=self.agent.enrolment.current.authority,
            instance=self.agent.instance,
            find_key=self.agent.enrolment.key,
            nonces=self.server.nonces,
            now=self.agent.clock.now(),
        )

    def _refuse(self, problem, reason):
        """An answer without a signature; none at all while refusals are too many."""
        if self.server.log_limit.allow():
            say("refused a request: " + reason)
        if not self.server.throttle.answer():
            return
        body = strict_json.dump(problem.body())
        fields = [
            ("Content-Type", "application/problem+json"), ("Cache-Control", "no-store"),
            ("Content-Length", str(len(body))), ("Connection", "close"),
        ]
        self._send(http_subset.head_bytes(problem.status, fields + problem.headers) + body)

    def _answer(self, request, outcome):
        problem = None
        try:
            self._check_outcome(outcome)
            self.server.key_limits.check(outcome.key.keyid, request.method == "PUT")
            if Api.is_stream(request):
                self.server.streams.enter(self, request, outcome)
                return
            status, members = self._work_out(request, outcome.key)
        except Problem as refused:
            problem = refused
        if problem is not None:
            self._audit(request, outcome, problem)
            parts = request.path.split("/")
            command_id = parts[3] if request.method == "PUT" and len(parts) == 4 else None
            status, members = problem.status, problem.body(self.agent.instance, command_id)
        self.send_signed(request, outcome, status, members, problem)

    def _work_out(self, request, key):
        try:
            return self.server.api.answer(request, key)
        except Problem:
            raise
        except Exception as error:
            raise Problem("internal", type(error).__name__) from error

    def _check_outcome(self, outcome):
        if outcome.reason is None:
            return
        members = {}
        if outcome.tells_time:
            members["server_time"] = self.agent.clock.seconds()
        raise Problem(outcome.reason, **members)

    def _audit(self, request, outcome, problem):
        """Notes a refusal, unless it was noted already or a console may cause it many times a second."""
        if problem.audited or problem.kind in ("rate-limited", "unknown-command"):
            return
        self.agent.audit.write(
            "refused", keyid=outcome.key.keyid, method=request.method, path=request.path,
            outcome=problem.kind,
        )

    def send_signed(self, request, outcome, status, members, problem=None):
        """Sends a JSON answer that is signed with the key of the request."""
        body = strict_json.dump(members)
        kind = "application/problem+json" if problem else "application/json"
        fields = {
            "Content-Type": kind, "CS-Instance": self.agent.instance,
            "Cache-Control": "no-store", "Content-Digest": signatures.digest(body),
            "Content-Length": str(len(body)), "Connection": "close",
        }
        head = self.signed_head(request, outcome, status, fields, problem)
        self._send(head + body)

    def signed_head(self, request, outcome, status, fields, problem=None):
        """The bytes of a signed response head."""
        signed = signatures.sign_response(
            outcome.key.secret, outcome.key.keyid, outcome.params.nonce,
            self.agent.clock.seconds(), status,
            {name.lower(): value for name, value in fields.items()},
            (request.method, request.fields["host"], request.path, request.query),
        )
        extra = problem.headers if problem else []
        return http_subset.head_bytes(status, list(fields.items()) + extra + signed)

    def _send(self, data):
        """Sends, then waits a moment for the other side to close, so that nothing is cut off."""
        self.sock.settimeout(WRITE_SECONDS)
        self.sock.sendall(data)
        try:
            socket.socket.shutdown(self.sock, socket.SHUT_WR)
            self.sock.settimeout(_LINGER_SECONDS)
            for _ in range(8):
                if not socket.socket.recv(self.sock, 16384):
                    break
        except (OSError, ValueError):
            pass

    def stream(self, request, outcome):
        """Sends events until the other side goes away or is too slow."""
        events = self.agent.events
        hello, number = events.hello(read_query(request.query).get("after"))
        fields = {
            "Content-Type": "text/event-stream", "CS-Instance": self.agent.instance,
            "Cache-Control": "no-store", "Connection": "close",
        }
        self.sock.settimeout(WRITE_SECONDS)
        self.sock.sendall(self.signed_head(request, outcome, 200, fields) + hello)
        sent = time.monotonic()
        while not self.closing and not self._other_side_left():
            with events.changed:
                if events.newest <= number:
                    events.changed.wait(_LOOK_SECONDS)
                lost = max(0, events.oldest - 1 - number)
                blocks = events.after(number)
                number = events.newest
            data = b"".join(blocks)
            if lost:
                data = f'event: gap\ndata: {{"lost":{lost}}}\n\n'.encode() + data
            if not data and time.monotonic() - sent >= _HEARTBEAT_SECONDS:
                data = b": hb\n\n"
            if len(data) > MAX_BACKLOG:
                return
            if data:
                self.sock.settimeout(WRITE_SECONDS)
                self.sock.sendall(data)
                sent = time.monotonic()

    def _other_side_left(self):
        """Whether the console closed its end; whatever it sends on a stream is not read as a request."""
        if not select.select([self.sock], [], [], 0)[0]:
            return False
        self.sock.settimeout(_LINGER_SECONDS)
        try:
            return not self.sock.recv(1024)
        except TimeoutError:
            return False
