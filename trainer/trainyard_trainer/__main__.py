"""`python -m trainyard_trainer [run.json]`."""

import sys

from trainyard_trainer.main import main

sys.exit(main(sys.argv[1:]))
