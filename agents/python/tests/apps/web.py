"""A WSGI and an ASGI program with CodeSuture's middlewares, each on a port of its own."""

import asyncio
import threading
from wsgiref.simple_server import WSGIRequestHandler, make_server

from codesuture.middleware import CodeSutureMiddleware
from codesuture.middleware_asgi import CodeSutureASGIMiddleware


def wsgi_label(x):
    return "wsgi " + x


def asgi_label(x):
    return "asgi " + x


kept = []


def wsgi(environ, start_response):
    text = wsgi_label(5)
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [text.encode()]


def keeping(environ, start_response):
    """Answers 500 for what the middleware lets through; keeps the exception from being reused."""
    try:
        return wrapped(environ, start_response)
    except Exception as error:
        kept.append(error)
        start_response("500 Internal Server Error", [("Content-Type", "text/plain")])
        return [b"crash"]


async def asgi(scope, receive, send):
    try:
        text = asgi_label(5)
    except Exception as error:
        kept.append(error)
        raise
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": text.encode()})


wrapped = CodeSutureMiddleware(wsgi)
wrapped_asgi = CodeSutureASGIMiddleware(asgi)


class Quiet(WSGIRequestHandler):
    def log_message(self, *arguments):
        pass


async def handle(reader, writer):
    await reader.readuntil(b"\r\n\r\n")
    sent = []

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/"}
    await wrapped_asgi(scope, None, send)
    body = b"".join(m.get("body", b"") for m in sent)
    writer.write(b"HTTP/1.1 %d X\r\nConnection: close\r\n\r\n" % sent[0]["status"] + body)
    await writer.drain()
    writer.close()


async def main():
    server = make_server("127.0.0.1", 0, keeping, handler_class=Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    other = await asyncio.start_server(handle, "127.0.0.1", 0)
    ports = server.server_port, other.sockets[0].getsockname()[1]
    with open("web.ports.new", "w") as file:
        file.write("%d %d" % ports)
    import os

    os.replace("web.ports.new", "web.ports")
    await other.serve_forever()


asyncio.run(main())
