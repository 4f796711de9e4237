"""A full disk, a signal, a second run, a poor console under the command: no file is torn, nothing is lost."""

from __future__ import annotations

import fcntl
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import commands
import pytest
from sheets import Sheet

import leaflet

pytestmark = pytest.mark.usefixtures("here")

ERROR, USAGE, ENVIRONMENT = 1, 2, 3
ROOT = Path(leaflet.__file__).parent.parent
BUILD = ("build", "--lang", "kk", "--region", "almaty")
OLD = b"%PDF-1.7 the earlier leaflet"

# Runs the command after a few lines that spoil the machine. Whoever runs the tests may ignore signals: nohup.
UNDER = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
for number in (signal.SIGTERM, signal.SIGHUP): signal.signal(number, signal.SIG_DFL)
from leaflet.__main__ import main
{spoil}
main()
"""
# Stops at the moment in which the whole new file lies beside the old one, and says so.
WAIT = """
import os, time
flush = os.fsync
def wait(descriptor):
    flush(descriptor)
    os.write(1, b"flushed\\n")
    time.sleep(10)
os.fsync = wait
"""
SMALL_DISK = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
# Byte code would be cut off, too, and every later command of the tests would stumble over it.
sys.dont_write_bytecode = True
"""


@pytest.fixture
def good(edition: Callable[..., Sheet]) -> bytes:
    """The leaflet that ``BUILD`` makes where nothing goes wrong."""
    return edition("kk", "almaty").pdf


def settings(**more: str) -> dict[str, str]:
    # Streams that are written at once would hide what is left in the others when a process ends.
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return {**usual, "PYTHONPATH": str(ROOT), **more}


