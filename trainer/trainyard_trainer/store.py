"""Reads and writes objects by URI: s3:// (path-style, any S3-compatible store), http(s)://, what the pod mounts
(pvc://, configmap://) and file://."""

from __future__ import annotations

import hashlib
import http.client
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import unquote, urlsplit

from trainyard_trainer.config import Credentials
from trainyard_trainer.errors import (
    ACCESS_DENIED,
    BAD_CONFIGURATION,
    DATA_NOT_FOUND,
    DATA_UNREACHABLE,
    STORE_NOT_FOUND,
    STORE_UNREACHABLE,
    ErrorKind,
)
from trainyard_trainer.folders import files_below, in_order
from trainyard_trainer.mounted import SCHEMES, mounted_path
from trainyard_trainer.retry import (
    BUDGET_SECONDS,
    CONNECT_TIMEOUT_SECONDS,
    READ_TIMEOUT_SECONDS,
    GaveUpError,
    UnreachableError,
    with_retries,
)

CHUNK_BYTES = 1 << 20
#: S3 error codes that mean "later", beside every 5xx.
TRANSIENT_CODES = frozenset(("SlowDown", "RequestTimeout", "Throttling", "TooManyRequests", "429"))
#: versitygw answers an unknown access key with 404, as if the object were missing.
VERSITYGW_NO_USER = "XAdminUserNotFound"
NOT_FOUND_CODES = frozenset(("404", "NoSuchKey", "NoSuchBucket", "NoSuchVersion", "NotFound"))


@dataclass(frozen=True)
class Downloaded:
    """A local copy of an object. `version_id` is the store's, if it has versions."""

    path: Path
    sha256: str
    size_bytes: int
    version_id: str | None


class _NotFoundError(Exception):
    """The object is not there."""


class _DeniedError(Exception):
    """The store refused the credentials."""


def split_s3(uri: str) -> tuple[str, str]:
    """(bucket, key) of an s3:// URI. Not urlsplit: a key may hold `?` and `#`."""
    bucket, _, key = uri.removeprefix("s3://").partition("/")
    return bucket, key


def s3_client(credentials: Credentials) -> Any:
    """A client that never retries by itself: with_retries owns the time."""
    import boto3
    from botocore.config import Config

    return boto3.client(
        "s3",
        endpoint_url=credentials.endpoint_url,
        aws_access_key_id=credentials.access_key_id,
        aws_secret_access_key=credentials.secret_access_key,
        aws_session_token=credentials.session_token,
        region_name=credentials.region,
        config=Config(
            s3={"addressing_style": "path"},
            connect_timeout=CONNECT_TIMEOUT_SECONDS,
            read_timeout=READ_TIMEOUT_SECONDS,
            retries={"total_max_attempts": 1},
            # Checksums in chunked trailers are not understood by every S3-compatible store.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        ),
    )


def _copy(source: Any, target: BinaryIO) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(CHUNK_BYTES):
        digest.update(chunk)
        target.write(chunk)
        size += len(chunk)
    return digest.hexdigest(), size


def _s3_call(call: Callable[[], Any]) -> Any:
    """Runs one S3 call and sorts its errors into UnreachableError, _NotFoundError and _DeniedError."""
    from botocore import exceptions as boto

    try:
        return call()
    except boto.ClientError as error:
        code = str(error.response.get("Error", {}).get("Code", ""))
        status = int(error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))
        detail = f"{code} {error.response.get('Error', {}).get('Message', '')}".strip()
        if status >= 500 or code in TRANSIENT_CODES:
            raise UnreachableError(detail) from error
        if code in NOT_FOUND_CODES or (status == 404 and code != VERSITYGW_NO_USER):
            raise _NotFoundError(detail) from error
        raise _DeniedError(detail) from error
    except (boto.NoCredentialsError, boto.PartialCredentialsError) as error:
        raise _DeniedError("no credentials were given") from error
    except (boto.ParamValidationError, boto.InvalidRegionError) as error:
        raise BAD_CONFIGURATION(where="S3", problem=" ".join(str(error).split())) from error
    except (boto.ConnectionError, boto.HTTPClientError, boto.IncompleteReadError, OSError) as error:
        raise UnreachableError(str(error)) from error


@contextmanager
def _file_errors() -> Iterator[None]:
    """Sorts the errors of a file system like those of a store. A volume that fails is one that is away."""
    try:
        yield
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
        raise _NotFoundError(str(error)) from error
    except PermissionError as error:
        raise _DeniedError(str(error)) from error
    except OSError as error:
        raise UnreachableError(str(error)) from error


