"""Starts train.py: by torchrun where the operator set its variables, which several pods have, else as it is."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from contract import TRY_AGAIN

PROGRAM = str(Path(__file__).with_name("train.py"))


def by_torchrun() -> int:
    """The exit code of the process that failed first. torchrun itself would end with 1 whatever it was, and the
    operator tells by the code whether another try makes sense."""
    from torch.distributed.elastic.multiprocessing.api import SignalException
    from torch.distributed.elastic.multiprocessing.errors import ChildFailedError
    from torch.distributed.run import main

    try:
        # What a process prints is printed with its rank. (Without the options PyTorch 1.13 fails on Python 3.11.)
        main(["--tee", "1", "--redirects", "1", PROGRAM])
    except ChildFailedError as error:
        return error.get_first_failure()[1].exitcode
    except SignalException:
        return TRY_AGAIN
    return 0


if __name__ == "__main__":
    if "PET_NNODES" not in os.environ:
        os.execv(sys.executable, [sys.executable, PROGRAM])
    sys.exit(by_torchrun())