def under(spoil: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", UNDER.format(spoil=spoil), *arguments]


def run(call: Sequence[str], **environment: str) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(call, capture_output=True, env=settings(**environment), check=False)
    assert b"Traceback" not in done.stderr, done.stderr.decode(errors="replace")
    return done


def signalled_at(library: str, number: int) -> str:
    """Lines that send the program a signal when it is about to import a library."""
    return (
        "import os\n"
        "class Finder:\n"
        "    def find_spec(self, name, *_):\n"
        f"        if name == {library!r}: os.kill(os.getpid(), {number})\n"
        "sys.meta_path.insert(0, Finder())\n"
    )


def shell(script: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A line for the shell in which ``leaflet`` is the command."""
    command = f'leaflet() {{ "{sys.executable}" -m leaflet "$@"; }}\n{script}'
    return run(["bash", "-o", "pipefail", "-c", command], **environment)


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


# Disks and folders.


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="there is no file that nobody can read")
def test_a_file_of_the_folder_here_that_cannot_be_read_differs_from_any_other(here: Path) -> None:
    (here / "content").mkdir()
    (here / "content" / "organizations.yaml").write_bytes(b"")
    (here / "content" / "kk.yaml").symlink_to("/proc/self/mem")
    done = commands.run("regions")
    assert done.exit_code == USAGE
    assert "kk.yaml" in done.stderr.partition("they differ in ")[2]


def test_what_the_system_refuses_is_named() -> None:
    spoil = "from leaflet import cli\n"
    spoil += "def refuse(): raise PermissionError(13, 'Permission denied', 'kk.yaml')\n"
    spoil += "cli.app = refuse\n"
    done = run(under(spoil, "regions"))
    assert (done.returncode, done.stderr) == (ENVIRONMENT, b"leaflet: kk.yaml: Permission denied\n")


def test_a_current_folder_that_is_gone_is_named(here: Path) -> None:
    (here / "gone").mkdir()
    done = shell(f'cd gone; rmdir ../gone; leaflet {" ".join(BUILD)} -o "{here}/sheet.pdf"')
    said = b"leaflet: the current folder is not there any more; go to another one\n"
    assert (done.returncode, done.stderr) == (ENVIRONMENT, said)
    assert files(here) == []


def test_a_full_disk_leaves_the_earlier_leaflet_and_no_litter(here: Path) -> None:
    (here / "sheet.pdf").write_bytes(OLD)
    done = run(under(SMALL_DISK, *BUILD, "-o", "sheet.pdf"))
    assert done.returncode == ENVIRONMENT
    assert done.stderr.startswith(
        b"sheet.pdf: error[not-writable]: cannot write the leaflet\n   = File too large"
    )
    assert (here / "sheet.pdf").read_bytes() == OLD
    assert files(here) == ["sheet.pdf"]


def test_one_file_that_cannot_be_written_does_not_spoil_the_others(here: Path) -> None:
    (here / "output").mkdir()
    letter = here / "output" / "leaflet-ru-almaty-trifold.pdf"
    letter.write_bytes(b"my only copy")
    done = run(
        [sys.executable, "-m", "leaflet", *BUILD, "--lang", "ru", "--lang", "en"], PYTHONIOENCODING="utf-8"
    )
    assert done.returncode == ENVIRONMENT
    assert done.stdout.decode().splitlines() == [
        f"output/leaflet-{language}-almaty-trifold.pdf" for language in ("kk", "en")
    ]
    assert b"error[not-a-pdf]" in done.stderr
    assert b"not built: output/leaflet-ru-almaty-trifold.pdf" in done.stderr
    assert letter.read_bytes() == b"my only copy"
    assert len(files(here)) == 4


@pytest.mark.parametrize("place", ["/dev/null", "/dev/null/sheet.pdf", "pipe.pdf", "loop/sheet.pdf"])
def test_what_is_no_place_for_a_file_is_the_environments_fault(place: str, here: Path) -> None:
    os.mkfifo("pipe.pdf")
    (here / "loop").symlink_to("loop")
    done = commands.run(*BUILD, "-o", place)
    assert (done.exit_code, done.stdout) == (ENVIRONMENT, "")
    assert re.search(r"error\[not-(writable|a-pdf)\]", done.stderr)
    assert files(here) == ["loop", "pipe.pdf"]


# Signals.


@pytest.mark.parametrize(
    ("number", "code", "left"),
    [
        (signal.SIGINT, 130, 0),
        (signal.SIGTERM, 143, 0),
        (signal.SIGHUP, 129, 0),
        # Nobody can clean up after this one; the next run does.
        (signal.SIGKILL, -9, 1),
    ],
    ids=lambda value: getattr(value, "name", str(value)),
)
def test_a_signal_leaves_the_earlier_leaflet_and_no_litter(
    number: signal.Signals, code: int, left: int, here: Path
) -> None:
    (here / "sheet.pdf").write_bytes(OLD)
    call = under(WAIT, *BUILD, "-o", "sheet.pdf")
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=settings()) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == b"flushed\n"
        assert len(files(here)) == 2
        process.send_signal(number)
        said = process.stderr.read()
        assert process.wait() == code
    assert b"Traceback" not in said
    assert (here / "sheet.pdf").read_bytes() == OLD
    assert len(files(here)) == 1 + left


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["SIGINT", "SIGTERM"]
)
@pytest.mark.parametrize("library", ["leaflet.cli", "typer", "leaflet.editions"])
def test_a_signal_while_the_program_is_still_being_loaded_ends_it_in_silence(
    library: str, number: int, code: int
) -> None:
    done = run(under(signalled_at(library, number), *BUILD))
    assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")


# The library that scans calls Python as it is loaded, and for each picture.
AS_IT_IS_LOADED = """
import enum, signal
make = enum.Enum.__init__
def signalled(self, *values):
    if type(self).__module__.startswith("zxingcpp"):
        enum.Enum.__init__ = make
        signal.raise_signal({number:d})
    make(self, *values)
enum.Enum.__init__ = signalled
"""
AS_IT_SCANS = """
import signal
from PIL.Image import Image
look = Image.__array_interface__
def signalled(image):
    Image.__array_interface__ = look
    signal.raise_signal({number:d})
    return look.fget(image)
Image.__array_interface__ = property(signalled)
"""


@pytest.mark.parametrize("moment", [AS_IT_IS_LOADED, AS_IT_SCANS], ids=["loaded", "scanning"])
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["SIGINT", "SIGTERM"]
)
def test_a_signal_while_codes_are_scanned_is_no_fault_of_the_file(
    moment: str, number: int, code: int, good: bytes, here: Path
) -> None:
    (here / "sheet.pdf").write_bytes(good)
    done = run(under(moment.format(number=number), "preflight", "sheet.pdf"))
    # A library may warn, as CI asks it to.
    assert (done.returncode, done.stdout, b"error[" in done.stderr) == (code, b"", False)


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["SIGINT", "SIGTERM"]
)
def test_a_second_signal_as_the_program_ends_is_not_heard(number: int, code: int) -> None:
    # Python waits at its end for the thread, which sends the second one.
    again = f"""
import os, threading, time
def send():
    threading.main_thread().join()
    os.kill(os.getpid(), {number:d})
    time.sleep(0.1)
threading.Thread(target=send).start()
"""
    done = run(under(f"{again}{signalled_at('leaflet.content', number)}", *BUILD))
    assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["SIGINT", "SIGTERM"])
def test_a_signal_as_the_program_ends_of_itself_is_not_heard(number: int) -> None:
    done = run(under(f"import atexit\natexit.register(signal.raise_signal, {number:d})\n", "languages"))
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP], ids=["SIGINT", "SIGHUP"])
def test_a_signal_that_whoever_began_it_ignores_does_not_end_the_program(number: int) -> None:
    """As ``nohup`` and ``&`` ask for."""
    spoil = f"signal.signal({number}, signal.SIG_IGN)\n{signalled_at('leaflet.content', number)}"
    assert run(under(spoil, "regions")).stdout.startswith(b"region ")


def test_two_builds_at_once_into_one_file_both_succeed(here: Path, good: bytes) -> None:
    call = [sys.executable, "-m", "leaflet", *BUILD, "-o", "sheet.pdf"]
    running = [subprocess.Popen(call, stdout=subprocess.PIPE, env=settings()) for _ in range(2)]
    assert [process.communicate() and process.returncode for process in running] == [0, 0]
    assert (here / "sheet.pdf").read_bytes() == good
    assert files(here) == ["sheet.pdf"]


# Streams and consoles.


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("leaflet regions >&-", 0),
        ("leaflet regions >&- 2>&-", 0),
        ("leaflet regions > /dev/full", ENVIRONMENT),
        ("leaflet --help > /dev/full", ENVIRONMENT),
        ("leaflet build --lang xx 2> /dev/full", ENVIRONMENT),
        ("leaflet build --lang xx 2>&-", USAGE),
        ("leaflet regions > /dev/full 2> /dev/full", ENVIRONMENT),
        ("leaflet regions | true", 128 + signal.SIGPIPE),
    ],
)
def test_a_stream_that_is_closed_full_or_left_is_no_traceback(script: str, code: int) -> None:
    done = shell(script)
    assert done.returncode == code
    assert b"Exception ignored" not in done.stderr


def test_a_pipe_that_does_not_block_gets_all() -> None:
    reading, writing = os.pipe()
    fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, 4096)
    os.set_blocking(writing, False)
    call = [sys.executable, "-m", "leaflet", "explain"]
    with subprocess.Popen(call, stdout=writing, env=settings()) as process:
        os.close(writing)
        # It waits for somebody to read on, or has lost what the pipe has no room for.
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1.5)
        with os.fdopen(reading, "rb") as pipe:
            said = pipe.read()
    assert process.returncode == 0
    assert said.count(b"\n") == commands.run("explain").stdout.count("\n")


def test_a_reader_who_leaves_after_a_line_hears_no_complaint() -> None:
    done = shell("leaflet regions | head -1")
    assert done.stdout.startswith(b"region ")
    assert done.stderr == b""


@pytest.mark.parametrize("closed", [">&-", "<&- >&- 2>&-"])
def test_a_leaflet_is_built_whole_with_closed_streams(closed: str, here: Path, good: bytes) -> None:
    assert shell(f"leaflet {' '.join(BUILD)} -o sheet.pdf {closed}").returncode == 0
    assert (here / "sheet.pdf").read_bytes() == good


LEGACY = [
    {"PYTHONIOENCODING": "cp1251"},
    {"PYTHONIOENCODING": "cp866"},
    {"PYTHONIOENCODING": "ascii"},
    {"LC_ALL": "C", "PYTHONUTF8": "0"},
]


@pytest.mark.parametrize("console", LEGACY, ids=lambda console: " ".join(map("=".join, console.items())))
def test_a_legacy_console_gets_readable_text(console: dict[str, str]) -> None:
    # Where a console claims to know ASCII alone, the command writes UTF-8, as most that claim it can show.
    encoding = console.get("PYTHONIOENCODING", "ascii").replace("ascii", "utf-8")
    listed = shell("leaflet regions", **console)
    assert (listed.returncode, listed.stderr) == (0, b"")
    table = listed.stdout.decode(encoding)
    assert len(table.splitlines()) == 21
    assert "East Kazakhstan" in table
    assert "Восточно-Казахстанская область" in table
    rows = json.loads(shell("leaflet organizations --json", **console).stdout.decode(encoding))
    assert "«тел.»" in "".join(remark for row in rows for remark in row["remarks"])
    wrong = shell("leaflet build --lang Қазақша --region Әлем", **console)
    assert wrong.returncode == USAGE
    assert wrong.stderr.startswith(b"leaflet: no ")


@pytest.mark.parametrize(
    ("console", "region"),
    # In that locale Python does not read arguments in other letters.
    [({"PYTHONIOENCODING": "cp866"}, "Қызылорда"), ({"LC_ALL": "C", "PYTHONUTF8": "0"}, "almaty")],
    ids=["cp866", "C"],
)
def test_a_leaflet_is_built_from_a_legacy_console(console: dict[str, str], region: str, here: Path) -> None:
    built = shell(f"leaflet build --lang kk --region {region} -o бума/sheet.pdf", **console)
    assert (built.returncode, files(here)) == (0, ["бума", "бума/sheet.pdf"])


# Arguments that reach for more than they name.

REACHING = [
    "../../etc/passwd",
    "/etc/passwd",
    "..",
    "kk/../kk",
    "kk.yaml",
    "",
    "organizations",
    "k" * 100_000,
    "\x1b[31mkk\x07\r\n",
    "\u202ekk",
]


@pytest.mark.parametrize("option", ["--lang", "--region"])
@pytest.mark.parametrize("value", REACHING, ids=lambda value: repr(value[:12]))
def test_a_name_that_reaches_elsewhere_is_no_name(option: str, value: str, here: Path) -> None:
    done = commands.run("build", "--lang", "kk", option, value)
    assert (done.exit_code, done.stdout) == (USAGE, "")
    check_answer(done.stderr)
    assert files(here) == []


@pytest.mark.parametrize("option", ["--lang", "--region"])
def test_a_name_that_is_no_text_is_no_name(option: str, here: Path) -> None:
    call = [os.fsencode(sys.executable), *b"-m leaflet build --lang kk".split(), option.encode(), b"\xff\xfe"]
    done = run(call)
    assert (done.returncode, done.stdout) == (USAGE, b"")
    check_answer(done.stderr.decode())
    assert files(here) == []


def check_answer(said: str) -> None:
    """That a name is unknown is said in one short line, and nothing of it reaches the console unprintably."""
    first = said.splitlines()[0]
    assert first.startswith("leaflet: no ")
    assert len(first.encode()) < 200
    assert not any(letter < " " for letter in first)


def test_output_has_no_name_that_would_be_printed_as_another_one(here: Path) -> None:
    done = run([*map(os.fsencode, [sys.executable, "-m", "leaflet", *BUILD, "-o"]), b"\xff.pdf"])
    assert (done.returncode, done.stdout) == (USAGE, b"")
    assert b"has characters in its name that no console shows; name another" in done.stderr
    assert files(here) == []


def test_a_fault_of_the_program_itself_is_told_without_a_traceback_and_keeps_the_earlier_leaflet(
    tmp_path: Path,
) -> None:
    spoil = """
import zlib
def compress(*_): raise RuntimeError("out of step")
zlib.compress = compress
"""
    place = tmp_path / "sheet.pdf"
    place.write_bytes(OLD)
    done = run(under(spoil, *BUILD, "-o", str(place)))
    assert done.returncode == ENVIRONMENT
    assert b"error: leaflet itself has failed: RuntimeError: out of step (" in done.stderr
    assert b"Traceback" not in done.stderr
    assert place.read_bytes() == OLD


def test_a_machine_without_memory_is_told_and_keeps_the_earlier_leaflet(tmp_path: Path) -> None:
    spoil = """
import zlib
def compress(*_): raise MemoryError
zlib.compress = compress
"""
    place = tmp_path / "sheet.pdf"
    place.write_bytes(OLD)
    done = run(under(spoil, *BUILD, "-o", str(place)))
    assert done.returncode == ENVIRONMENT
    assert b"memory" in done.stderr
    assert place.read_bytes() == OLD
