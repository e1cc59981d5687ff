"""The trainer as the kubelet sees it: a process with an environment, a signal and an exit code."""

from __future__ import annotations

import http.server
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from conftest import spec_of


def start(folder: Path, spec: dict, **env: str) -> subprocess.Popen[str]:
    run = {
        "namespace": "ml",
        "name": "run",
        "uid": "u",
        "attempt": 1,
        "outputUri": f"file://{folder}/out/",
        "spec": spec,
    }
    (folder / "run.json").write_text(json.dumps(run))
    settings = {
        "TRAINYARD_RUN": str(folder / "run.json"),
        "TRAINYARD_TERMINATION_LOG": str(folder / "termination"),
        # A process that is told to stop leaves its own there.
        "TMPDIR": str(folder),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "trainyard_trainer"],
        env={**os.environ, **settings, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def termination(folder: Path) -> dict:
    return json.loads((folder / "termination").read_text())


def test_a_run_logs_json_lines_only_and_ends_with_0(tmp_path, tumour_csv):
    spec = spec_of(tumour_csv, algorithm={"name": "mlp", "parameters": {"max_iter": 5}}, metrics__others=["f1"])
    out, err = start(tmp_path, spec).communicate(timeout=120)
    lines = [json.loads(line) for line in out.splitlines()]
    assert all({"time", "level", "message"} <= set(line) for line in lines)
    assert any("ConvergenceWarning" in line["message"] for line in lines)
    assert err == ""
    assert termination(tmp_path)["primary"]["name"] == "roc_auc"


def test_onnxruntime_does_not_phone_home(tmp_path, tumour_csv):
    """Its telemetry would begin by leaving a device id in the home folder (and it stays quiet where CI is set)."""
    home = tmp_path / "home"
    home.mkdir()
    env = {"HOME": str(home), "XDG_CACHE_HOME": str(home), "CI": "", "MPLCONFIGDIR": str(tmp_path)}
    process = start(tmp_path, spec_of(tumour_csv), **env)
    process.communicate(timeout=120)
    assert process.returncode == 0
    assert list(home.rglob("*")) == []


def test_exit_codes_reach_the_kubelet(tmp_path, tumour_csv):
    process = start(tmp_path, spec_of(tumour_csv, data__target="nothing"))
    process.communicate(timeout=120)
    assert process.returncode == 65
    assert termination(tmp_path)["error"]["reason"] == "MissingColumn"


def test_sigterm_inside_a_long_fit_ends_with_75_at_once(tmp_path, tumour_csv):
    parameters = {"n_estimators": 200000, "max_depth": 8, "learning_rate": 0.001}
    process = start(tmp_path, spec_of(tumour_csv, algorithm={"name": "xgboost", "parameters": parameters}))
    assert process.stdout is not None
    for line in process.stdout:
        if json.loads(line).get("stage") == "Features":
            break
    time.sleep(1.0)
    asked = time.monotonic()
    process.send_signal(signal.SIGTERM)
    assert process.wait(10) == 75
    assert time.monotonic() - asked < 2
    error = termination(tmp_path)["error"]
    assert error["reason"] == "Terminated"
    assert "during Fit" in error["message"]
    process.communicate()


class Operator:
    """Listens for progress."""

    def __init__(self, status: int):
        self.posts: list[tuple[str, dict]] = []
        posts = self.posts

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                posts.append((self.headers.get("Authorization", ""), body))
                self.send_response(status)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/progress"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


def progress_env(folder: Path, url: str) -> dict[str, str]:
    token = folder / "token"
    token.write_text("secret-token\n")
    return {"TRAINYARD_PROGRESS_URL": url, "TRAINYARD_TOKEN": str(token)}


def test_progress_is_posted_with_the_token(run, tmp_path, tumour_csv):
    operator = Operator(204)
    assert run(spec_of(tumour_csv), env=progress_env(tmp_path, operator.url)).code == 0
    assert operator.posts
    assert {header for header, _ in operator.posts} == {"Bearer secret-token"}
    percents = [body["percent"] for _, body in operator.posts]
    assert percents == sorted(percents)
    assert all(set(body) - {"scores"} == {"stage", "percent", "message"} for _, body in operator.posts)
    stage, scores = operator.posts[-1][1]["stage"], operator.posts[-1][1]["scores"]
    assert stage in ("Report", "Publish")
    assert len(scores) == 2
    assert all(0.9 < score <= 1 for score in scores)


@pytest.mark.parametrize("kind", ["refuses", "answers 500", "is silent"])
def test_an_operator_that_is_away_never_fails_a_run(run, tmp_path, tumour_csv, capsys, kind):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        silent = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        url = {"refuses": "http://127.0.0.1:1/", "answers 500": Operator(500).url, "is silent": silent}[kind]
        start_ = time.monotonic()
        assert run(spec_of(tumour_csv), env=progress_env(tmp_path, url)).code == 0
        assert time.monotonic() - start_ < 30
    warnings = [line for line in capsys.readouterr().out.splitlines() if "Progress could not be sent" in line]
    assert len(warnings) <= 1
    assert "secret-token" not in "".join(warnings)


def test_the_breast_cancer_run_is_quick(tmp_path, tumour_csv):
    """12 s of one core by the design; the bound here is CPU time, which other work on the machine moves less."""
    spec = spec_of(
        tumour_csv,
        algorithm={"name": "xgboost", "parameters": {"max_depth": 4}},
        crossValidation={"folds": 5, "repeats": 2},
        metrics__others=["log_loss", "f1"],
    )
    before = os.times()
    process = start(tmp_path, spec)
    process.communicate(timeout=120)
    after = os.times()
    assert process.returncode == 0
    assert after.children_user + after.children_system - before.children_user - before.children_system < 12


def test_sigterm_while_the_libraries_load_ends_with_75(tmp_path, tumour_csv):
    process = start(tmp_path, spec_of(tumour_csv))
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGTERM)
    assert process.wait(10) == 75
    process.communicate()
