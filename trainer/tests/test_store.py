"""The stores: a real S3, HTTP, and peers that are away, slow or unwilling."""

from __future__ import annotations

import hashlib
import http.server
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import spec_of
from s3_server import S3Server, free_port
from tables import breast_cancer

from trainyard_trainer.config import read_config
from trainyard_trainer.errors import TrainerError
from trainyard_trainer.retry import RESULT_BUDGET_SECONDS, GaveUpError, UnreachableError, with_retries
from trainyard_trainer.store import Store

CSV = breast_cancer().to_csv(index=False).encode()


@contextmanager
def http_server(answers: list[tuple[int, bytes]]) -> Iterator[tuple[str, list[str]]]:
    """Gives the answers in turn, the last one forever. Yields the address and the list of requests."""
    seen: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            status, body = answers[min(len(seen), len(answers)) - 1]
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", seen
    finally:
        server.shutdown()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits pass at once."""
    monkeypatch.setattr(
        "trainyard_trainer.store.with_retries", lambda call, budget: with_retries(call, sleep=lambda _: None)
    )


def test_a_run_from_s3_to_s3(run, s3):
    s3.client.put_object(Bucket="data", Key="in/tumour.csv", Body=CSV)
    spec = spec_of("s3://data/in/tumour.csv", data__source__sha256=hashlib.sha256(CSV).hexdigest())
    result = run(spec, env=s3.env, outputUri="s3://models/ml/run/1/")
    assert result.code == 0, result.message
    for name in ("manifest", "artifact"):
        key = result.message[name]["uri"].removeprefix("s3://models/")
        body = s3.client.get_object(Bucket="models", Key=key)["Body"].read()
        assert hashlib.sha256(body).hexdigest() == result.message[name]["sha256"]
    manifest = json.loads(s3.client.get_object(Bucket="models", Key="ml/run/1/manifest.json")["Body"].read())
    assert manifest["data"]["versionId"]
    report = s3.client.get_object(Bucket="models", Key="ml/run/1/report.html")
    assert report["ContentType"].startswith("text/html")


def test_a_pinned_version_is_the_one_that_is_read(s3, tmp_path):
    first = s3.client.put_object(Bucket="data", Key="v.csv", Body=b"first")["VersionId"]
    s3.client.put_object(Bucket="data", Key="v.csv", Body=b"second")
    store = Store.for_data(s3.credentials)
    old = store.read("s3://data/v.csv", tmp_path / "old", first)
    assert (old.path.read_bytes(), old.version_id) == (b"first", first)
    new = store.read("s3://data/v.csv", tmp_path / "new")
    assert new.path.read_bytes() == b"second"
    assert new.version_id not in (None, first)


@pytest.mark.parametrize("key", ["data/absent.csv", "no-such-bucket/x.csv"])
def test_an_object_that_is_not_there_is_65(run, s3, key):
    result = run(spec_of(f"s3://{key}"), env=s3.env)
    assert (result.code, result.reason) == (65, "DataNotFound")
    assert key in result.text


def test_keys_with_odd_characters(s3, tmp_path):
    uri = "s3://data/a b/ü#?&%41+.csv"
    store = Store(s3.credentials)
    store.write(uri, b"x", "text/csv")
    assert store.read(uri, tmp_path / "x").size_bytes == 1


def refusing(server: S3Server) -> None:
    """Skips what needs a store that checks credentials."""
    if server.kind == "moto":
        pytest.skip("moto takes any credentials")


def test_wrong_credentials_are_64_and_never_shown(run, s3):
    refusing(s3)
    s3.client.put_object(Bucket="data", Key="in/tumour.csv", Body=CSV)
    env = {**s3.env, "AWS_SECRET_ACCESS_KEY": "wrong-wrong"}
    result = run(spec_of("s3://data/in/tumour.csv"), env=env)
    assert (result.code, result.reason) == (64, "AccessDenied")
    assert "wrong-wrong" not in json.dumps(result.message)


def test_no_credentials_are_64(run, s3):
    result = run(spec_of("s3://data/in/tumour.csv"), env={"AWS_ENDPOINT_URL": s3.env["AWS_ENDPOINT_URL"]})
    assert (result.code, result.reason) == (64, "AccessDenied")


def test_the_data_secret_is_for_the_source_only(run, s3, tmp_path):
    refusing(s3)
    s3.client.put_object(Bucket="data", Key="in/tumour.csv", Body=CSV)
    secret = tmp_path / "data-secret"
    secret.mkdir()
    for name, value in s3.env.items():
        (secret / name).write_text(f"{value}\n")
    # The store's own credentials are of no use here, so reading proves the secret and writing goes elsewhere.
    env = {**s3.env, "AWS_ACCESS_KEY_ID": "nobody", "TRAINYARD_DATA_SECRET": str(secret)}
    assert run(spec_of("s3://data/in/tumour.csv"), env=env).code == 0
    result = run(spec_of("s3://data/in/tumour.csv"), env=env, outputUri="s3://models/x/")
    assert (result.code, result.reason) == (64, "AccessDenied")
    assert "to write s3://models/x/model.onnx" in result.text


def test_a_data_secret_never_mixes_with_another_key(tmp_path):
    (tmp_path / "AWS_ACCESS_KEY_ID").write_text("other")
    env = {
        "AWS_ACCESS_KEY_ID": "own",
        "AWS_SECRET_ACCESS_KEY": "own-secret",
        "AWS_ENDPOINT_URL": "http://store",
        "TRAINYARD_DATA_SECRET": str(tmp_path),
    }
    data = read_config([], env).data
    assert (data.access_key_id, data.secret_access_key, data.endpoint_url) == ("other", None, "http://store")


def test_an_output_bucket_that_does_not_exist_is_64(run, s3, tumour_csv):
    result = run(spec_of(tumour_csv), env=s3.env, outputUri="s3://no-such-bucket/x/")
    assert (result.code, result.reason) == (64, "StoreNotFound")


def test_a_store_that_refuses_connections_is_75(run, quick, tumour_csv):
    env = {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{free_port()}",
        "AWS_ACCESS_KEY_ID": "a",
        "AWS_SECRET_ACCESS_KEY": "b",
    }
    result = run(spec_of("s3://data/x.csv"), env=env)
    assert (result.code, result.reason) == (75, "DataUnreachable")
    result = run(spec_of(tumour_csv), env=env, outputUri="s3://models/x/")
    assert (result.code, result.reason) == (75, "StoreUnreachable")


def test_http_sources(run):
    with http_server([(503, b"later"), (200, CSV)]) as (address, seen):
        result = run(spec_of(f"{address}/tumour.csv?x=1"))
        assert result.code == 0
        assert seen == ["/tumour.csv?x=1"] * 2


@pytest.mark.parametrize(
    ("status", "code", "reason"),
    [(404, 65, "DataNotFound"), (403, 64, "AccessDenied"), (500, 75, "DataUnreachable"), (429, 75, "DataUnreachable")],
)
def test_answers_of_http_sources(run, quick, status, code, reason):
    with http_server([(status, b"")]) as (address, seen):
        result = run(spec_of(f"{address}/tumour.csv"))
    assert (result.code, result.reason) == (code, reason)
    assert (len(seen) == 1) == (code < 75)


def test_a_download_that_breaks_off_is_tried_again(tmp_path, quick):
    """A peer that promises more bytes than it sends must not become a shorter table."""
    listener = socket.create_server(("127.0.0.1", 0))
    bodies = [b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf", b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfull"]

    def serve() -> None:
        for body in bodies:
            connection, _ = listener.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(body)

    threading.Thread(target=serve, daemon=True).start()
    store = Store.for_data(read_config([], {}).store)
    got = store.read(f"http://127.0.0.1:{listener.getsockname()[1]}/x", tmp_path / "x")
    assert got.path.read_bytes() == b"full"
    listener.close()


def test_retries_end_within_their_budget_whether_the_peer_refuses_or_is_silent():
    for silence in (0.0, 5.0):
        now = [0.0]

        def attempt(now: list[float] = now, silence: float = silence) -> None:
            now[0] += silence
            raise UnreachableError("away")

        def sleep(seconds: float, now: list[float] = now) -> None:
            now[0] += seconds

        with pytest.raises(GaveUpError) as caught:
            with_retries(attempt, sleep=sleep, clock=lambda now=now: now[0])
        assert now[0] <= 20
        assert caught.value.attempts >= 3


def test_the_results_of_a_run_wait_for_a_store_that_is_away_for_minutes():
    now, tried = [0.0], []

    def attempt() -> str:
        tried.append(now[0])
        if now[0] < 300:
            raise UnreachableError("away")
        return "there"

    def sleep(seconds: float) -> None:
        now[0] += seconds

    assert with_retries(attempt, RESULT_BUDGET_SECONDS, sleep, lambda: now[0]) == "there"
    # Soon after it was back, and not as often as it could.
    assert (now[0] < 315, len(tried) < 30) == (True, True)


def test_a_silent_peer_costs_at_most_one_read_timeout_a_try(tmp_path, monkeypatch):
    monkeypatch.setattr("trainyard_trainer.store.READ_TIMEOUT_SECONDS", 0.2)
    monkeypatch.setattr("trainyard_trainer.store.with_retries", lambda call, budget: with_retries(call, budget=5.5))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        start = time.monotonic()
        with pytest.raises(TrainerError) as caught:
            uri = f"http://127.0.0.1:{listener.getsockname()[1]}/x"
            Store.for_data(read_config([], {}).store).read(uri, tmp_path / "x")
    assert caught.value.reason == "DataUnreachable"
    assert time.monotonic() - start < 3


def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path):
    Store(read_config([], {}).store).write(f"file://{tmp_path}/a/b.txt", b"x", "text/plain")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.txt"]
