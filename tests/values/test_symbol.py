"""Document symbols: parsed, printed, found in a text, meant by a short number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stocktake.values.symbol import NotASymbolError, Symbol, parse_short, scan_symbols


def found(text: str) -> list[tuple[str, str]]:
    return [(str(symbol), text[span.start : span.end]) for symbol, span in scan_symbols(text)]


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("A/RES/70/1", "A/RES/70/1"),
        ("A/80/62-E/2025/12", "A/80/62-E/2025/12"),
        ("A/80/62–E/2025/12", "A/80/62-E/2025/12"),
        ("A/RES/217 (III) [A]".replace(" [", "["), "A/RES/217(III)[A]"),
        ("A/RES/57/270 B", "A/RES/57/270[B]"),
        ("A/RES/57/270B", "A/RES/57/270[B]"),
        ("A/RES/57/270[B]", "A/RES/57/270[B]"),
        ("S/RES/1373 (2001)", "S/RES/1373(2001)"),
        ("A/RES/3201(S-VI)", "A/RES/3201(S-VI)"),
        ("A/RES/S-32/1", "A/RES/S-32/1"),
        ("A/67/65/Corr.1-E/2012/48/Corr.1", "A/67/65/Corr.1-E/2012/48/Corr.1"),
        ("E/2011/27-\nE/CN.6/2011/12", "E/2011/27-E/CN.6/2011/12"),
        ("UNEP/EA.5/Res.11", "UNEP/EA.5/Res.11"),
        ("CCPR/C/21/Rev.1/Add.13", "CCPR/C/21/Rev.1/Add.13"),
        ("ICCD/COP(13)/21/Add.1", "ICCD/COP(13)/21/Add.1"),
        ("IDB.47/13", "IDB.47/13"),
        ("S/PV.9000", "S/PV.9000"),
        ("A/64/1*", "A/64/1*"),
    ],
)
def test_a_symbol_is_printed_in_canonical_form(printed: str, canonical: str):
    symbol = Symbol.parse(printed)
    assert str(symbol) == canonical
    assert Symbol.parse(canonical) == symbol


@pytest.mark.parametrize(
    "text", ["", "A", "A/", "HIV/AIDS", "24/7", "and/or", "A/H1N1", "A/RES/70/1 and", "a/80/1"]
)
def test_what_is_no_symbol_is_refused(text: str):
    with pytest.raises(NotASymbolError) as refused:
        Symbol.parse(text)
    assert refused.value.message == (
        f"expected a document symbol such as A/RES/70/1 or A/80/62-E/2025/12, but {text!r} is none. "
        "Write it as the document prints it, with nothing beside it."
    )


def test_a_refusal_is_also_a_value_error():
    with pytest.raises(ValueError, match="expected a document symbol"):
        Symbol.parse("no symbol")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("A/RES/80/118", ("A", 80, None, "RES", "118")),
        ("A/RES/217(III)[A]", ("A", 3, None, "RES", "217")),
        ("S/RES/1373(2001)", ("S", None, 2001, "RES", "1373")),
        ("E/RES/2025/18", ("E", None, 2025, "RES", "18")),
        ("A/80/62-E/2025/12", ("A", 80, 2025, None, "62")),
        ("A/C.2/80/L.17", ("A", 80, None, "L", "17")),
        ("A/CONF.216/5", ("A", None, None, None, "5")),
        ("A/HRC/RES/48/13", ("A", 48, None, "RES", "13")),
        ("A/36/PV.4", ("A", 36, None, "PV", "4")),
        ("E/CN.16/2018/CRP.3", ("E", None, 2018, "CRP", "3")),
        ("UNEP/EA.5/Res.11", ("UNEP", None, None, "RES", "11")),
        ("TD/B/EDE/6/4", ("TD", 6, None, None, "4")),
    ],
)
def test_the_parts_of_a_symbol(text: str, parts: tuple[object, ...]):
    symbol = Symbol.parse(text)
    assert (symbol.organ, symbol.session, symbol.year, symbol.nature, symbol.number) == parts


def test_special_sessions_have_no_ordinary_number():
    assert Symbol.parse("A/RES/ES-10/23").session is None


def test_modifiers_and_asterisks_are_no_part_of_the_base():
    symbol = Symbol.parse("A/72/517/Corr.1*")
    assert symbol.modifiers == ("Corr.1",)
    assert str(symbol.base) == "A/72/517"


@pytest.mark.parametrize(
    ("short", "symbol"),
    [
        ("80/118", "A/RES/80/118"),
        ("2025/18", "E/RES/2025/18"),
        ("217 A (III)", "A/RES/217(III)[A]"),
        ("57/270 B", "A/RES/57/270[B]"),
        ("S-10/2", "A/RES/S-10/2"),
        ("ES-10/23", "A/RES/ES-10/23"),
        ("1373 (2001)", "S/RES/1373(2001)"),
        ("2008 (LX)", "E/RES/2008(LX)"),
        (" A/80/1 ", "A/80/1"),
    ],
)
def test_a_short_number_means_a_symbol(short: str, symbol: str):
    assert str(parse_short(short)) == symbol


def test_a_short_number_can_mean_a_decision():
    assert str(parse_short("77/568", "DEC")) == "A/DEC/77/568"


def test_a_short_number_with_words_beside_it_is_refused():
    with pytest.raises(NotASymbolError):
        parse_short("80/118 and more")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See A/74/821.", [("A/74/821", "A/74/821")]),
        (
            "A/67/65-E/2012/48 and Corr.1.",
            [("A/67/65-E/2012/48", "A/67/65-E/2012/48"), ("A/67/65/Corr.1-E/2012/48/Corr.1", "Corr.1")],
        ),
        (
            "A/63/9 and Add.1–3;",
            [("A/63/9", "A/63/9"), ("A/63/9/Add.1", "Add.1"), *[(f"A/63/9/Add.{n}", "3") for n in (2, 3)]],
        ),
        ("A/63/9 and Add.1 and 2.", [("A/63/9", "A/63/9"), ("A/63/9/Add.1", "Add.1"), ("A/63/9/Add.2", "2")]),
        ("A/63/260 and A/63/260/Add.1", [("A/63/260", "A/63/260"), ("A/63/260/Add.1", "A/63/260/Add.1")]),
        ("(E/2011/27- E/CN.6/2011/12)", [("E/2011/27-E/CN.6/2011/12", "E/2011/27- E/CN.6/2011/12")]),
        ("*A/80/62* in italics", [("A/80/62", "A/80/62")]),
        ("issued again as A/64/1*, then", [("A/64/1*", "A/64/1*")]),
        ("WHA58/2005/REC/1, resolution 58.3", [("WHA58/2005/REC/1", "WHA58/2005/REC/1")]),
    ],
)
def test_symbols_are_found_in_a_text(text: str, expected: list[tuple[str, str]]):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "HIV/AIDS and/or 24/7",
        "influenza A/H1N1",
        "www.un.example/A/RES/70/1",
        "S/2 of them",
        "2/3 of COP21/CMP11",
        "ISO/IEC 27001",
    ],
)
def test_what_only_looks_like_a_symbol_is_left_alone(text: str):
    assert found(text) == []


_NUMBER = st.integers(1, 999).map(str)
_ROOT = st.sampled_from(["A", "E", "S", "TD", "UNEP", "CCPR", "X", "HSP"])
_BODY = st.sampled_from(["", "/C.2", "/CN.4/Sub.2", "/CONF.216", "/HRC"])
_MODIFIER = st.sampled_from(["", "/Add.1", "/Corr.2", "/Rev.1/Add.3"])
_HALF = st.builds(
    lambda root, body, session, number, modifier: f"{root}{body}/{session}/{number}{modifier}",
    _ROOT,
    _BODY,
    st.integers(1, 99).map(str) | st.integers(1946, 2100).map(str),
    _NUMBER | _NUMBER.map("L.{}".format),
    _MODIFIER,
)


@given(st.lists(_HALF, min_size=1, max_size=3).map("-".join))
def test_printing_and_parsing_give_the_same_symbol(text: str):
    symbol = Symbol.parse(text)
    assert str(symbol) == text
    assert Symbol.parse(str(symbol)) == symbol


@given(st.lists(_HALF, min_size=1, max_size=4), st.sampled_from([", ", " and ", "; see "]))
def test_every_symbol_of_a_list_is_found_whole(symbols: list[str], between: str):
    assert [symbol for symbol, _ in found(between.join(symbols) + ".")] == symbols
    assert all(symbol == printed for symbol, printed in found(between.join(symbols)))


@given(st.text(alphabet="AES/.-0123456789 ()[]*andRES", max_size=60))
def test_whatever_is_found_prints_and_parses_and_lies_in_the_text(text: str):
    for symbol, span in scan_symbols(text):
        assert 0 <= span.start < span.end <= len(text)
        assert Symbol.parse(str(symbol)) == symbol
