"""Finds a Chromium for the browser tests, or installs one: `python -m tests.browser.chromium`.

A missing browser is never skipped over: the tests fail with the message of `missing()`, under CI and elsewhere.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

VARIABLE = "XISHANG_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
OWN = [sys.executable, "-m", "playwright", "install", "chromium"]


class NoChromiumError(Exception):
    """No usable Chromium; the text says what to do, in Chinese and English."""


def missing(why: str) -> str:
    """The message when there is no browser: what was looked for, and what to do about it."""
    return (
        f"找不到可用的 Chromium：{why}。"
        f"已找过环境变量 {VARIABLE}、命令 {'、'.join(NAMES)} 和 Playwright 自带的浏览器。\n"
        f"→ 运行 make browser 安装；或者把 {VARIABLE} 设为一个 Chromium 或 Chrome 的路径。\n"
        f"No usable Chromium: run `make browser`, or set {VARIABLE} to the path of a Chromium or Chrome."
    )


def find(environment: Mapping[str, str] = os.environ, which: Callable[[str], str | None] = shutil.which) -> Path:
    """The Chromium to use. Raises `NoChromiumError` with a way out when there is none."""
    named = environment.get(VARIABLE, "")
    if named:
        found = Path(named) if os.access(named, os.X_OK) and Path(named).is_file() else None
        if not found:
            raise NoChromiumError(missing(f"{VARIABLE}={named} 不是可执行的文件"))
        return found
    for name in NAMES:
        if path := which(name):
            return Path(path)
    own = playwright_own()
    if own and own.is_file():
        return own
    raise NoChromiumError(missing("这台机器上没有"))


def playwright_own() -> Path | None:
    """Where Playwright keeps the Chromium it installs, whether or not it is there; None without Playwright."""
    # Lazy: the Makefile asks before the development dependencies may be there.
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


@dataclass(frozen=True)
class Machine:
    """What decides how a browser is installed."""

    debian: bool
    root: bool
    chinese: bool
    """Whether a font with Chinese characters is installed."""
    browser: bool

    @classmethod
    def this(cls) -> Machine:
        """This machine."""
        try:
            find()
            browser = True
        except NoChromiumError:
            browser = False
        return cls(
            debian=Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None,
            root=hasattr(os, "geteuid") and os.geteuid() == 0,
            chinese=chinese_font(),
            browser=browser,
        )


def chinese_font() -> bool:
    """Whether fontconfig knows a font for Chinese. Without fontconfig (Windows, macOS) the system has its own."""
    if shutil.which("fc-list") is None:
        return not sys.platform.startswith("linux")
    listed = subprocess.run(["fc-list", ":lang=zh", "family"], capture_output=True, text=True, timeout=60, check=False)
    return bool(listed.stdout.strip())


def commands(machine: Machine) -> list[list[str]]:
    """The commands that would install what is missing: on Debian as root by apt-get, else Playwright's own browser."""
    by_apt = machine.debian and machine.root
    wanted = [] if machine.browser else ["chromium"]
    if not machine.chinese:
        wanted.append("fonts-noto-cjk")
    if by_apt and wanted:
        return [["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", *wanted]]
    return [] if machine.browser else [OWN]


def install(machine: Machine, run: Callable[[list[str]], int]) -> None:
    """Install what is missing, then make sure of it. Raises `NoChromiumError` when a command fails."""
    for command in commands(machine):
        print("$", " ".join(command), flush=True)
        if run(command) != 0:
            raise NoChromiumError(missing(f"安装命令失败：{' '.join(command)}"))


def _run(command: list[str]) -> int:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, timeout=1800, check=False).returncode


def main() -> int:
    """Find or install; exit code 1 with a clear message when there is no browser in the end."""
    try:
        install(Machine.this(), _run)
        print(f"Chromium: {find()}")
    except (NoChromiumError, OSError, subprocess.TimeoutExpired) as problem:
        print(problem if isinstance(problem, NoChromiumError) else missing(str(problem)), file=sys.stderr)
        return 1
    if not chinese_font():
        print(
            "没有中文字体，图中的汉字会显示为方框：请安装一种（如 fonts-noto-cjk）。No Chinese font.", file=sys.stderr
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
