import errno
import os
import signal
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from leaflet.output import OutputError, refuse_lost, write_all

OLD, NEW = b"%PDF-1.7 old", b"%PDF-1.7 new"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "leaflet.pdf"


@pytest.fixture
def umask() -> Iterator[None]:
    """Puts the umask of the process back."""
    mask = os.umask(0o022)
    yield
    os.umask(mask)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Ctrl-C interrupts, also where the tests run in the background of a shell that has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def write(place: Path, data: bytes = NEW) -> None:
    write_all({place: data})


def code_of(place: Path, data: bytes = NEW) -> str:
    """The code of the finding that writing ends in."""
    with pytest.raises(OutputError) as caught:
        write(place, data)
    assert caught.value.finding.place.file == str(place)
    assert "--output" in caught.value.finding.remedy
    assert str(caught.value) == str(caught.value.finding)
    return caught.value.finding.code


def fail(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


def test_the_bytes_are_written_and_nothing_else(place: Path) -> None:
    write(place)
    assert place.read_bytes() == NEW
    assert files(place.parent) == ["leaflet.pdf"]


def test_an_earlier_leaflet_is_replaced(place: Path) -> None:
    place.write_bytes(OLD)
    write(place)
    assert place.read_bytes() == NEW
    assert files(place.parent) == ["leaflet.pdf"]


def test_the_folder_is_made(tmp_path: Path) -> None:
    place = tmp_path / "one" / "two" / "leaflet.pdf"
    write(place)
    assert place.read_bytes() == NEW


def test_a_long_name_in_many_bytes_is_written(tmp_path: Path) -> None:
    place = tmp_path / ("қ" * 120 + ".pdf")
    write(place)
    assert files(tmp_path) == [place.name]


# What stands there in the end.


def test_a_file_that_is_as_it_was_made_is_not_lost(place: Path) -> None:
    write(place)
    refuse_lost({place: NEW})


@pytest.mark.parametrize("found", [None, b"", NEW[:-1], OLD], ids=["none", "empty", "cut", "another"])
def test_a_file_that_is_not_as_it_was_made_is_lost(place: Path, found: bytes | None) -> None:
    if found is not None:
        place.write_bytes(found)
    with pytest.raises(OutputError) as caught:
        refuse_lost({place: NEW})
    assert caught.value.finding.code == "lost-file"


# What goes wrong on the way.


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.mkdir"])
def test_an_earlier_leaflet_stands_where_writing_fails(
    place: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    place.write_bytes(OLD)
    monkeypatch.setattr(step, fail)
    assert code_of(place) == "not-writable"
    monkeypatch.undo()
    assert place.read_bytes() == OLD
    assert files(place.parent) == ["leaflet.pdf"]


def test_nothing_is_left_where_writing_fails_for_the_first_time(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputError, match="No space left on device"):
        write(place)
    assert files(place.parent) == []


def test_an_interruption_leaves_the_earlier_leaflet_and_no_litter(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    place.write_bytes(OLD)
    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(place)
    assert place.read_bytes() == OLD
    assert files(place.parent) == ["leaflet.pdf"]


@pytest.fixture
def interrupted_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C as each file is moved into its place."""
    move = Path.replace

    def interrupted(part: Path, target: Path) -> Path:
        moved = move(part, target)
        signal.raise_signal(signal.SIGINT)
        return moved

    monkeypatch.setattr(Path, "replace", interrupted)


@pytest.mark.usefixtures("interruptible", "interrupted_moves")
def test_files_that_belong_together_are_moved_together_whatever_interrupts_it(place: Path) -> None:
    files = {place: b"%PDF-front", place.with_name("backs.pdf"): b"%PDF-back"}
    for file in files:
        file.write_bytes(OLD)
    with pytest.raises(KeyboardInterrupt):
        write_all(files)
    assert {path: path.read_bytes() for path in place.parent.iterdir()} == files
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.parametrize("earlier", [OLD, None])
def test_where_one_of_two_cannot_be_moved_both_stand_as_before(
    earlier: bytes | None, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a file that is open in a viewer cannot be replaced."""
    backs = place.with_name("backs.pdf")
    backs.write_bytes(OLD)
    if earlier:
        place.write_bytes(earlier)
    before = {path: path.read_bytes() for path in place.parent.iterdir()}
    move = Path.replace

    def opened(part: Path, target: Path) -> Path:
        if target == backs:
            raise PermissionError(errno.EACCES, "Access is denied")
        return move(part, target)

    monkeypatch.setattr(Path, "replace", opened)
    with pytest.raises(OutputError) as caught:
        write_all({place: b"%PDF-front", backs: b"%PDF-back"})
    assert caught.value.finding.place.file == str(backs)
    assert "open in another program" in caught.value.finding.remedy
    assert {path: path.read_bytes() for path in place.parent.iterdir()} == before


@pytest.mark.usefixtures("interruptible", "interrupted_moves")
def test_what_is_ignored_is_ignored_while_files_are_moved(place: Path) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    write(place)
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    assert place.read_bytes() == NEW


@pytest.mark.usefixtures("interruptible")
def test_a_second_interruption_leaves_no_litter(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    remove = Path.unlink

    def again(part: Path) -> None:
        signal.raise_signal(signal.SIGINT)
        remove(part)

    monkeypatch.setattr(os, "fsync", interrupted)
    monkeypatch.setattr(Path, "unlink", again)
    with pytest.raises(KeyboardInterrupt):
        write(place, b"%PDF-new")
    assert not place.exists()
    assert list(place.parent.iterdir()) == []


def test_a_place_below_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(OLD)
    assert code_of(tmp_path / "file" / "leaflet.pdf") == "not-writable"
    assert (tmp_path / "file").read_bytes() == OLD


def test_the_new_file_takes_its_place_only_when_it_is_whole_and_then_its_name_is_flushed(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[bytes, int | str]] = []

    def look(descriptor: int) -> None:
        status = os.fstat(descriptor)
        what = "folder" if stat.S_ISDIR(status.st_mode) else status.st_size
        seen.append((place.read_bytes(), what))

    place.write_bytes(OLD)
    monkeypatch.setattr(os, "fsync", look)
    write(place)
    assert seen == [(OLD, len(NEW)), (NEW, "folder")]


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.open"])
def test_folders_made_for_a_file_that_could_not_be_written_are_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    (tmp_path / "there").mkdir()
    monkeypatch.setattr(step, fail)
    assert code_of(tmp_path / "there" / "one" / "two" / "leaflet.pdf") == "not-writable"
    assert [path.name for path in tmp_path.rglob("*")] == ["there"]


def test_what_a_killed_run_left_is_taken_away_after_a_minute(place: Path) -> None:
    old, young, foreign, other = (
        place.parent / name
        for name in (
            ".leaflet.pdf.0123456789abcdef.part",
            ".leaflet.pdf.fedcba9876543210.part",
            ".leaflet.pdf.download.part",
            ".other.pdf.0123456789abcdef.part",
        )
    )
    for part in (old, young, foreign, other):
        part.write_bytes(b"%PDF-1.7 cut")
    for part in (old, foreign, other):
        os.utime(part, (time.time() - 70,) * 2)
    write(place)
    assert files(place.parent) == sorted(path.name for path in (young, foreign, other, place))


def test_what_cannot_be_taken_away_keeps_nothing_else_there(place: Path) -> None:
    left = [place.parent / f".leaflet.pdf.{number:016x}.part" for number in range(20)]
    for number, part in enumerate(left):
        part.mkdir() if number % 2 else part.touch()
        os.utime(part, (time.time() - 70,) * 2)
    write(place)
    assert files(place.parent) == sorted(path.name for path in (*left[1::2], place))


# What may stand in the place.


def test_a_link_is_replaced_and_its_target_untouched(tmp_path: Path, place: Path) -> None:
    target = tmp_path / "target.pdf"
    target.write_bytes(OLD)
    place.symlink_to(target)
    write(place)
    assert not place.is_symlink()
    assert place.read_bytes() == NEW
    assert target.read_bytes() == OLD


def test_a_link_to_nothing_and_a_link_to_a_folder_are_replaced(tmp_path: Path, place: Path) -> None:
    place.symlink_to(tmp_path / "nothing")
    write(place)
    assert files(tmp_path) == ["leaflet.pdf"]
    (tmp_path / "folder").mkdir()
    place.unlink()
    place.symlink_to(tmp_path / "folder")
    write(place)
    assert place.read_bytes() == NEW
    assert files(tmp_path / "folder") == []


@pytest.mark.parametrize("data", [b"words", b"%PDF", b" %PDF-1.7"])
def test_what_is_not_a_pdf_is_refused(place: Path, data: bytes) -> None:
    place.write_bytes(data)
    assert code_of(place) == "not-a-pdf"
    assert place.read_bytes() == data
    assert files(place.parent) == ["leaflet.pdf"]


def test_an_empty_file_may_be_overwritten(place: Path) -> None:
    place.touch()
    write(place)
    assert place.read_bytes() == NEW


def test_a_folder_in_the_place_is_refused(place: Path) -> None:
    place.mkdir()
    assert code_of(place) == "not-a-pdf"
    assert files(place) == []


def test_a_file_that_cannot_be_read_is_refused_for_it_may_be_anything(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, mode: str) -> None:
        raise PermissionError(13, f"Permission denied to {mode}", str(path))

    place.write_bytes(b"my only copy")
    monkeypatch.setattr(Path, "open", refuse)
    assert code_of(place) == "not-writable"
    monkeypatch.undo()
    assert place.read_bytes() == b"my only copy"


@pytest.mark.parametrize("name", ["a\0b.pdf", "x" * 300 + ".pdf"])
def test_a_name_that_no_file_can_have_is_a_finding(tmp_path: Path, name: str) -> None:
    assert code_of(tmp_path / "new" / name) == "not-writable"
    assert files(tmp_path) == []


def test_a_folder_that_is_a_link_is_the_folder_that_was_meant(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    (tmp_path / "output").symlink_to(tmp_path / "stick")
    write(tmp_path / "output" / "leaflet.pdf", NEW)
    assert files(tmp_path / "stick") == ["leaflet.pdf"]
    assert (tmp_path / "output").is_symlink()


def test_a_device_in_the_place_is_refused() -> None:
    assert code_of(Path("/dev/null")) == "not-a-pdf"


def test_a_pipe_in_the_place_is_refused_without_reading_it(place: Path) -> None:
    os.mkfifo(place)
    assert code_of(place) == "not-a-pdf"


@pytest.mark.usefixtures("umask")
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o027, 0o640), (0o077, 0o600), (0, 0o666)])
def test_who_may_read_follows_the_umask(place: Path, mask: int, mode: int) -> None:
    os.umask(mask)
    write(place)
    assert stat.S_IMODE(place.stat().st_mode) == mode
    assert os.umask(mask) == mask
