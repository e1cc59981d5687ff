"""The service on the wire."""

import contextlib
import http.client
import io
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time

import pytest
from suggest_requests import PLAIN, body, bowl, play, request
from suggest_service import service

from trainyard_trainer.log import Log
from trainyard_trainer.suggest.routes import ROUTES, Route
from trainyard_trainer.suggest.server import SuggestServer


@pytest.fixture(scope="module")
def running():
    with service() as process:
        process.logged("Optuna is loaded")
        yield process


def test_healthz(running):
    assert running.call("GET", "/healthz") == (200, {"ok": True})
    assert running.call("GET", "/healthz?verbose=1") == (200, {"ok": True})


@pytest.mark.parametrize("path", ["/", "/suggest/", "/Suggest", "/healthz/live", "/%2e%2e/etc/passwd"])
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_an_unknown_path_is_404(running, method, path):
    status, document = running.call(method, path, b"{}")
    assert status == 404
    assert "/suggest, /importance" in document["error"]


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"])
@pytest.mark.parametrize(("path", "right"), [("/healthz", "GET"), ("/suggest", "POST"), ("/importance", "POST")])
def test_a_wrong_method_is_405_and_names_the_right_one(running, method, path, right):
    with contextlib.closing(running.connect()) as connection:
        connection.request(method, path, b"{}")
        response = connection.getresponse()
        content = response.read()
        if method == right:
            assert response.status in (200, 400)
            return
        assert response.status == 405
        assert response.getheader("Allow") == right
        assert (content == b"") == (method == "HEAD")
        # The connection is still in step after a body that nobody asked for.
        connection.request("GET", "/healthz")
        assert json.loads(connection.getresponse().read()) == {"ok": True}


def test_a_connection_stays_open_through_answers_and_errors(running):
    with contextlib.closing(running.connect()) as connection:
        connection.connect()
        first = connection.sock
        for _ in range(3):
            for path, content, status in [
                ("/suggest", body(request(PLAIN)), 200),
                ("/suggest", b"{", 400),
                ("/nothing", b"{}", 404),
                ("/importance", b"{}", 400),
            ]:
                connection.request("POST", path, content)
                response = connection.getresponse()
                document = json.loads(response.read())
                assert response.status == status
                assert response.getheader("Content-Type") == "application/json"
                assert ("error" in document) == (status != 200)
                assert connection.sock is first


def test_a_body_past_8_mib_is_413(running):
    limit = 8 * 1024 * 1024
    padded = body(request(PLAIN)).ljust(limit)
    assert running.call("POST", "/suggest", padded)[0] == 200
    status, document = running.call("POST", "/suggest", padded + b" ")
    assert status == 413
    assert str(limit) in document["error"] and str(limit + 1) in document["error"]
    # One that says so and sends nothing gets its answer at once.
    with socket.create_connection(("127.0.0.1", running.port), 10) as client:
        client.sendall(b"POST /suggest HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n")
        assert client.recv(100).startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"POST /suggest HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", 411),
        (b"POST /suggest HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n", 400),
        (b"POST /suggest HTTP/1.1\r\nHost: a\r\nContent-Length: ten\r\n\r\n", 400),
        (b"nonsense\r\n\r\n", 400),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n", 414),
        (b"GET / HTTP/1.1\r\n" + b"".join(b"h%d: 1\r\n" % n for n in range(200)) + b"\r\n", 431),
        (b"BREW /suggest HTTP/1.1\r\nHost: a\r\n\r\n", 501),
    ],
    ids=["chunked", "negative length", "no length", "no request", "endless line", "endless headers", "no method"],
)
def test_what_is_no_http_is_refused_in_json_and_hung_up_on(running, head, status):
    with socket.create_connection(("127.0.0.1", running.port), 10) as client:
        client.sendall(head)
        answer = b""
        with contextlib.suppress(ConnectionResetError):
            while chunk := client.recv(4096):
                answer += chunk
    start, content = answer.split(b"\r\n\r\n", 1)
    assert "error" in json.loads(content)
    assert start.startswith(b"HTTP/1.1 %d " % status)


def test_a_client_that_goes_away_is_one_line_in_the_log(running):
    with socket.create_connection(("127.0.0.1", running.port), 10) as client:
        client.sendall(b"POST /suggest HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{")
    assert running.logged("sent 1 of 100 bytes")["level"] == "warn"
    assert running.call("GET", "/healthz")[0] == 200


def test_errors_are_lines_of_the_log_and_answers_are_none(running):
    running.call("POST", "/suggest", b'{"space": 7}')
    line = running.logged("sampler: expected a value")
    assert (line["level"], line["status"], line["path"]) == ("warn", 400, "/suggest")
    before = len(running.lines)
    running.call("POST", "/suggest", body(request(PLAIN)))
    running.call("GET", "/healthz")
    time.sleep(0.1)
    assert len(running.lines) == before


