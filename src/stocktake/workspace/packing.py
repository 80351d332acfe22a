"""Frozen data classes as bytes and back, every value checked against the types of its class.

Knows the form (a checksum, then MessagePack, by msgspec). The checksum is of the key too, for a byte that is altered,
and an entry in the place of another, may leave a value of the same types. What is kept under which key, and for how
long, is for those who keep it.
"""

from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")

_CHECKSUM = sha256().digest_size


class DoesNotFitError(ValueError):
    """The bytes are no such value: damaged, of another key, or written by other code."""


def pack(value: object, key: str) -> bytes:
    """The bytes of a value made of plain values and data classes, to be kept under a key."""
    packed = _encoded(value)
    return _checksum(packed, key) + packed


def key_of(*values: object) -> str:
    """What values are known by: the checksum of their bytes."""
    return sha256(_encoded(values)).hexdigest()


def unpack(data: bytes, shape: type[T], key: str) -> T:
    """The value that was packed under a key.

    Raises:
        DoesNotFitError: The bytes are none of this shape, or not as they were packed under this key.
    """
    import msgspec

    checksum, packed = data[:_CHECKSUM], data[_CHECKSUM:]
    if _checksum(packed, key) != checksum:
        message = "the bytes are not as they were packed under this key"
        raise DoesNotFitError(message)
    try:
        return msgspec.msgpack.decode(packed, type=shape)
    except msgspec.MsgspecError as error:
        raise DoesNotFitError(str(error)) from error


def _checksum(packed: bytes, key: str) -> bytes:
    return sha256(key.encode() + packed).digest()


def _encoded(value: object) -> bytes:
    import msgspec

    return msgspec.msgpack.encode(value)
