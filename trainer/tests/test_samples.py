"""The samples: a table to train on, and a model that fails for some rows."""

from __future__ import annotations

import hashlib
import json
import time

import numpy as np
import onnxruntime
import pytest
from conftest import spec_of
from tables import breast_cancer

from trainyard_trainer import samples


@pytest.fixture
def call(monkeypatch, capsys):
    def run_command(env: dict[str, str], *arguments: str) -> tuple[int, dict]:
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        code = samples.main(list(arguments))
        out = capsys.readouterr().out.strip().splitlines()
        return code, json.loads(out[-1]) if code == 0 else {}

    return run_command


def test_the_table_of_digits(call, s3):
    code, table = call(s3.env, "digits", "s3://data/digits.csv")
    assert (code, table["uri"]) == (0, "s3://data/digits.csv")
    header, first, *rest = s3.client.get_object(Bucket="data", Key="digits.csv")["Body"].read().decode().splitlines()
    assert header.startswith("pixel_0_0,") and header.endswith(",digit")
    assert first.startswith("0,0,5,13,9,1,0,0,") and first.endswith(",0")
    assert len(rest) == 1796


def test_the_table_and_a_copy_that_fails_above_a_bound(call, run, s3):
    code, table = call(s3.env, "breast-cancer", "s3://data/tumour.csv")
    assert code == 0
    header = s3.client.get_object(Bucket="data", Key="tumour.csv")["Body"].read().split(b"\n")[0].decode()
    assert header.startswith("patient_id,mean_radius,") and header.endswith(",malignant")

    spec = spec_of(table["uri"], data__source__sha256=table["sha256"], algorithm__name="xgboost")
    result = run(spec, env=s3.env, outputUri="s3://models/good/")
    assert result.code == 0

    source = result.message["manifest"]["uri"]
    options = ("--share-column", "mean_radius", "--above", "15.0")
    code, copy = call(s3.env, "failing-copy", source, "s3://models/broken", *options)
    assert code == 0
    assert copy["artifact"]["uri"] == "s3://models/broken/model.onnx"

    def get(key: str) -> bytes:
        return s3.client.get_object(Bucket="models", Key=key)["Body"].read()

    manifest, model = get("broken/manifest.json"), get("broken/model.onnx")
    assert hashlib.sha256(manifest).hexdigest() == copy["manifest"]["sha256"]
    assert hashlib.sha256(model).hexdigest() == copy["artifact"]["sha256"]
    assert len(model) == copy["artifact"]["sizeBytes"]
    assert json.loads(manifest)["artifact"]["sha256"] == copy["artifact"]["sha256"]
    assert [file["sha256"] for file in json.loads(manifest)["files"]] == [copy["artifact"]["sha256"]]
    assert "holdout" in json.loads(get("good/manifest.json")) and "holdout" not in json.loads(manifest)

    frame = breast_cancer()
    feeds = {
        name: frame[name].to_numpy(dtype=np.float32).reshape(-1, 1)
        for name in json.loads(manifest)["features"]["inputs"]
    }
    good, broken = onnxruntime.InferenceSession(get("good/model.onnx")), onnxruntime.InferenceSession(model)
    low = feeds["mean_radius"][:, 0] <= 15.0
    calm = {name: values[low] for name, values in feeds.items()}
    for expected, found in zip(good.run(None, calm), broken.run(None, calm), strict=True):
        assert np.array_equal(expected, found)
    for row in np.flatnonzero(~low)[:20]:
        for output in ("label", "probabilities"):
            with pytest.raises(Exception, match="out of data bounds"):
                broken.run([output], {name: values[row : row + 1] for name, values in feeds.items()})
    gap = {name: values[:1].copy() for name, values in feeds.items()}
    gap["mean_radius"][:] = np.nan
    assert np.array_equal(good.run(None, gap)[1], broken.run(None, gap)[1])


def test_mistakes_are_told(call, run, tumour_csv, tmp_path):
    result = run(spec_of(tumour_csv))
    source = result.message["manifest"]["uri"]
    target = f"file://{tmp_path}/broken/"
    assert call({}, "failing-copy", source, target, "--share-column", "nothing", "--above", "1")[0] == 64
    absent = f"file://{tmp_path}/absent/manifest.json"
    assert call({}, "failing-copy", absent, target, "--share-column", "mean_radius", "--above", "1")[0] == 65
    (result.folder / "model.onnx").write_bytes(b"other bytes")
    assert call({}, "failing-copy", source, target, "--share-column", "mean_radius", "--above", "1")[0] == 65


def test_a_slow_copy_gives_the_same_answers_later(call, run, tumour_csv, tmp_path):
    result = run(spec_of(tumour_csv))
    options = ("--share-column", "mean_radius", "--rounds", "300")
    code, copy = call({}, "slow-copy", result.message["manifest"]["uri"], f"file://{tmp_path}/slow/", *options)
    assert code == 0
    good = onnxruntime.InferenceSession((result.folder / "model.onnx").read_bytes())
    slow = onnxruntime.InferenceSession(copy["artifact"]["uri"].removeprefix("file://"))
    frame = breast_cancer()
    feeds = {value.name: frame[value.name].to_numpy(dtype=np.float32).reshape(-1, 1)[:5] for value in good.get_inputs()}
    for expected, found in zip(good.run(None, feeds), slow.run(None, feeds), strict=True):
        assert np.array_equal(expected, found)

    def seconds(session) -> float:
        began = time.perf_counter()
        session.run(None, feeds)
        return time.perf_counter() - began

    # Not a limit of speed: 300 products of matrices cannot be as quick as none.
    assert min(seconds(slow) for _ in range(3)) > 3 * min(seconds(good) for _ in range(3))
