"""The process: a port in, an HTTP server until SIGTERM."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Mapping
from importlib import import_module

from trainyard_trainer import __version__
from trainyard_trainer.errors import EXIT_CONFIGURATION, EXIT_DONE
from trainyard_trainer.interrupt import on_sigterm
from trainyard_trainer.log import Log, log_warnings
from trainyard_trainer.suggest.routes import ROUTES
from trainyard_trainer.suggest.server import SuggestServer

DEFAULT_PORT = "8080"
#: How often the server looks whether it has been told to stop.
POLL_SECONDS = 0.05
#: What answers under way get after SIGTERM. The one who asked asks again: the answer will be the same.
GRACE_SECONDS = 0.5


def read_port(env: Mapping[str, str]) -> int:
    """PORT, 0 for any free one. Raises ValueError."""
    text = env.get("PORT") or DEFAULT_PORT
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise ValueError(f"PORT: expected a number from 0 to 65535, found {text!r}.")
    return int(text)


def warm(log: Log) -> None:
    """Loads Optuna, which takes longer than the rest of the start, so that no request has to wait for it."""
    started = time.monotonic()
    import_module("trainyard_trainer.suggest.sampling")
    log.info("Optuna is loaded.", seconds=round(time.monotonic() - started, 3))


def main(env: Mapping[str, str]) -> int:
    """Exit code of the process: 0 after SIGTERM, 64 for a port that is none."""
    log = Log(sys.stdout, trainer=__version__)
    try:
        port = read_port(env)
    except ValueError as error:
        log.error(str(error))
        return EXIT_CONFIGURATION
    log_warnings(log)
    server = SuggestServer(port, ROUTES, log)

    def end() -> int:
        server.shutdown()
        server.under_way.wait(GRACE_SECONDS)
        log.info("Stopped by SIGTERM.")
        return EXIT_DONE

    on_sigterm(end)
    threading.Thread(target=warm, args=(log,), name="warm", daemon=True).start()
    log.info("The suggestion service listens.", port=server.server_port)
    server.serve_forever(POLL_SECONDS)
    # Only SIGTERM gets here, and its thread ends the process as soon as the answers under way are out.
    time.sleep(2 * GRACE_SECONDS)
    return EXIT_DONE
