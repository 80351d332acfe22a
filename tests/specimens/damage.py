"""Damaged copies of a specimen, for property tests: cut short, with bytes turned over, put in or taken out."""

from hypothesis import strategies as st


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """One damaged copy of ``data``."""
    copy = bytearray(data)
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, max(len(copy) - 1, 0)))
        kind = draw(st.sampled_from(("cut", "turn", "put", "take")))
        if kind == "cut":
            del copy[place:]
        elif kind == "turn" and copy:
            copy[place] ^= draw(st.integers(1, 255))
        elif kind == "put":
            copy[place:place] = draw(st.binary(min_size=1, max_size=8))
        else:
            del copy[place : place + draw(st.integers(1, 40))]
    return bytes(copy)
