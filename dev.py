"""Set up this checkout and do one thing with it; needs only Python 3.11 or newer and its package index.

    python3 dev.py run [ARGUMENT ...]   open the sample launch, or run launchplanner with the arguments
    python3 dev.py test                 the whole gate: format, lint, types, layers, tests
    python3 dev.py lint                 the gate without the tests
    python3 dev.py format               rewrite the code in the house's format
    python3 dev.py lock [ARGUMENT ...]  renew requirements.lock from pyproject.toml (needs uv)

The first run makes .venv and fills it from requirements.lock; later runs find that done.
"""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

if sys.version_info < (3, 11):
    sys.exit(
        "launchplanner needs Python 3.11 or newer, and this is Python %d.%d. "  # noqa: UP031 - must run on any Python
        "Run dev.py with a newer one, such as: python3.12 dev.py run" % sys.version_info[:2]
    )

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
BUILD = ROOT / "build"
STAMP = VENV / "filled-from"
SITE = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV), "platbase": str(VENV)}))
PYTHON = Path(sysconfig.get_path("scripts", "venv", {"base": str(VENV)})) / Path("python").with_suffix(
    sysconfig.get_config_var("EXE") or ""
)
SAMPLE_DAY = "2027-02-18"  # the day in week 5 that the sample launch was made for
LINTERS = {
    "format": ["-m", "ruff", "format", "--check", "."],
    "lint": ["-m", "ruff", "check", "."],
    "types": ["-m", "basedpyright"],
    "layers": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
}


def python(*arguments: str | Path, environment: dict[str, str] | None = None) -> int:
    """Run the Python of .venv in the checkout and return its exit status."""
    return subprocess.run([PYTHON, *arguments], cwd=ROOT, env=os.environ | (environment or {}), check=False).returncode


def prepare() -> None:
    """Make .venv what requirements.lock says, unless it is already."""
    # The folder counts too: the .pth names it. pyproject.toml does not: what it asks for arrives by the lock.
    wanted = hashlib.sha256(LOCK.read_bytes() + f"{sys.version} {ROOT}".encode()).hexdigest()
    if PYTHON.exists() and STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    print("Filling .venv from requirements.lock. The first time takes up to a minute.", flush=True)
    STAMP.unlink(missing_ok=True)
    if not is_usable():
        subprocess.run([sys.executable, "-m", "venv", "--clear", "--without-pip", VENV], check=True)
    install()
    (SITE / "launchplanner.pth").write_text(f"{ROOT}\n", encoding="utf-8")  # an editable install, without a build
    STAMP.write_text(wanted, encoding="utf-8")


def is_usable() -> bool:
    """Tell whether .venv holds the Python that runs this."""
    if not PYTHON.exists():
        return False
    answer = subprocess.run(
        [PYTHON, "-c", "import sys; print(sys.version)"], capture_output=True, text=True, check=False
    )
    return answer.stdout.strip() == sys.version


def install() -> None:
    """Fill .venv with uv where it is to be had and works, else with pip."""
    uv = shutil.which("uv")
    sync = ["pip", "sync", "-q", "--require-hashes", "--python", PYTHON, LOCK]
    if uv and subprocess.run([uv, *sync], check=False).returncode == 0:
        return
    if not (SITE / "pip").exists():
        if importlib.util.find_spec("ensurepip") is None:
            package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
            command = f"apt-get update && apt-get install -y --no-install-recommends {package}"
            if not mended([command]):
                sys.exit(f"This Python cannot fill .venv, for it lacks the module ensurepip. Run: {command}")
        subprocess.run([PYTHON, "-m", "ensurepip"], check=True, stdout=subprocess.DEVNULL)
    if python("-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes", "-r", LOCK):
        sys.exit("The packages of requirements.lock could not be installed; what pip says stands above.")


