"""The program of the demonstration: a small HTTP server with one function that crashes.

``GET /label?n=5`` answers what ``order_label`` makes of the number 5: it adds a number to a text, which raises
TypeError. ``GET /health`` never crashes. The port is written to ``app.port``.
"""

import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


def order_label(number):
    return "order " + number


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        parts = urlsplit(self.path)
        if parts.path == "/health":
            self.reply(200, "well")
            return
        number = int(parse_qs(parts.query).get("n", ["0"])[0])
        try:
            self.reply(200, order_label(number))
        except TypeError as error:
            self.reply(500, "TypeError: %s" % error)

    def reply(self, status, text):
        body = text.encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def main():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    with open("app.port.new", "w", encoding="ascii") as file:
        file.write(str(server.server_address[1]))
    os.replace("app.port.new", "app.port")
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    thread.join()


main()