class Store:
    """One place to read from or write to, with its credentials. `unreachable` names the error of its absence."""

    def __init__(self, credentials: Credentials, unreachable: ErrorKind = STORE_UNREACHABLE):
        self._credentials = credentials
        self._unreachable = unreachable
        self._client: Any = None
        self._mounted: Path | None = None
        self._payer: dict[str, str] = {}

    @classmethod
    def for_data(cls, credentials: Credentials, mounted: Path | None = None, requester_pays: bool = False) -> Store:
        """`mounted` is the folder of a pvc:// or configmap:// source. `requester_pays` accepts the charges of a bucket
        that wants its readers to pay, which refuses everybody else."""
        store = cls(credentials, DATA_UNREACHABLE)
        store._mounted = mounted
        store._payer = {"RequestPayer": "requester"} if requester_pays else {}
        return store

    def read(self, uri: str, target: Path, version_id: str | None = None) -> Downloaded:
        """Copies the object to `target`. Raises DataNotFound, AccessDenied or this store's unreachable error."""
        scheme = urlsplit(uri).scheme
        readers = {"s3": self._read_s3, "http": self._read_http, "https": self._read_http}
        read = readers.get(scheme, self._read_file)
        with self._reading(uri, f" with version {version_id}" if version_id else ""):
            return self._retrying(uri, lambda: read(uri, target, version_id))

    def names_below(self, uri: str) -> list[str]:
        """Names of the objects below a folder, relative to it and in order (see folders). Raises DataNotFound if there
        are none, TooManyObjects, AccessDenied or this store's unreachable error."""
        with self._reading(uri):
            if uri.startswith("s3://"):
                names = in_order(uri, self._s3_names(uri))
            else:
                names = in_order(uri, self._retrying(uri, lambda: self._file_names(uri)))
        if not names:
            raise DATA_NOT_FOUND(uri=uri, version="")
        return names

    @contextmanager
    def _reading(self, uri: str, version: str = "") -> Iterator[None]:
        try:
            yield
        except _NotFoundError as error:
            raise DATA_NOT_FOUND(uri=uri, version=version) from error
        except _DeniedError as error:
            raise ACCESS_DENIED(action="to read", uri=uri, detail=error) from error

    def write(self, uri: str, data: bytes, content_type: str, budget: float = BUDGET_SECONDS) -> None:
        """Writes one whole object, in at most `budget` seconds. Raises AccessDenied, StoreNotFound or this store's
        unreachable error."""
        try:
            self._retrying(uri, lambda: self._write_once(uri, data, content_type), budget)
        except _NotFoundError as error:
            raise STORE_NOT_FOUND(uri=uri) from error
        except _DeniedError as error:
            raise ACCESS_DENIED(action="to write", uri=uri, detail=error) from error

    def _retrying(self, uri: str, attempt: Callable[[], Any], budget: float = BUDGET_SECONDS) -> Any:
        try:
            return with_retries(attempt, budget=budget)
        except GaveUpError as error:
            raise self._unreachable(
                uri=uri, attempts=error.attempts, seconds=error.seconds, detail=error.detail
            ) from error

    def _s3(self) -> Any:
        if self._client is None:
            self._client = s3_client(self._credentials)
        return self._client

    def _s3_names(self, uri: str) -> Iterator[str]:
        """Page by page, each retried alone: a store gives at most 1000 keys at a time."""
        bucket, prefix = split_s3(uri)
        token: dict[str, str] = {}
        while True:
            call = partial(self._s3().list_objects_v2, Bucket=bucket, Prefix=prefix, **token, **self._payer)
            page = self._retrying(uri, partial(_s3_call, call))
            yield from (item["Key"].removeprefix(prefix) for item in page.get("Contents", []))
            if not page.get("IsTruncated"):
                return
            token = {"ContinuationToken": page["NextContinuationToken"]}

    def _read_s3(self, uri: str, target: Path, version_id: str | None) -> Downloaded:
        bucket, key = split_s3(uri)
        extra = {**({"VersionId": version_id} if version_id else {}), **self._payer}

        def download() -> Downloaded:
            answer = self._s3().get_object(Bucket=bucket, Key=key, **extra)
            with target.open("wb") as file:
                sha256, size = _copy(answer["Body"], file)
            found = answer.get("VersionId")
            return Downloaded(target, sha256, size, found if found not in (None, "null") else version_id)

        return _s3_call(download)

    def _read_http(self, uri: str, target: Path, version_id: str | None) -> Downloaded:
        try:
            with urllib.request.urlopen(uri, timeout=READ_TIMEOUT_SECONDS) as answer, target.open("wb") as file:
                sha256, size = _copy(answer, file)
                expected = answer.headers.get("Content-Length")
        except urllib.error.HTTPError as error:
            detail = f"HTTP {error.code} {error.reason}"
            if error.code >= 500 or error.code in (408, 429):
                raise UnreachableError(detail) from error
            raise (_NotFoundError if error.code in (404, 410) else _DeniedError)(detail) from error
        except (urllib.error.URLError, http.client.HTTPException, OSError) as error:
            raise UnreachableError(str(getattr(error, "reason", error))) from error
        if expected is not None and int(expected) != size:
            raise UnreachableError(f"the connection ended after {size} of {expected} bytes")
        return Downloaded(target, sha256, size, version_id)

    def _read_file(self, uri: str, target: Path, version_id: str | None) -> Downloaded:
        with _file_errors(), self._path(uri).open("rb") as source, target.open("wb") as file:
            sha256, size = _copy(source, file)
        return Downloaded(target, sha256, size, version_id)

    def _file_names(self, uri: str) -> list[str]:
        with _file_errors():
            return files_below(self._path(uri))

    def _path(self, uri: str) -> Path:
        """Where a file:// address or one of what the pod mounts lies on this machine."""
        scheme = urlsplit(uri).scheme
        if scheme == "file":
            return Path(unquote(urlsplit(uri).path))
        if scheme in SCHEMES and self._mounted is not None:
            return mounted_path(uri, self._mounted)
        known = "s3://, http://, https://, pvc://, configmap:// or file://"
        raise BAD_CONFIGURATION(where=uri, problem=f"the URI must start with {known}")

    def _write_once(self, uri: str, data: bytes, content_type: str) -> None:
        scheme = urlsplit(uri).scheme
        if scheme == "s3":
            bucket, key = split_s3(uri)
            _s3_call(lambda: self._s3().put_object(Bucket=bucket, Key=key, Body=data, ContentType=content_type))
        elif scheme == "file":
            path = Path(unquote(urlsplit(uri).path))
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_name(f".{path.name}.partial")
            unfinished.write_bytes(data)
            shutil.move(unfinished, path)
        else:
            raise BAD_CONFIGURATION(where=uri, problem="the output URI must start with s3:// or file://")
