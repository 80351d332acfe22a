"""Frozen data classes as bytes and back, every value checked against the types of its class.

Knows the form (MessagePack, by msgspec). What is kept under which key, and for how long, is for those who keep it.
"""

from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


class DoesNotFitError(ValueError):
    """The bytes are no such value: damaged, or written by other code."""


def pack(value: object) -> bytes:
    """The bytes of a value made of plain values and data classes."""
    import msgspec

    return msgspec.msgpack.encode(value)


def key_of(*values: object) -> str:
    """What values are known by: the checksum of their bytes."""
    return sha256(pack(values)).hexdigest()


def unpack(data: bytes, shape: type[T]) -> T:
    """The value that was packed.

    Raises:
        DoesNotFitError: The bytes are none of this shape.
    """
    import msgspec

    try:
        return msgspec.msgpack.decode(data, type=shape)
    except msgspec.MsgspecError as error:
        raise DoesNotFitError(str(error)) from error
