"""Fitted features are taken from an earlier run only where they are the very ones that this run would fit."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from conftest import Result, Runner, spec_of
from s3_server import S3Server, free_port
from tables import mixed
from test_contract import check_schema

from trainyard_trainer import features as feature_steps
from trainyard_trainer import fit, retry
from trainyard_trainer.columns import describe
from trainyard_trainer.feature_entry import BadEntryError, FeatureSets, decode_entry, encode_entry
from trainyard_trainer.run_spec import FeatureSpec

ROOT = "s3://models/ml/_features/"


class Counted:
    """Counts how often feature steps are fitted."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch):
        self.calls = 0
        monkeypatch.setattr(fit, "fit_features", self)

    def __call__(self, *given: Any) -> Any:
        self.calls += 1
        return feature_steps.fit_features(*given)

    def during(self, call: Any) -> tuple[Any, int]:
        before = self.calls
        return call(), self.calls - before


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    return Counted(monkeypatch)


@pytest.fixture
def store(s3: S3Server) -> S3Server:
    """An S3 store without features."""
    for item in s3.client.list_objects_v2(Bucket="models", Prefix="ml/_features/").get("Contents", []):
        s3.client.delete_object(Bucket="models", Key=item["Key"])
    return s3


def entries(store: S3Server) -> list[str]:
    found = store.client.list_objects_v2(Bucket="models", Prefix="ml/_features/").get("Contents", [])
    return [item["Key"] for item in found]


def spec_with(uri: str, **overrides: Any) -> dict[str, Any]:
    data = {"source": {"uri": uri}, "target": "y", **overrides.pop("data", {})}
    return spec_of(uri, **{"features": {"reuse": True, "select": {}}, "data": data, **overrides})


def good(run: Runner, spec: dict[str, Any], store: S3Server) -> Result:
    result = run(spec, env=store.env, featureStoreUri=ROOT)
    assert result.code == 0, result.message
    return result


def model(result: Result) -> bytes:
    return (result.folder / "model.onnx").read_bytes()


@pytest.mark.parametrize("encode", ["OneHot", "Ordinal"])
@pytest.mark.parametrize("scale", ["Standard", "MinMax", "Robust", "None"])
def test_a_second_run_fits_no_features_and_writes_the_same_bytes(run, save, store, counted, encode, scale):
    steps = {"numeric": {"scale": scale}, "categorical": {"encode": encode, "maxCategories": 10}}
    spec = spec_with(save(mixed()), features={"reuse": True, "select": {}, **steps})
    first, fitted = counted.during(lambda: good(run, spec, store))
    assert fitted == 3
    assert "reusedFrom" not in first.manifest["features"]
    (key,) = entries(store)
    second, fitted = counted.during(lambda: good(run, spec, store))
    assert fitted == 0
    assert second.manifest["features"]["reusedFrom"] == f"s3://models/{key}"
    check_schema(second.manifest)
    assert model(first) == model(second)
    same = ("data", "metrics", "folds", "signature", "baseline")
    assert {name: first.manifest[name] for name in same} == {name: second.manifest[name] for name in same}
    assert first.manifest["features"]["selection"] == second.manifest["features"]["selection"]
    stage = next(stage for stage in second.manifest["stages"] if stage["name"] == "Features")
    assert key in stage["message"]


def test_without_reuse_nothing_is_kept_and_the_bytes_are_the_same(run, save, store, counted):
    uri = save(mixed())
    kept = good(run, spec_with(uri), store)
    plain = good(run, spec_with(uri, features={"select": {}}), store)
    assert len(entries(store)) == 1
    assert model(kept) == model(plain)


def test_another_algorithm_takes_the_same_features(run, save, store, counted):
    uri = save(mixed())
    features = {"reuse": True, "numeric": {"scale": "None"}}
    good(run, spec_with(uri, features=features), store)
    forest = {"name": "randomForest", "parameters": {"n_estimators": 5}}
    other, fitted = counted.during(lambda: good(run, spec_with(uri, features=features, algorithm=forest), store))
    assert fitted == 0
    assert other.manifest["features"]["reusedFrom"]


OTHERS = [
    ("other rows", {"rows": 301}, {}),
    ("other steps", {}, {"features": {"reuse": True, "select": {}, "categorical": {"impute": "Constant"}}}),
    ("another selection", {}, {"features": {"reuse": True, "select": {"alpha": 0.01}}}),
    ("another split", {}, {"data": {"split": {"seed": 8}}}),
    ("other folds", {}, {"crossValidation": {"folds": 3}}),
    ("other columns", {}, {"data": {"drop": ["city"]}}),
    ("another reading", {}, {"data": {"rules": [{"column": "visits", "type": "String"}]}}),
]


@pytest.mark.parametrize(("case", "table", "change"), OTHERS, ids=[row[0] for row in OTHERS])
def test_what_would_be_fitted_otherwise_is_not_reused(run, save, store, case, table, change):
    good(run, spec_with(save(mixed())), store)
    other = good(run, spec_with(save(mixed(**table)), **change), store)
    assert "reusedFrom" not in other.manifest["features"]
    assert len(entries(store)) == 2


