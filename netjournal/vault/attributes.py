"""What a file has besides its bytes, given to the file that takes its place."""

import ctypes
import errno
import os
import stat
import sys

_NOT_ALLOWED = (errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EINVAL, errno.ENODATA)
_MACOS_ACL_AND_XATTR = 0b101


def copy_attributes(old: str, new: str) -> None:
    """Gives a file the owner, extended attributes and mode of another, as far as is allowed.

    Raises OSError when the mode can't be given, or the disk refuses.
    """
    status = os.stat(old)  # noqa: PTH116
    _copy_owner(status, new)
    if sys.platform == "linux":
        _copy_extended(old, new)
    elif sys.platform == "darwin":
        library = ctypes.CDLL(None, use_errno=True)
        library.copyfile(os.fsencode(old), os.fsencode(new), None, _MACOS_ACL_AND_XATTR)
    os.chmod(new, stat.S_IMODE(status.st_mode))  # noqa: PTH101


def _copy_owner(status: os.stat_result, new: str) -> None:
    if sys.platform == "win32":
        return
    made = os.stat(new)  # noqa: PTH116
    if (made.st_uid, made.st_gid) == (status.st_uid, status.st_gid):
        return
    for owner, group in ((status.st_uid, status.st_gid), (-1, status.st_gid)):
        try:
            os.chown(new, owner, group)
        except OSError as error:
            if error.errno not in _NOT_ALLOWED:
                raise
        else:
            return


def _copy_extended(old: str, new: str) -> None:
    """The extended attributes, of which the lists of who may do what are some."""
    if sys.platform != "linux":
        return
    try:
        names = os.listxattr(old)
    except OSError as error:
        if error.errno in _NOT_ALLOWED:
            return
        raise
    for name in names:
        try:
            os.setxattr(new, name, os.getxattr(old, name))
        except OSError as error:
            if error.errno not in _NOT_ALLOWED:
                raise
