"""The resources of spec 7: from an authenticated request to the members of an answer."""

from urllib.parse import parse_qsl

from . import bodies, clock, dismiss, strict_json
from .code_view import code_view
from .problems import Problem

MAX_PAGE = 500
_PAGE = 100
_BUDGET = 900_000


class Api:
    """Answers requests; an event stream is left to the connection (``is_stream``)."""

    def __init__(self, agent):
        self._agent = agent
        self._fixed = {
            "agent": lambda query, key: agent.description(key),
            "patches": self._patches,
            "incidents": self._incidents,
            "alerts": self._alerts,
            "holds": self._holds,
            "verdicts": self._verdicts,
            "commands": self._commands,
        }

    @staticmethod
    def is_stream(request):
        """Whether this request opens an event stream."""
        return request.method == "GET" and request.path == "/v1/events"

    def answer(self, request, key):
        """(status, members) for a request; a Problem when it is refused."""
        parts = request.path.split("/")[1:]
        if parts[0] != "v1" or len(parts) < 2:
            raise Problem("not-found")
        parts = parts[1:]
        if request.method == "PUT":
            return self._put(parts, request, key)
        if request.method == "POST":
            return self._post(parts, request)
        return 200, self._get(parts, request, key)

    def _get(self, parts, request, key):
        if len(parts) == 1 and parts[0] in self._fixed:
            return self._fixed[parts[0]](read_query(request.query), key)
        if parts[0] == "patches" and (len(parts) == 2 or parts[2:] == ["code"]):
            patch = self._agent.catalog.get(parts[1])
            if patch is None:
                raise Problem("unknown-patch")
            return patch.entry() if len(parts) == 2 else code_view(self._agent, patch)
        if parts[0] == "commands" and len(parts) == 2:
            command = self._agent.commands.get(parts[1])
            if command is None:
                raise Problem("unknown-command")
            return command.entry()
        raise Problem("not-found")

    def _put(self, parts, request, key):
        if len(parts) != 2 or parts[0] != "commands":
            raise Problem("not-found")
        if not bodies.is_command_id(parts[1]):
            raise Problem("malformed-request", "the id is not a lower-case UUID")
        body = self._body(request)
        if self._agent.commands.get(parts[1]) is None:
            bodies.check(body, self._agent.capabilities)
        command, status, replayed = self._agent.commands.submit(
            parts[1], request.body, body, key
        )
        return status, command.entry(replayed)

    def _post(self, parts, request):
        if parts != ["preview"]:
            raise Problem("not-found")
        body = self._body(request)
        bodies.check(body, self._agent.capabilities)
        return 200, self._agent.planner.preview(body)

    @staticmethod
    def _body(request):
        try:
            return strict_json.parse_object(request.body)
        except strict_json.BadJson as error:
            raise Problem("bad-json", str(error)) from None

    def _patches(self, query, key):
        limit, cursor = _limit(query), query.get("cursor", "")
        left = [p for p in self._agent.catalog.all() if p.id > cursor]
        entries = _fitting(patch.entry() for patch in left[:limit])
        more = len(entries) < len(left)
        return {"patches": entries, "next": entries[-1]["patch_id"] if more else None}

    def _incidents(self, query, key):
        since = None
        if "since" in query:
            try:
                since = clock.from_text(query["since"])
            except (ValueError, OverflowError):
                raise Problem("malformed-request", "since") from None
        found, following = self._agent.incidents.page(
            since, query.get("cursor"), _limit(query), _BUDGET, self._agent.shares_values()
        )
        return {"incidents": found, "next": following}

    def _alerts(self, query, key):
        gone = dismiss.dismissed(self._agent)
        left = (a for a in self._agent.alerts.open() if a["incident_id"] not in gone)
        return {"alerts": _fitting(left)}

    def _holds(self, query, key):
        names = (
            "patch_id", "module", "qualname", "original_sha256", "cache_tag", "mode",
            "command_id", "since",
        )
        holds = self._agent.holds.all()
        return {"holds": [{name: getattr(hold, name) for name in names} for hold in holds]}

    def _verdicts(self, query, key):
        return {"verdicts": list(self._agent.watcher.verdicts.values())[:MAX_PAGE]}

    def _commands(self, query, key):
        page, more = self._agent.commands.page(query.get("after"), _limit(query))
        entries = _fitting(command.entry() for command in page)
        more = more or len(entries) < len(page)
        return {"commands": entries, "next": entries[-1]["id"] if more else None}


def _fitting(entries):
    """As many of ``entries`` as fit into one answer, at least one."""
    found, used = [], 0
    for entry in entries:
        used += len(strict_json.dump(entry))
        if found and used > _BUDGET:
            break
        found.append(entry)
    return found


def read_query(text):
    """The parameters of a query; a Problem for repeated ones."""
    pairs = parse_qsl(text, keep_blank_values=True)
    if len(dict(pairs)) != len(pairs):
        raise Problem("malformed-request", "repeated parameter")
    return dict(pairs)


def _limit(query):
    text = query.get("limit", str(_PAGE))
    if not text.isdecimal() or not 1 <= int(text[:6]) <= MAX_PAGE:
        raise Problem("malformed-request", "limit")
    return int(text)
