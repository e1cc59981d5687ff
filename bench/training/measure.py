"""What Trainyard's trainer costs: beside a script by hand, in memory, and with several workers. Argument: the result file.

Every figure is that of whole processes, their imports included. What is compared runs in turns, so that a busy machine
is as unfair to the one as to the other.
"""

from __future__ import annotations

import json
import os
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tables import TARGET, breast_cancer, made_up

HERE = Path(__file__).parent
TRAINER = HERE.parents[1] / "trainer"
REPETITIONS = int(os.environ.get("BENCH_REPETITIONS") or 5)
LARGE_ROWS, COLUMNS = 1_000_000, 50
#: Exit code of a run that stops at its data.
DATA_INVALID = 65


def spec_of(table: Path, trees: int, **more: Any) -> dict[str, Any]:
    return {
        "model": "bench",
        "task": "BinaryClassification",
        "data": {"source": {"uri": f"file://{table}"}, "target": TARGET},
        "algorithm": {"name": "xgboost", "parameters": {"n_estimators": trees, "max_depth": 6}},
        "metrics": {"primary": "roc_auc"},
        **more,
    }


def env_of(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(TRAINER), "PYTHONDONTWRITEBYTECODE": "1", "MPLCONFIGDIR": "/tmp", **more}


def seconds_of(command: list[str], env: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def order(place: Path, spec: dict[str, Any]) -> Path:
    place.mkdir(parents=True, exist_ok=True)
    (place / "run.json").write_text(json.dumps({"outputUri": f"file://{place}/out/", "spec": spec}))
    return place / "run.json"


def train(place: Path, spec: dict[str, Any], cores: str | None = None, **env: str) -> float:
    """Seconds of one run of the trainer, which must end well."""
    pinned = [] if cores is None else ["taskset", "-c", cores]
    command = [*pinned, sys.executable, "-m", "trainyard_trainer", str(order(place, spec))]
    return seconds_of(command, env_of(TRAINYARD_TERMINATION_LOG=str(place / "ended"), **env))


def stages_of(place: Path) -> dict[str, float]:
    def at(text: str) -> float:
        return datetime.fromisoformat(text).timestamp()

    stages = json.loads((place / "out" / "manifest.json").read_text())["stages"]
    return {one["name"]: round(at(one["endTime"]) - at(one["startTime"]), 2) for one in stages if "endTime" in one}


def overhead(folder: Path, table: Path, trees: int) -> dict[str, Any]:
    """Medians of runs in turns. The limit is that of the script plus a tenth plus three seconds."""
    ours, theirs = [], []
    for turn in range(REPETITIONS):
        place = folder / f"{table.stem}-{turn}"
        script = [sys.executable, str(HERE / "hand_written.py"), str(table), TARGET, str(trees), str(place / "by-hand")]
        theirs.append(seconds_of(script, env_of()))
        ours.append(train(place, spec_of(table, trees)))
        print(f"{table.stem}: by hand {theirs[-1]:.1f} s, Trainyard {ours[-1]:.1f} s", flush=True)
    manifest = json.loads((place / "out" / "manifest.json").read_text())
    scores = {f"{one['name']} {one['split']}": one["value"] for one in manifest["metrics"]}
    script, trainer = statistics.median(theirs), statistics.median(ours)
    return {
        "table": table.stem,
        "trees": trees,
        "scriptSeconds": round(script, 2),
        "trainerSeconds": round(trainer, 2),
        "limitSeconds": round(script * 1.1 + 3, 2),
        "runs": [[round(a, 2), round(b, 2)] for a, b in zip(theirs, ours, strict=True)],
        "scores": {"script": json.loads((place / "by-hand" / "scores.json").read_text()), "trainer": scores},
        "stages": stages_of(place),
    }


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def gang(place: Path, table: Path, trees: int, workers: int) -> dict[str, float]:
    """Seconds of a run whose workers have a core each, as far as there are cores; the leader may use any."""
    address = f"tcp://127.0.0.1:{free_port()}"
    cores = os.cpu_count() or 1
    place.mkdir(parents=True)
    started = []
    for rank in range(1, workers + 1):
        env = env_of(
            JOB_COMPLETION_INDEX=str(rank),
            DASK_SCHEDULER_ADDRESS=address,
            TRAINYARD_TERMINATION_LOG=str(place / f"worker-{rank}"),
        )
        command = ["taskset", "-c", str((rank - 1) % cores), sys.executable, "-m", "trainyard_trainer", "none.json"]
        started.append(subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    try:
        spec = spec_of(table, trees, distributed={"engine": "Dask", "workers": workers})
        seconds = train(place, spec, DASK_SCHEDULER_ADDRESS=address)
        if any(one.wait(60) != 0 for one in started):
            raise RuntimeError(f"a worker of {place} failed")
    finally:
        for one in started:
            one.kill()
    return {"seconds": seconds, "fitSeconds": stages_of(place)["Fit"]}


def scaling(folder: Path, table: Path, trees: int) -> list[dict[str, Any]]:
    """One process on one core, and one, two and three workers on a core each."""
    kinds: dict[int, list[dict[str, float]]] = {0: [], 1: [], 2: [], 3: []}
    for turn in range(max(1, REPETITIONS // 2)):
        for workers, runs in kinds.items():
            place = folder / f"gang-{workers}-{turn}"
            if workers == 0:
                runs.append({"seconds": train(place, spec_of(table, trees), cores="0"), "fitSeconds": stages_of(place)["Fit"]})
            else:
                runs.append(gang(place, table, trees, workers))
            print(f"{workers} workers: {runs[-1]['seconds']:.1f} s, fit {runs[-1]['fitSeconds']:.1f} s", flush=True)
    return [
        {
            "workers": workers,
            "seconds": round(statistics.median(one["seconds"] for one in runs), 1),
            "fitSeconds": round(statistics.median(one["fitSeconds"] for one in runs), 1),
        }
        for workers, runs in kinds.items()
    ]


def memory(folder: Path, table: Path) -> dict[str, Any]:
    """The most that any process held when a run on a million rows stops at a failed rule, so after ingest and
    validation, and then of a whole run."""
    place = folder / "large"
    whole = spec_of(table, 100, crossValidation={"folds": 2})
    rule = {"column": "c0", "max": -1e9}
    checked = order(place / "checked", {**whole, "data": {**whole["data"], "rules": [rule]}})
    env = env_of(TRAINYARD_TERMINATION_LOG=str(place / "checked" / "ended"))
    code = subprocess.run([sys.executable, "-m", "trainyard_trainer", str(checked)], env=env, stdout=subprocess.DEVNULL).returncode
    if code != DATA_INVALID:
        raise RuntimeError(f"the run that was to fail its rule ended with {code}")
    checked_mib = peak_mib()
    seconds = train(place, whole)
    print(f"{table.stem}: {checked_mib} MiB until the rules, {seconds:.0f} s and {peak_mib()} MiB in all", flush=True)
    return {
        "rows": LARGE_ROWS,
        "columns": COLUMNS,
        "checkedMiB": checked_mib,
        "seconds": round(seconds, 1),
        "peakMiB": peak_mib(),
        "stages": stages_of(place),
    }


def peak_mib() -> int:
    """Of the largest child so far."""
    return round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="trainyard-bench-") as name:
        folder = Path(name)
        result = {
            "measuredAt": datetime.now(UTC).isoformat(timespec="seconds"),
            "machine": {"cores": os.cpu_count(), "loadBefore": round(os.getloadavg()[0], 2)},
            "repetitions": REPETITIONS,
            # First: the peak of all children is that of the largest, which this is.
            "large": memory(folder, made_up(folder, LARGE_ROWS, COLUMNS)),
            "overhead": [overhead(folder, breast_cancer(folder), 100), overhead(folder, made_up(folder, 100_000, COLUMNS), 300)],
            "scaling": scaling(folder, folder / "made-up-100000.parquet", 300),
        }
    Path(sys.argv[1]).write_text(json.dumps(result, indent=1) + "\n")


if __name__ == "__main__":
    main()
