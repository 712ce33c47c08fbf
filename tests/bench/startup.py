"""How long a person waits for the command line."""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from tests.support.folders import open_folder

HOTCART = Path(sys.executable).with_name("hotcart")


def measure() -> list[str]:
    """Seconds of `--help`, of a bare Python for comparison, and of the first and later chats."""
    python = median(_seconds([sys.executable, "-c", ""]) for _ in range(5))
    helps = median(_seconds([str(HOTCART), "--help"]) for _ in range(5))
    with open_folder() as folder:
        (folder / "script.txt").write_text("hi\n")
        chat = [str(HOTCART), "chat", "--script", "script.txt"]
        first = _seconds(chat, folder)
        later = median(_seconds(chat, folder) for _ in range(3))
    return [
        f"python -c ''          {python:.2f} s   x 1.0",
        f"hotcart --help        {helps:.2f} s   x {helps / python:.1f}",
        f"first chat            {first:.2f} s   x {first / python:.1f}",
        f"later chats           {later:.2f} s   x {later / python:.1f}",
    ]


def _seconds(command: list[str], folder: Path | None = None) -> float:
    home = {"HOTCART_HOME": str(folder / "home")} if folder else {}
    began = time.perf_counter()
    subprocess.run(
        command, check=True, capture_output=True, cwd=folder, env={"PATH": "/usr/bin:/bin", **home}
    )
    return time.perf_counter() - began