def mended(commands: list[str]) -> bool:
    """Install what is missing if this is root on a Debian-like system, saying so; tell whether all went well."""
    installs = [command for command in dict.fromkeys(commands) if command.startswith("apt-get ")]
    if not (installs and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        return False
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in installs:
        print(f"Installing what is missing: {command}", flush=True)
        done = subprocess.run(command, shell=True, env=quiet, stdout=subprocess.DEVNULL, check=False)  # noqa: S602 - our own text
        if done.returncode:
            return False
    return True


def problems(environment: dict[str, str]) -> list[dict[str, str]]:
    """Return what the program's own doctor finds missing on this machine."""
    command = [PYTHON, "-m", "launchplanner", "doctor", "--format", "json"]
    answer = subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False
    )
    try:
        return [check for check in json.loads(answer.stdout)["checks"] if not check["ok"]]
    except ValueError:  # a checkout too broken for its own doctor: whatever follows says why
        print(answer.stderr, file=sys.stderr)
        return []


def preflight(environment: dict[str, str]) -> set[str]:
    """Mend or name what is missing, and return the ids of what still is."""
    missing = problems(environment)
    if mended([check["command"] for check in missing]):
        missing = problems(environment)
    for check in missing:
        print(check["detail"], *(["Run:", check["command"]] if check["command"] else []), flush=True)
    return {check["id"] for check in missing}


def run(arguments: list[str]) -> int:
    """Open the sample launch, or where there is no screen write its handoff checklist."""
    if arguments:
        return python("-m", "launchplanner", *arguments)
    sample = sorted((ROOT / "resources" / "examples").glob("*.launchplan"))[0]
    missing = preflight({})
    if missing & {"qt", "libraries"}:
        return 1
    if "screen" not in missing:
        return python("-m", "launchplanner", "--sample")
    files = [BUILD / f"handoff-checklist.{suffix}" for suffix in ("pdf", "md")]
    BUILD.mkdir(exist_ok=True)
    exports = [python("-m", "launchplanner", "export", sample, "-o", file, "--today", SAMPLE_DAY) for file in files]
    if any(exports):
        return 1
    print("So the handoff checklist of the sample launch was written instead:", *files, sep="\n  ")
    return 0


def lint() -> list[str]:
    """Run all linters at once; return the names of those that found something, whose words are printed."""
    running = {
        name: subprocess.Popen(
            [PYTHON, *command], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        for name, command in LINTERS.items()
    }
    failed: list[str] = []
    for name, process in running.items():
        words, _ = process.communicate()
        if process.returncode:
            failed.append(name)
            print(f"--- {name}", words, sep="\n", flush=True)
        else:
            print(f"--- {name}: in order", flush=True)
    return failed


def test() -> int:
    """Run the whole gate. Where all is well the tests' own count is the last line."""
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    preflight(offscreen)
    failed = lint()
    if python("-m", "pytest", environment=offscreen):
        failed.append("tests")
    if failed:
        print(f"Not in order: {', '.join(failed)}.")
    return 1 if failed else 0


def reformat() -> int:
    """Rewrite the code in the house's format, with the lint that mends itself."""
    return python("-m", "ruff", "check", "--fix", ".") | python("-m", "ruff", "format", ".")


def lock(arguments: list[str]) -> int:
    """Renew requirements.lock: for all systems, with a hash for each file, naming no host."""
    uv = shutil.which("uv")
    if uv is None:
        sys.exit("Only uv can write a lock for all systems. Install it, for example with: pipx install uv")
    command = [
        uv,
        "pip",
        "compile",
        "-q",
        "--universal",
        "--python-version",
        "3.11",
        "--generate-hashes",
        "--no-header",
    ]
    command += ["--group", "dev", "pyproject.toml", "-o", LOCK.name, *arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def main(arguments: list[str]) -> int:
    """Do what the first argument names, and return the exit status."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if command == "lock":
        return lock(rest)
    if command not in {"run", "test", "lint", "format"} or (rest and command != "run"):
        print(__doc__)
        return 2
    prepare()
    if command == "run":
        return run(rest)
    return {"test": test, "lint": lambda: 1 if lint() else 0, "format": reformat}[command]()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
