"""The trainer's half of progress: docs/contract.md."""

import http.server
import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from trainyard_trainer.progress import MAX_MESSAGE, MAX_PATIENCE_SECONDS, PATIENCE_SECONDS, Progress, patience


class Warnings:
    def __init__(self) -> None:
        self.texts: list[str] = []

    def warn(self, text: str, **_: object) -> None:
        self.texts.append(text)


class Operator:
    """Answers with the given statuses in turn, the last one for ever."""

    def __init__(self, *statuses: int, retry_after: str | None = "0", delay: float = 0.0):
        self.bodies: list[dict] = []
        self.times: list[float] = []
        outer, left = self, list(statuses)

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                outer.bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                outer.times.append(time.monotonic())
                time.sleep(delay)
                self.send_response(left.pop(0) if len(left) > 1 else left[0])
                if retry_after is not None:
                    self.send_header("Retry-After", retry_after)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/progress?run=ml/tumour"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def told(self) -> list[str]:
        return [body["message"] for body in self.bodies]

    def wait_for(self, message: str) -> None:
        end = time.monotonic() + 5
        while message not in self.told() and time.monotonic() < end:
            time.sleep(0.01)
        assert message in self.told()


@pytest.fixture
def log() -> Iterator[Warnings]:
    yield Warnings()


def progress(operator: Operator, log: Warnings, tmp_path: Path, pause: float = 0.0) -> Progress:
    return Progress(operator.url, tmp_path / "token", log, pause)  # type: ignore[arg-type]


def test_a_replica_that_stands_by_is_asked_again_until_one_takes_it(tmp_path, log):
    operator = Operator(503, 503, 503, 204)
    progress(operator, log, tmp_path)("Fit", 20, "fold 1")
    end = time.monotonic() + 5
    while len(operator.bodies) < 4 and time.monotonic() < end:
        time.sleep(0.01)
    assert operator.told() == ["fold 1"] * 4
    assert log.texts == []


def test_what_is_newer_replaces_what_could_not_be_sent(tmp_path, log):
    operator = Operator(503, 204, retry_after="0.3")
    sender = progress(operator, log, tmp_path)
    sender("Fit", 20, "fold 1")
    operator.wait_for("fold 1")
    sender("Fit", 30, "fold 2")
    sender("Fit", 40, "fold 3")
    operator.wait_for("fold 3")
    assert operator.told() == ["fold 1", "fold 3"]
    assert operator.times[1] - operator.times[0] >= 0.25


def test_what_is_newer_stays_when_the_one_before_comes_back(tmp_path, log):
    operator = Operator(503, 204, delay=0.2)
    sender = progress(operator, log, tmp_path)
    sender("Fit", 20, "fold 1")
    operator.wait_for("fold 1")
    sender("Fit", 30, "fold 2")
    sender.close()
    assert operator.told() == ["fold 1", "fold 2"]


def test_reports_come_no_faster_than_the_operator_takes_them(tmp_path, log):
    operator = Operator(204)
    sender = progress(operator, log, tmp_path, pause=0.2)
    end = time.monotonic() + 1.0
    while time.monotonic() < end:
        sender("Fit", 20, "again")
        time.sleep(0.005)
    assert 3 <= len(operator.bodies) <= 6


def test_the_last_word_is_sent_at_once(tmp_path, log):
    operator = Operator(204)
    sender = progress(operator, log, tmp_path, pause=60)
    sender("Fit", 20, "fold 1")
    operator.wait_for("fold 1")
    sender("Publish", 95, "done")
    sender.close()
    assert operator.told() == ["fold 1", "done"]


def test_the_scores_of_the_folds_are_in_every_later_report(tmp_path, log):
    operator = Operator(204)
    sender = progress(operator, log, tmp_path)
    sender("Fit", 20, "fold 1", scores=[0.9])
    operator.wait_for("fold 1")
    sender("Fit", 30, "fold 2", scores=[0.9, 0.8])
    operator.wait_for("fold 2")
    sender("Evaluate", 75, "Evaluate started")
    operator.wait_for("Evaluate started")
    sender.close()
    assert [body.get("scores") for body in operator.bodies] == [[0.9], [0.9, 0.8], [0.9, 0.8]]


def test_a_refusal_is_told_once_and_not_repeated(tmp_path, log):
    operator = Operator(403)
    sender = progress(operator, log, tmp_path)
    for fold in range(3):
        sender("Fit", 20, f"fold {fold}")
        operator.wait_for(f"fold {fold}")
    sender.close()
    assert operator.told() == ["fold 0", "fold 1", "fold 2"]
    assert len(log.texts) == 1
    assert "403" in log.texts[0]


def test_an_operator_without_a_leader_is_told_of_in_the_end(tmp_path, log):
    operator = Operator(503)
    sender = progress(operator, log, tmp_path)
    sender("Fit", 20, "fold 1")
    end = time.monotonic() + 5
    while not log.texts and time.monotonic() < end:
        time.sleep(0.01)
    assert len(operator.bodies) >= 8
    start = time.monotonic()
    sender.close()
    assert time.monotonic() - start < 2.5
    assert len(log.texts) == 1


def test_a_report_is_small_and_may_count_steps(tmp_path, log):
    operator = Operator(204)
    sender = progress(operator, log, tmp_path)
    sender("Fit", 20, "x" * 100_000, step=310)
    sender.close()
    assert operator.bodies == [{"stage": "Fit", "percent": 20, "message": "x" * MAX_MESSAGE, "step": 310}]


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, PATIENCE_SECONDS),
        ("3", 3),
        ("0", 0),
        ("-5", 0),
        ("86400", MAX_PATIENCE_SECONDS),
        ("nan", PATIENCE_SECONDS),
        ("Wed, 21 Oct 2015 07:28:00 GMT", PATIENCE_SECONDS),
    ],
)
def test_patience_has_its_bounds(header, seconds):
    assert patience(header) == seconds
