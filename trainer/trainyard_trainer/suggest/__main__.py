"""`python -m trainyard_trainer.suggest`: serves on PORT (8080 unless set) until SIGTERM."""

import os
import sys

from trainyard_trainer.suggest.process import main

sys.exit(main(os.environ))
