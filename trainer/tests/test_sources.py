"""Where tables come from: folders of objects, claims, ConfigMaps, and buckets with their own conditions."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from conftest import spec_of
from tables import breast_cancer

from trainyard_trainer.config import credentials_from, in_region
from trainyard_trainer.errors import TrainerError
from trainyard_trainer.ingest import Snapshot, ingest
from trainyard_trainer.run_spec import DataSpec, parse_run
from trainyard_trainer.store import Store

NOBODY = credentials_from({})


def read(uri: str, folder: Path, store: Store | None = None, **fields: Any) -> Snapshot:
    spec = replace(DataSpec(uri, None, None, "Auto", "y", (), ()), **fields)
    return ingest(spec, store or Store.for_data(NOBODY), folder)


def write(folder: Path, files: dict[str, str | bytes]) -> str:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return f"file://{folder}/"


def refused(call: Any) -> TrainerError:
    with pytest.raises(TrainerError) as caught:
        call()
    return caught.value


PARTS = {"b.csv": "a,y\n3,1\n", "a/2.csv": "y,a\n1,2\n", "a/1.csv": "a,y\n1,0\n"}
LEFT_BY_WRITERS = {"_SUCCESS": "", ".b.csv.crc": "x", "_temporary/0/c.csv": "a,y\n9,9\n", "a/": "", "empty.csv": ""}


def test_a_folder_in_s3_is_one_table_in_the_order_of_its_keys(s3, tmp_path):
    for name, content in {**PARTS, **LEFT_BY_WRITERS}.items():
        s3.client.put_object(Bucket="data", Key=f"parts/{name}", Body=content.encode())
    s3.client.put_object(Bucket="data", Key="parts-of-another.csv", Body=b"a,y\n8,8\n")
    snapshot = read("s3://data/parts/", tmp_path, Store.for_data(s3.credentials))
    assert list(snapshot.frame["a"]) == [1, 2, 3]
    assert list(snapshot.frame["y"]) == [0, 1, 1]
    # As `sha256sum` of the files below each other, hashed once more.
    names = ["a/1.csv", "a/2.csv", "b.csv", "empty.csv"]
    contents = {**PARTS, "empty.csv": ""}
    lines = "".join(f"{hashlib.sha256(contents[name].encode()).hexdigest()}  {name}\n" for name in names)
    assert snapshot.sha256 == hashlib.sha256(lines.encode()).hexdigest()
    assert [item.name for item in snapshot.objects] == names
    assert all(item.version_id for item in snapshot.objects)
    assert snapshot.size_bytes == sum(len(content) for content in PARTS.values())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_more_objects_than_a_page_holds_is_read_to_its_end(s3, tmp_path):
    count = 1003
    for number in range(count):
        s3.client.put_object(Bucket="models", Key=f"many/{number:04d}.csv", Body=f"a,y\n{number},0\n".encode())
    asked: list[dict[str, Any]] = []
    store = Store.for_data(s3.credentials)
    store._s3().meta.events.register(
        "before-parameter-build.s3.ListObjectsV2", lambda params, **_: asked.append(dict(params))
    )
    snapshot = read("s3://models/many/", tmp_path, store)
    assert list(snapshot.frame["a"]) == list(range(count))
    assert [("ContinuationToken" in params) for params in asked] == [False, True]


def test_a_pinned_folder_is_that_very_folder(tmp_path):
    uri = write(tmp_path / "in", PARTS)
    digest = read(uri, tmp_path).sha256
    assert read(uri, tmp_path, sha256=digest).rows == 3
    write(tmp_path / "in", {"c.csv": "a,y\n4,1\n"})
    assert refused(lambda: read(uri, tmp_path, sha256=digest)).reason == "DigestMismatch"


def test_a_claim_is_read_where_the_pod_mounts_it(tmp_path):
    write(tmp_path / "mnt", {"deep/t.csv": "a,y\n1,0\n", "deep/u.csv": "a,y\n2,0\n", "lost+found/x.csv": "a,y\n7,7\n"})
    store = Store.for_data(NOBODY, tmp_path / "mnt")
    one = read("pvc://shared/deep/t.csv", tmp_path, store)
    assert (one.uri, list(one.frame["a"]), one.objects) == ("pvc://shared/deep/t.csv", [1], ())
    for uri in ("pvc://shared/deep/", "pvc://shared/"):
        assert list(read(uri, tmp_path, store).frame["a"]) == [1, 2]


def test_a_config_map_is_read_where_the_pod_mounts_it(tmp_path):
    write(tmp_path / "mnt", {"t.csv": "a,y\n1,0\n"})
    snapshot = read("configmap://small/t.csv", tmp_path, Store.for_data(NOBODY, tmp_path / "mnt"))
    assert (snapshot.uri, snapshot.sha256) == ("configmap://small/t.csv", hashlib.sha256(b"a,y\n1,0\n").hexdigest())


@pytest.mark.parametrize(
    ("uri", "reason"),
    [
        ("pvc://shared/none.csv", "DataNotFound"),
        ("pvc://shared/none/", "DataNotFound"),
        ("pvc://shared/empty/", "DataNotFound"),
        ("pvc://shared/t.csv/x.csv", "DataNotFound"),
        ("configmap://small/none.csv", "DataNotFound"),
        ("pvc://shared/../data-secret/AWS_SECRET_ACCESS_KEY", "BadConfiguration"),
        ("pvc://shared", "BadConfiguration"),
        ("configmap://small/a/b", "BadConfiguration"),
        ("configmap://small/..", "BadConfiguration"),
    ],
)
def test_what_a_mounted_address_cannot_be(tmp_path, uri, reason):
    (tmp_path / "mnt" / "empty").mkdir(parents=True)
    write(tmp_path / "mnt", {"t.csv": "a,y\n1,0\n"})
    assert refused(lambda: read(uri, tmp_path, Store.for_data(NOBODY, tmp_path / "mnt"))).reason == reason


def test_a_run_reads_its_claim(run, tmp_path):
    (tmp_path / "mnt").mkdir()
    breast_cancer().to_parquet(tmp_path / "mnt" / "tumour.parquet")
    result = run(spec_of("pvc://lake/tumour.parquet"), env={"TRAINYARD_DATA": str(tmp_path / "mnt")})
    assert result.code == 0, result.message
    assert result.manifest["data"]["uri"] == "pvc://lake/tumour.parquet"


def test_the_manifest_lists_the_objects_of_a_folder(run, tmp_path):
    table = breast_cancer()
    (tmp_path / "in").mkdir()
    table[:300].to_csv(tmp_path / "in" / "1.csv", index=False)
    table[300:].to_csv(tmp_path / "in" / "2.csv", index=False)
    result = run(spec_of(f"file://{tmp_path}/in/"))
    assert result.code == 0, result.message
    data = result.manifest["data"]
    assert [item["name"] for item in data["objects"]] == ["1.csv", "2.csv"]
    lines = "".join(f"{item['sha256']}  {item['name']}\n" for item in data["objects"])
    assert data["sha256"] == hashlib.sha256(lines.encode()).hexdigest()
    assert data["rows"] == len(table)


MIXED = [
    ("other columns", {"1.csv": "a,y\n1,0\n", "2.csv": "a,z\n1,0\n"}, "'y' is in one of them only"),
    ("other formats", {"1.csv": "a,y\n1,0\n", "2.jsonl": '{"a":1}\n'}, "different formats, CSV and JSONLines"),
]


@pytest.mark.parametrize(("case", "files", "words"), MIXED, ids=[row[0] for row in MIXED])
def test_objects_that_are_not_one_table_say_so(tmp_path, case, files, words):
    uri = write(tmp_path / "in", files)
    error = refused(lambda: read(uri, tmp_path))
    assert error.reason == "DataUnreadable"
    assert words in error.message


def test_more_objects_than_one_run_reads_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("trainyard_trainer.folders.MAX_OBJECTS", 2)
    uri = write(tmp_path / "in", PARTS)
    error = refused(lambda: read(uri, tmp_path))
    assert (error.reason, error.exit_code) == ("TooManyObjects", 65)


def test_the_reader_pays_where_it_says_so(s3, tmp_path):
    s3.client.put_object(Bucket="data", Key="paid/t.csv", Body=b"a,y\n1,0\n")
    for pays in (True, False):
        seen: list[str | None] = []
        store = Store.for_data(s3.credentials, requester_pays=pays)
        for call in ("ListObjectsV2", "GetObject"):
            store._s3().meta.events.register(
                f"before-call.s3.{call}",
                lambda params, seen=seen, **_: seen.append(params["headers"].get("x-amz-request-payer")),
            )
        read("s3://data/paid/", tmp_path, store)
        assert seen == (["requester"] * 2 if pays else [None] * 2)


def test_the_region_of_the_source_wins(s3):
    own = in_region(s3.credentials, "eu-central-1")
    assert Store.for_data(own)._s3().meta.region_name == "eu-central-1"
    assert (own.endpoint_url, own.access_key_id) == (s3.credentials.endpoint_url, s3.credentials.access_key_id)
    assert in_region(s3.credentials, None) == s3.credentials


SOURCES = [
    ({"uri": "https://x/t.csv", "versionId": "1"}, "versionId is for s3:// only"),
    ({"uri": "pvc://c/t.csv", "secretRef": {"name": "s"}}, "secretRef is for s3:// only"),
    ({"uri": "configmap://c/t.csv", "region": "eu-west-1"}, "region is for s3:// only"),
    ({"uri": "https://x/t.csv", "requesterPays": True}, "requesterPays is for s3:// only"),
    ({"uri": "s3://b/folder/", "versionId": "1"}, "versionId needs a uri of one object"),
    ({"uri": "ftp://x/t.csv"}, "uri must start with one of s3://"),
]


@pytest.mark.parametrize(("source", "words"), SOURCES, ids=[json.dumps(row[0]) for row in SOURCES])
def test_a_field_that_would_do_nothing_is_refused(source, words):
    spec = spec_of("s3://b/t.csv")
    spec["data"]["source"] = source
    assert words in refused(lambda: parse_run({"spec": spec}, "file:///out")).message


def test_a_source_is_taken_as_it_is_written():
    spec = spec_of("s3://b/t.csv", data__source__region="eu-west-1", data__source__requesterPays=True)
    data = parse_run({"spec": spec}, "file:///out").data
    assert (data.region, data.requester_pays) == ("eu-west-1", True)
    assert parse_run({"spec": spec_of("s3://b/t.csv")}, "file:///out").data.requester_pays is False


def test_an_http_address_that_ends_in_a_slash_is_one_object():
    from trainyard_trainer.folders import is_folder

    assert [is_folder(uri) for uri in ("https://x/", "s3://b/", "s3://b/k")] == [False, True, False]


def test_objects_of_json_may_name_other_columns(tmp_path):
    files = {"1.jsonl": '{"a":1,"y":0}\n', "2.jsonl": '{"y":1,"b":"x"}\n{"a":2,"y":1}\n', "3.jsonl": '{"y":0}\n'}
    snapshot = read(write(tmp_path / "in", files), tmp_path)
    pd.testing.assert_frame_equal(
        snapshot.frame,
        pd.DataFrame(
            {
                "a": [1.0, None, 2.0, None],
                "y": [0, 1, 1, 0],
                "b": pd.Series([None, "x", None, None], dtype=object),
            }
        ),
    )
