"""HTTP/1.1 around the routes: connections that stay open, limits, and JSON whatever goes wrong."""

from __future__ import annotations

import socket
import socketserver
import sys
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from trainyard_trainer.log import Log
from trainyard_trainer.suggest.body import encode
from trainyard_trainer.suggest.invalid import InvalidRequestError
from trainyard_trainer.suggest.routes import Route
from trainyard_trainer.suggest.under_way import UnderWay

MAX_BODY_BYTES = 8 * 1024 * 1024
#: Of a body that is refused for its size: so much is read and thrown away, so that the client reads why.
MAX_WASTE_BYTES = 64 * 1024 * 1024
CHUNK_BYTES = 64 * 1024
#: Without a byte from the client. Longer than an HTTP client keeps a connection that it does not use.
SILENCE_SECONDS = 75


class RefusedError(Exception):
    """An answer that is no 200. `close`: what follows on the connection cannot be told apart from the body."""

    def __init__(self, status: HTTPStatus, message: str, allow: str | None = None, close: bool = False):
        super().__init__(message)
        self.status = status
        self.allow = allow
        self.close = close


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: SuggestServer
    protocol_version = "HTTP/1.1"
    # For a request line that names none; the library's "HTTP/0.9" would leave the headers out of the refusal.
    default_request_version = "HTTP/1.0"
    timeout = SILENCE_SECONDS
    # One packet an answer: headers and body that leave apart wait 40 ms for each other (Nagle, delayed ACK).
    wbufsize = CHUNK_BYTES
    disable_nagle_algorithm = True

    def _handle(self) -> None:
        with self.server.under_way:
            try:
                self._send(HTTPStatus.OK, self._route(self._body()))
            except RefusedError as refused:
                self.close_connection = self.close_connection or refused.close
                self._refuse(refused.status, str(refused), refused.allow)
            except InvalidRequestError as invalid:
                self._refuse(HTTPStatus.BAD_REQUEST, str(invalid))
            except RecursionError:
                self._refuse(HTTPStatus.BAD_REQUEST, "The body is nested too deeply.")

    # The names are those that http.server looks for.
    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = _handle  # noqa: N815

    def _route(self, body: bytes) -> Any:
        path = self.path.split("?", 1)[0]
        route = self.server.routes.get(path)
        if route is None:
            known = ", ".join(self.server.routes)
            raise RefusedError(HTTPStatus.NOT_FOUND, f"There is nothing at {ascii(path)[:200]}; known: {known}.")
        if self.command != route.method:
            problem = f"{path} is asked with {route.method}, not with {ascii(self.command)[1:-1][:20]}."
            raise RefusedError(HTTPStatus.METHOD_NOT_ALLOWED, problem, allow=route.method)
        try:
            return route.answer(body)
        except (InvalidRequestError, RecursionError):
            raise
        except Exception as error:
            self.server.log.error("An answer failed in a way that the service does not know.", error, path=path)
            problem = f"The service failed in a way it does not know ({type(error).__name__}); its log has the stack."
            raise RefusedError(HTTPStatus.INTERNAL_SERVER_ERROR, problem) from error

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding"):
            raise RefusedError(HTTPStatus.LENGTH_REQUIRED, "A body needs a Content-Length.", close=True)
        text = self.headers.get("Content-Length", "0").strip()
        if not text.isascii() or not text.isdigit() or len(text) > 18:
            problem = f"Content-Length: expected a number of bytes, found {ascii(text)[:40]}."
            raise RefusedError(HTTPStatus.BAD_REQUEST, problem, close=True)
        length = int(text)
        if length > MAX_BODY_BYTES:
            problem = f"The body has {length} bytes, but at most {MAX_BODY_BYTES} are read."
            raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, problem, close=True)
        body = self.rfile.read(length)
        if len(body) < length:
            raise ConnectionResetError(f"the client sent {len(body)} of {length} bytes")
        return body

    def _send(self, status: HTTPStatus, document: Any, allow: str | None = None) -> None:
        body = encode(document)
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        if allow:
            self.send_header("Allow", allow)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        self.wfile.flush()

    def _refuse(self, status: HTTPStatus, problem: str, allow: str | None = None) -> None:
        # 500 is in the log already, with its stack.
        if status != HTTPStatus.INTERNAL_SERVER_ERROR:
            self.server.log.warn(problem, status=int(status), path=ascii(self.path)[1:-1][:200])
        self._send(status, {"error": problem}, allow)
        if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            self._waste()

    def _waste(self) -> None:
        """A socket closed on bytes that were not read resets the connection, and with it the answer on its way."""
        left = min(int(self.headers["Content-Length"]), MAX_WASTE_BYTES)
        while left > 0 and (chunk := self.rfile.read(min(left, CHUNK_BYTES))):
            left -= len(chunk)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the standard library refuses itself (a request line that is none, headers without end)."""
        self.close_connection = True
        self.command, self.path = self.command or "", getattr(self, "path", "")
        self._refuse(HTTPStatus(code), f"{ascii(message or HTTPStatus(code).phrase)[1:-1][:200]}.")

    def log_message(self, *_: object) -> None:
        """No line for each request: errors have their own."""


class SuggestServer(ThreadingHTTPServer):
    """Listens on all addresses, IPv6 and IPv4. Raises OSError if the port is taken."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port: int, routes: Mapping[str, Route], log: Log):
        self.routes = routes
        self.log = log
        self.under_way = UnderWay()
        try:
            self.address_family = socket.AF_INET6
            super().__init__(("::", port), Handler)
        except OSError:
            # A machine without IPv6; a port that is taken is taken here too.
            self.address_family = socket.AF_INET
            super().__init__(("0.0.0.0", port), Handler)

    def server_bind(self) -> None:
        if self.address_family == socket.AF_INET6:
            self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        # Not HTTPServer's: it asks the name service for the name of the host, which nobody needs and a pod may not get.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away in the middle; one line instead of a stack on stderr."""
        error = sys.exc_info()[1]
        if isinstance(error, (ConnectionError, TimeoutError)):
            self.log.warn(f"A connection broke: {error}.")
        else:
            self.log.error("A connection failed in a way that the service does not know.", error)
