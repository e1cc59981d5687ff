"""Reads and writes objects by URI: s3:// (path-style, any S3-compatible store), http(s):// and file://."""

from __future__ import annotations

import hashlib
import http.client
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
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
from trainyard_trainer.retry import (
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


class Store:
    """One place to read from or write to, with its credentials. `unreachable` names the error of its absence."""

    def __init__(self, credentials: Credentials, unreachable: ErrorKind = STORE_UNREACHABLE):
        self._credentials = credentials
        self._unreachable = unreachable
        self._client: Any = None

    @classmethod
    def for_data(cls, credentials: Credentials) -> Store:
        return cls(credentials, DATA_UNREACHABLE)

    def read(self, uri: str, target: Path, version_id: str | None = None) -> Downloaded:
        """Copies the object to `target`. Raises DataNotFound, AccessDenied or this store's unreachable error."""
        scheme = urlsplit(uri).scheme
        readers = {"s3": self._read_s3, "http": self._read_http, "https": self._read_http, "file": self._read_file}
        if scheme not in readers:
            raise BAD_CONFIGURATION(where=uri, problem="the URI must start with s3://, http://, https:// or file://")
        try:
            return self._retrying(uri, lambda: readers[scheme](uri, target, version_id))
        except _NotFoundError as error:
            version = f" with version {version_id}" if version_id else ""
            raise DATA_NOT_FOUND(uri=uri, version=version) from error
        except _DeniedError as error:
            raise ACCESS_DENIED(action="to read", uri=uri, detail=error) from error

    def write(self, uri: str, data: bytes, content_type: str) -> None:
        """Writes one whole object. Raises AccessDenied, StoreNotFound or this store's unreachable error."""
        try:
            self._retrying(uri, lambda: self._write_once(uri, data, content_type))
        except _NotFoundError as error:
            raise STORE_NOT_FOUND(uri=uri) from error
        except _DeniedError as error:
            raise ACCESS_DENIED(action="to write", uri=uri, detail=error) from error

    def _retrying(self, uri: str, attempt: Callable[[], Any]) -> Any:
        try:
            return with_retries(attempt)
        except GaveUpError as error:
            raise self._unreachable(
                uri=uri, attempts=error.attempts, seconds=error.seconds, detail=error.detail
            ) from error

    def _s3(self) -> Any:
        if self._client is None:
            self._client = s3_client(self._credentials)
        return self._client

    def _read_s3(self, uri: str, target: Path, version_id: str | None) -> Downloaded:
        bucket, key = split_s3(uri)
        extra = {"VersionId": version_id} if version_id else {}

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
        try:
            with Path(unquote(urlsplit(uri).path)).open("rb") as source, target.open("wb") as file:
                sha256, size = _copy(source, file)
        except (FileNotFoundError, IsADirectoryError) as error:
            raise _NotFoundError(str(error)) from error
        except PermissionError as error:
            raise _DeniedError(str(error)) from error
        return Downloaded(target, sha256, size, version_id)

    def _write_once(self, uri: str, data: bytes, content_type: str) -> None:
        scheme = urlsplit(uri).scheme
        if scheme == "s3":
            bucket, key = split_s3(uri)
            _s3_call(lambda: self._s3().put_object(Bucket=bucket, Key=key, Body=data, ContentType=content_type))
        elif scheme == "file":
            path = Path(unquote(urlsplit(uri).path))
            path.parent.mkdir(parents=True, exist_ok=True)
            partial = path.with_name(f".{path.name}.partial")
            partial.write_bytes(data)
            shutil.move(partial, path)
        else:
            raise BAD_CONFIGURATION(where=uri, problem="the output URI must start with s3:// or file://")
