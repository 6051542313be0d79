"""``python -m paralign`` is the command ``paralign``."""

from paralign.cli import run

if __name__ == "__main__":
    run()
