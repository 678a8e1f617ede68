"""The problems an agent answers with (spec 7.4): one table of type, status and title."""

_TABLE = {
    "malformed-request": (400, "The request is not in the accepted form"),
    "unknown-member": (400, "The body has a member this agent does not know"),
    "bad-json": (400, "The body is not acceptable JSON"),
    "unauthenticated": (401, "The request is not authenticated"),
    "expired": (401, "The signature has expired"),
    "created-in-future": (401, "The signature is from the future"),
    "replayed-nonce": (401, "The nonce was used before"),
    "bad-digest": (401, "The body does not fit its digest"),
    "bad-window": (401, "The signature lives too long"),
    "key-expired": (401, "The key has expired"),
    "forbidden-role": (403, "The role of this key does not allow it"),
    "browser-request": (403, "Requests from browsers are refused"),
    "not-found": (404, "There is no such resource"),
    "unknown-patch": (404, "There is no such patch"),
    "unknown-incident": (404, "There is no such incident"),
    "unknown-command": (404, "There is no such command"),
    "no-hold": (404, "The function is not held"),
    "request-timeout": (408, "The body did not arrive in time"),
    "instance-changed": (409, "The process was restarted"),
    "patch-changed": (409, "The patch is not the one you saw"),
    "command-id-conflict": (409, "The command id belongs to another body"),
    "already-rolled-back": (409, "The patch is rolled back already"),
    "cannot-reapply": (409, "The rollback cannot be taken back"),
    "file-mismatch": (409, "The store files are not those of this function"),
    "too-large": (413, "The request is too large"),
    "wrong-authority": (421, "This is not the agent you addressed"),
    "code-too-large": (422, "The code does not fit into one answer"),
    "unsupported-protocol": (426, "This protocol number is not supported"),
    "rate-limited": (429, "Too many requests"),
    "internal": (500, "The agent failed"),
    "capability-missing": (501, "This agent cannot do that"),
    "busy-shadow": (503, "The function is being checked in shadow mode"),
    "nonce-cache-full": (503, "Too many requests are remembered"),
    "overloaded": (503, "The agent is busy"),
    "shutting-down": (503, "The process is ending"),
    "journal-unwritable": (507, "The journal cannot be written; nothing was done"),
}


class Problem(Exception):
    """An answer of type application/problem+json.

    ``kind`` is the suffix of the type; ``members`` are further members of the body, for example
    ``current``; ``status`` overrides the table (431 for a large head).
    """

    def __init__(self, kind, detail="", *, status=None, **members):
        super().__init__(kind)
        self.kind = kind
        self.detail = detail
        self.status = status or _TABLE[kind][0]
        self.members = members
        self.audited = False

    @property
    def headers(self):
        """The extra header fields that belong to this problem, as (name, value) pairs."""
        if self.status == 401:
            return [("WWW-Authenticate", "CodeSuture-Signature")]
        if self.status == 426:
            return [("Upgrade", "codesuture-control/1")]
        if self.status in (429, 503):
            return [("Retry-After", str(max(1, self.members.get("retry_after", 1))))]
        return []

    def body(self, instance=None, command_id=None):
        """The members of the problem document; ``instance`` only when the answer is signed."""
        members = {
            "type": "urn:codesuture:problem:" + self.kind,
            "title": _TABLE[self.kind][1],
            "status": self.status,
        }
        if self.detail:
            members["detail"] = self.detail
        if command_id:
            members["command_id"] = command_id
        if instance:
            members["agent_instance"] = instance
        members.update({k: v for k, v in self.members.items() if k != "retry_after"})
        return members
