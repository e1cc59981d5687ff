"""SIGTERM: the pod is taken away. The run says so at once and ends with 75, even inside a library's C code."""

from __future__ import annotations

import os
import signal
import socket
import threading
from collections.abc import Callable


def on_sigterm(end: Callable[[], int]) -> None:
    """Calls `end` from its own thread when SIGTERM comes and exits with what it returns. A Python signal handler would
    only run after the current C call (a whole fit) returned, which may be later than the kubelet's SIGKILL."""
    reader, writer = socket.socketpair()
    writer.setblocking(False)
    # The C-level handler writes the number of the signal to this socket; the Python one has nothing to do.
    signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
    signal.signal(signal.SIGTERM, lambda number, frame: None)

    def watch() -> None:
        with writer:
            while data := reader.recv(16):
                if signal.SIGTERM in data:
                    os._exit(end())

    threading.Thread(target=watch, name="sigterm", daemon=True).start()
