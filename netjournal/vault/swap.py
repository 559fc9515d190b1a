"""Two files that change places in one step, so that what is displaced can be looked at."""

import ctypes
import errno
import os
import sys
from contextlib import suppress
from functools import cache

from netjournal.vault.swap_windows import exchange_on_windows

_AT_FDCWD = -100
_LINUX_NOREPLACE, _LINUX_EXCHANGE = 1, 2
_MACOS_SWAP, _MACOS_EXCL = 2, 4
_UNSUPPORTED = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)


def exchange(one: str, other: str) -> bool:
    """Lets two files change places; False where the system or the disk can't. Raises OSError."""
    if sys.platform == "win32":
        exchange_on_windows(one, other)
        return True
    return _rename(one, other, _LINUX_EXCHANGE, _MACOS_SWAP)


def move_new(old: str, new: str) -> None:
    """Renames a file to a name that nothing has.

    Raises FileExistsError when something has it, and OSError.
    """
    if _rename(old, new, _LINUX_NOREPLACE, _MACOS_EXCL):
        return
    if os.name == "nt":
        os.rename(old, new)  # noqa: PTH104 - it never replaces a file there
        return
    try:
        os.link(old, new)
    except FileExistsError:
        raise
    except OSError:
        # A disk without links: the look before is the best that there is.
        if os.path.lexists(new):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), new) from None
        os.rename(old, new)  # noqa: PTH104
        return
    with suppress(FileNotFoundError):
        os.unlink(old)  # noqa: PTH108


def _rename(one: str, other: str, linux: int, macos: int) -> bool:
    """A rename with a flag; False when there is none here."""
    library = _library()
    if library is None:
        return False
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        failed = library.renamex_np(first, second, macos)
    else:
        failed = library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, linux)
    if not failed:
        return True
    number = ctypes.get_errno()
    if number in _UNSUPPORTED:
        return False
    raise OSError(number, os.strerror(number), one, None, other)


@cache
def _library() -> ctypes.CDLL | None:
    """The system's own library, if it has such a rename."""
    name = {"linux": "renameat2", "darwin": "renamex_np"}.get(sys.platform)
    if name is None:
        return None
    try:
        library = ctypes.CDLL(None, use_errno=True)
    except OSError:
        return None
    return library if hasattr(library, name) else None
