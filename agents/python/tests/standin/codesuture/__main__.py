"""``python -m codesuture``."""

from codesuture.cli import main

if __name__ == "__main__":
    main()
