"""The listening socket and its connections (spec 4 and 5)."""

import os
import selectors
import socket
import ssl
import threading
import time

from . import files
from .api import Api
from .config import is_loopback
from .connection import Connection
from .limits import FailureThrottle, KeyLimits, LineLimit
from .nonces import NonceCache
from .problems import Problem
from .threads import BridgeThread

MAX_CONNECTIONS = 16
MAX_UNAUTHENTICATED = 8
MAX_STREAMS = 4
MAX_STREAMS_PER_KEY = 2
_BACKLOG = 64
_TICK_SECONDS = 0.1
_FLOOD_PAUSE_SECONDS = 0.005


class Streams:
    """Counts the open event streams: 4 in all, 2 for each key."""

    def __init__(self):
        self._lock = threading.Lock()
        self._keys = []

    def enter(self, connection, request, outcome):
        """Runs a stream; Problem 429 when there are too many."""
        keyid = outcome.key.keyid
        with self._lock:
            if len(self._keys) >= MAX_STREAMS or self._keys.count(keyid) >= MAX_STREAMS_PER_KEY:
                raise Problem("rate-limited", "too many event streams", retry_after=5)
            self._keys.append(keyid)
        try:
            connection.stream(request, outcome)
        finally:
            with self._lock:
                self._keys.remove(keyid)


class Server:
    """Accepts connections, keeps the limits, and pumps the events."""

    def __init__(self, agent):
        self.agent = agent
        self.api = Api(agent)
        self.nonces = NonceCache()
        self.throttle = FailureThrottle()
        self.key_limits = KeyLimits()
        self.log_limit = LineLimit()
        self.streams = Streams()
        self._lock = threading.Lock()
        self._connections = []
        self._stopped = False
        self._tls = None
        self._selector = None
        self.socket = None

    @property
    def port(self):
        """The port that is listened on."""
        return self.socket.getsockname()[1]

    def open(self):
        """Binds the socket. OSError or ssl.SSLError when that cannot be done."""
        enrolment = self.agent.enrolment.current
        if not enrolment.tls and not is_loopback(enrolment.host):
            raise OSError("plain HTTP on a public address")
        if enrolment.tls:
            self._tls = _tls_context(self.agent.project, enrolment)
        family = socket.AF_INET6 if ":" in enrolment.host else socket.AF_INET
        listener = socket.socket(family, socket.SOCK_STREAM)
        try:
            if os.name == "posix":
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((enrolment.host, enrolment.port))
            listener.listen(_BACKLOG)
            listener.setblocking(False)
        except OSError:
            listener.close()
            raise
        self.socket = listener
        self._selector = selectors.DefaultSelector()
        self._selector.register(listener, selectors.EVENT_READ)

    def start(self):
        """Starts the thread that accepts connections."""
        BridgeThread("server", self._run).start()

    def _run(self):
        while not self._stopped:
            if self._selector.select(_TICK_SECONDS):
                self._accept()
            self.agent.events.pump()
            if self.throttle.tripped:
                time.sleep(_FLOOD_PAUSE_SECONDS)

    def _accept(self):
        try:
            sock, _ = self.socket.accept()
        except OSError:
            return
        oldest = None
        with self._lock:
            waiting = [c for c in self._connections if not c.authenticated and not c.closing]
            if len(waiting) >= MAX_UNAUTHENTICATED:
                oldest = waiting[0]
            full = len(self._connections) >= MAX_CONNECTIONS
        if oldest is not None:
            oldest.cut()
        if full:
            sock.close()
            return
        sock.setblocking(True)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._tls is not None:
            sock = self._tls.wrap_socket(sock, server_side=True, do_handshake_on_connect=False)
        connection = Connection(sock, self)
        with self._lock:
            self._connections.append(connection)
        BridgeThread("connection", connection.serve).start()

    def forget(self, connection):
        """A connection has ended."""
        with self._lock:
            if connection in self._connections:
                self._connections.remove(connection)

    def stop(self):
        """Says bye, closes the socket and all connections. Called when the program ends."""
        self.agent.watcher.bye()
        self.agent.events.pump()
        time.sleep(0.05 if self._connections else 0)
        self._stopped = True
        self.close_all()
        self.agent.audit.write("stop", instance=self.agent.instance)
        self.agent.project.remove_agent_file(self.agent.instance)

    def close_all(self):
        """Cuts every connection and closes the listening socket."""
        self.agent.events.off = True
        for connection in list(self._connections):
            connection.cut()
        self.socket.close()

    def leave_in_child(self):
        """In a forked child: closes the copies of the sockets; the parent keeps serving."""
        self._stopped = True
        self.agent.leave_in_child()
        for connection in list(self._connections):
            socket.socket.close(connection.sock)
        self.socket.close()
        self._selector.close()


def _tls_context(project, enrolment):
    """TLS 1.2 or newer with the certificate of the enrolment; the key is on disk for a moment."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    path = project.own("tls.pem")
    try:
        text = enrolment.private_key.rstrip() + "\n" + enrolment.certificate
        files.replace_whole(path, text.encode())
        context.load_cert_chain(path)
    finally:
        try:
            os.unlink(path)
        except OSError:
            pass
    return context