def test_features_for_another_target_are_not_reused(run, save, store):
    uri = save(mixed().drop(columns="country").assign(z=lambda table: table["y"]))
    for target in ("y", "z"):
        spec = spec_with(uri, features={"reuse": True}, data={"target": target, "drop": ["y", "z"]})
        assert "reusedFrom" not in good(run, spec, store).manifest["features"]
    assert len(entries(store)) == 2


def test_an_entry_of_other_libraries_is_not_reused(run, save, store, monkeypatch):
    uri = save(mixed())
    good(run, spec_with(uri), store)
    monkeypatch.setattr("trainyard_trainer.feature_store.version", lambda name: "0")
    assert "reusedFrom" not in good(run, spec_with(uri), store).manifest["features"]


def changed(body: bytes) -> bytes:
    assert body.count(b'"unknown": ') > 0
    return body.replace(b'"unknown": ', b'"unknown":  ', 1)


BROKEN = [
    ("half of it", lambda body: body[: len(body) // 2]),
    ("nothing", lambda body: b""),
    ("a digest alone", lambda body: body[:65]),
    ("one byte more", lambda body: body + b" "),
    ("another number", changed),
    ("no text at all", lambda body: b"\xff\xfe" * 100),
]


@pytest.mark.parametrize(("case", "breaks"), BROKEN, ids=[row[0] for row in BROKEN])
def test_a_broken_entry_is_fitted_anew_and_replaced(run, save, store, counted, capsys, case, breaks):
    spec = spec_with(save(mixed()))
    first = good(run, spec, store)
    (key,) = entries(store)
    whole = store.client.get_object(Bucket="models", Key=key)["Body"].read()
    store.client.put_object(Bucket="models", Key=key, Body=breaks(whole))
    second, fitted = counted.during(lambda: good(run, spec, store))
    assert fitted == 3
    assert "reusedFrom" not in second.manifest["features"]
    assert model(first) == model(second)
    assert f"{key} is not used" in capsys.readouterr().out
    assert store.client.get_object(Bucket="models", Key=key)["Body"].read() == whole


def test_an_entry_under_the_name_of_another_is_not_used(run, save, store, counted):
    one, other = save(mixed()), save(mixed(seed=1), "other.csv")
    good(run, spec_with(one), store)
    (key,) = entries(store)
    good(run, spec_with(other), store)
    (second,) = set(entries(store)) - {key}
    body = store.client.get_object(Bucket="models", Key=second)["Body"].read()
    store.client.put_object(Bucket="models", Key=key, Body=body)
    result, fitted = counted.during(lambda: good(run, spec_with(one), store))
    assert (fitted, "reusedFrom" in result.manifest["features"]) == (3, False)


def test_a_store_that_is_away_costs_nothing_but_time(run, save, capsys, monkeypatch):
    monkeypatch.setattr(
        "trainyard_trainer.store.with_retries",
        lambda call, budget: retry.with_retries(call, sleep=lambda _: None, budget=6),
    )
    keys = {"AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b"}
    env = {"AWS_ENDPOINT_URL": f"http://127.0.0.1:{free_port()}", **keys}
    result = run(spec_with(save(mixed())), env=env, featureStoreUri=ROOT)
    assert result.code == 0, result.message
    said = capsys.readouterr().out
    assert "could not be read, so the features are fitted" in said
    assert "could not be kept for later runs" in said


def test_an_entry_too_large_to_be_worth_it_is_not_kept(run, save, store, monkeypatch):
    monkeypatch.setattr("trainyard_trainer.feature_store.MAX_ENTRY_BYTES", 100)
    good(run, spec_with(save(mixed())), store)
    assert entries(store) == []


def test_on_a_laptop_the_features_lie_beside_the_output(run, save, tmp_path):
    spec = spec_with(save(mixed()))
    outputs = [run(spec, outputUri=f"file://{tmp_path}/own/") for _ in range(2)]
    assert [result.code for result in outputs] == [0, 0]
    manifest = json.loads((tmp_path / "own" / "manifest.json").read_text())
    assert manifest["features"]["reusedFrom"].startswith(f"file://{tmp_path}/own/_features/")


def sets_of() -> tuple[FeatureSets, list[Any], Any]:
    frame, columns = describe(mixed().drop(columns="y"))
    spec = FeatureSpec("Median", "Standard", "MostFrequent", "OneHot", 10)
    fitted = feature_steps.fit_features(frame, columns, spec)
    return FeatureSets(fitted, [fitted]), columns, frame


def test_what_was_kept_computes_what_scikit_learn_does():
    sets, columns, frame = sets_of()
    kept = decode_entry(encode_entry({"k": 1}, sets), {"k": 1}, columns).final
    np.testing.assert_allclose(kept.reference(frame), sets.final.reference(frame), atol=1e-12)
    assert (kept.names, kept.owners) == (sets.final.names, sets.final.owners)


def test_an_entry_with_a_column_that_the_data_lacks_is_refused():
    sets, columns, _ = sets_of()
    data = encode_entry({}, sets)
    with pytest.raises(BadEntryError, match="another form"):
        decode_entry(data, {}, columns[1:])
