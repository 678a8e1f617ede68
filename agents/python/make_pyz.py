"""Makes ``suture_bridge.pyz``, one file that runs with ``python suture_bridge.pyz run app.py``.

usage: python make_pyz.py [OUTPUT]
"""

import os
import shutil
import sys
import tempfile
import zipapp

HERE = os.path.dirname(os.path.abspath(__file__))


def make(target):
    """Packs the package into ``target``."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(
            os.path.join(HERE, "suture_bridge"), os.path.join(folder, "suture_bridge"),
            ignore=shutil.ignore_patterns("__pycache__"),
        )
        zipapp.create_archive(folder, target, main="suture_bridge.__main__:start")


if __name__ == "__main__":
    make(sys.argv[1] if len(sys.argv) > 1 else "suture_bridge.pyz")