def test_what_nobody_foresaw_is_500_with_the_stack_in_the_log_and_life_goes_on():
    def fail(_: bytes) -> None:
        raise KeyError("a bug")

    lines = io.StringIO()
    with SuggestServer(0, {**ROUTES, "/fail": Route("POST", fail)}, Log(lines)) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,)).start()
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)) as connection:
            for path, status in [("/fail", 500), ("/fail", 500), ("/suggest", 200)]:
                connection.request("POST", path, body(request(PLAIN)))
                response = connection.getresponse()
                document = json.loads(response.read())
                assert response.status == status
                assert ("KeyError" in document.get("error", "")) == (status == 500)
        server.shutdown()
    logged = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert [line["level"] for line in logged] == ["error", "error"]
    assert "a bug" in logged[0]["stack"] and "Traceback" in logged[0]["stack"]


def test_many_clients_get_what_each_asked_for(running):
    history = play(PLAIN, bowl, 15)
    alone = [running.bytes_of(request(PLAIN, history=history, seed=seed, next=[15])) for seed in range(12)]
    together = [b""] * 12

    def ask(seed):
        together[seed] = running.bytes_of(request(PLAIN, history=history, seed=seed, next=[15]))

    threads = [threading.Thread(target=ask, args=(seed,)) for seed in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert together == alone
    assert len(set(alone)) == 12


def test_a_slow_client_holds_up_nobody(running):
    with socket.create_connection(("127.0.0.1", running.port), 10) as client:
        client.sendall(b"POST /suggest HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{")
        start = time.monotonic()
        assert running.call("GET", "/healthz")[0] == 200
        assert time.monotonic() - start < 2


def test_ipv4_and_ipv6(running):
    if not socket.has_dualstack_ipv6():
        pytest.skip("this machine has no IPv6")
    try:
        socket.create_connection(("::1", running.port), 5).close()
    except OSError as error:
        pytest.skip(f"this machine has no ::1 ({error})")
    with contextlib.closing(http.client.HTTPConnection("::1", running.port, timeout=5)) as connection:
        connection.request("GET", "/healthz")
        assert connection.getresponse().status == 200


def ask_and_forget(process, content):
    with contextlib.suppress(OSError, http.client.HTTPException):
        process.call("POST", "/suggest", content)


@pytest.mark.parametrize("busy", [False, True], ids=["idle", "with an open connection and a question under way"])
def test_sigterm_ends_it_within_a_second(busy):
    with service() as process:
        process.logged("Optuna is loaded")
        with contextlib.ExitStack() as stack:
            if busy:
                for content in (b"", b"POST /suggest HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{"):
                    client = stack.enter_context(socket.create_connection(("127.0.0.1", process.port), 10))
                    client.sendall(content)
                long = body(request(PLAIN, history=play(PLAIN, bowl, 12, sampler="Random"), next=list(range(20, 900))))
                threading.Thread(target=ask_and_forget, args=(process, long)).start()
                time.sleep(0.3)
            start = time.monotonic()
            process.process.send_signal(signal.SIGTERM)
            assert process.process.wait(10) == 0
            assert time.monotonic() - start < 1
        process.logged("Stopped by SIGTERM")


def test_an_answer_under_way_is_still_given_after_sigterm():
    with service() as process:
        content = body(request(PLAIN, sampler="Random"))
        with contextlib.closing(process.connect()) as connection:
            # The body is all there but for its last byte when SIGTERM comes.
            connection.putrequest("POST", "/suggest")
            connection.putheader("Content-Length", str(len(content)))
            connection.endheaders(content[:-1])
            process.logged("Optuna is loaded")
            process.process.send_signal(signal.SIGTERM)
            time.sleep(0.1)
            connection.send(content[-1:])
            assert connection.getresponse().status == 200
        assert process.process.wait(5) == 0


@pytest.mark.parametrize("port", ["x", "-1", "65536", "8 080"])
def test_a_port_that_is_none_ends_it_with_64(port):
    done = subprocess.run(
        [sys.executable, "-m", "trainyard_trainer.suggest"],
        env={**os.environ, "PORT": port},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 64
    assert "PORT" in json.loads(done.stdout)["message"]


def test_it_listens_before_the_heavy_libraries_are_loaded():
    """And a grid never loads them."""
    code = """
import sys
from trainyard_trainer.suggest import process
from trainyard_trainer.suggest.routes import ROUTES
ROUTES["/suggest"].answer(sys.stdin.buffer.read())
print([name for name in ("numpy", "pandas", "optuna", "sklearn", "sqlalchemy", "boto3") if name in sys.modules])
"""
    grid = body(request([{"name": "a", "type": "Int", "min": 1, "max": 2}], sampler="Grid"))
    done = subprocess.run([sys.executable, "-c", code], input=grid, capture_output=True, timeout=60, check=True)
    assert done.stdout == b"[]\n"
