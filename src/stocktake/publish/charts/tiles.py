"""Tile map: one tile of the same size for every area, in blocks by subregion; no frontiers, no sizes.

Knows the blocks of ``data/tile_blocks.yaml``. Inside a block tiles are alphabetical. An area without a value has an
empty, dashed tile.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import ClassVar

from stocktake.errors import NotFoundError, RequestError
from stocktake.frameworks.areas import aggregates, areas, nearest_areas
from stocktake.frameworks.records import Confidence
from stocktake.publish.charts.chart import Paper, Plot, Table
from stocktake.publish.charts.layers import FAINT, SMALL_SIZE, Label, Layer, boxes, outlines, texts
from stocktake.publish.charts.lettering import text_width, wrapped
from stocktake.publish.charts.styles import TINT, TINTS, chart_records
from stocktake.publish.charts.wording import listed, number, quantity, sentence

_BETWEEN = 0.4
"""Between bands, in tiles."""
_EDGE = 4.0
_LINE = 11.0
_ROOMY = 28.0
"""Tiles so wide also carry the value."""
_SWATCH = 14.0
LAYOUT = "One tile for each area, alphabetical by subregion of M49. The layout is our own and shows no frontiers."
Rows = list[dict[str, object]]


@dataclass(frozen=True, slots=True)
class TileBlock:
    """Where the tiles of a subregion stand.

    Attributes:
        code: Its M49 code; ``none`` for areas that M49 puts in no region.
        band: The band from the left, from 1.
        width: How many tiles wide the band is.
        source: Where the record comes from.
        confidence: How sure it is.
    """

    code: str
    band: int
    width: int
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Tile:
    """One area: its code, and its value or None; ``period`` where years differ."""

    code: str
    value: float | None
    period: str = ""


@dataclass(frozen=True, slots=True)
class _Placed:
    tile: Tile
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Tiles:
    """Areas as tiles.

    Attributes:
        tiles: Every area once.
        unit: Of the values.
        limits: Where one class ends and the next begins, rising; a value on a limit belongs to the class above. At most
            four, so that five tints can be told apart.

    Raises:
        RequestError: The limits do not rise, are too many or none; or an area stands twice.
        NotFoundError: A code is that of no area.
    """

    KIND: ClassVar[str] = "tiles"
    tiles: tuple[Tile, ...]
    unit: str
    limits: tuple[float, ...]

    def __post_init__(self) -> None:
        rising = all(low < high for low, high in pairwise(self.limits))
        if not rising or not 1 <= len(self.limits) < len(TINTS):
            raise RequestError(
                expected=f"1 to {len(TINTS) - 1} rising limits of classes",
                came=f"there are {', '.join(map(number, self.limits)) or 'none'}",
            )
        codes = [tile.code for tile in self.tiles]
        twice = sorted({code for code in codes if codes.count(code) > 1})
        if twice:
            raise RequestError(expected="each area once", came=f"{listed(twice)} stood twice")
        unknown = [code for code in codes if code not in areas()]
        if unknown:
            raise NotFoundError(
                expected="codes of areas", came=f"{listed(unknown)} is none", choices=nearest_areas(unknown[0])
            )

    def plot(self, paper: Paper) -> Plot:
        """The drawn part for a paper."""
        bands = {block.band: block.width for block in _blocks()}
        side = (paper.width - 2 * _EDGE) / (sum(bands.values()) + _BETWEEN * (len(bands) - 1))
        legend, top = self._legend(paper)
        placed: list[_Placed] = []
        labels: list[Label] = []
        bottom = x = 0.0
        for band, width in bands.items():
            tiles, heads, height = self._band(band, x, side)
            placed += tiles
            labels += heads
            bottom = max(bottom, height)
            x += (width + _BETWEEN) * side
        layers = [*self._filled(placed, side), *legend, *texts([*labels, *self._words_in(placed, side)])]
        return Plot(layers, bottom, _EDGE, _EDGE, top=top, bottom=2, notes=(LAYOUT,))

    def table(self) -> Table:
        """Code, area, subregion, value and year."""
        unit = f" ({self.unit})" if self.unit else ""
        ordered = sorted(self.tiles, key=lambda tile: areas()[tile.code].en)
        rows = ((t.code, areas()[t.code].en, _block_name(_block_of(t.code)), t.value, t.period) for t in ordered)
        return ("Code", "Area", "Subregion", f"Value{unit}", "Year"), tuple(rows)

    def words(self) -> str:
        """How many areas are in each class, lowest and highest, and who has no value."""
        known = [(tile.value, areas()[tile.code].en) for tile in self.tiles if tile.value is not None]
        missing = sorted(areas()[tile.code].en for tile in self.tiles if tile.value is None)
        counts = [sum(self._class(value) == at for value, _ in known) for at in range(len(self.limits) + 1)]
        classes = [f"{count} {name}" for count, name in zip(counts, self._classes(), strict=True)]
        parts = [f"{len(known)} of {len(self.tiles)} areas have a value: {listed(classes)}."]
        parts += [
            sentence(f"{name}: {quantity(value, self.unit)} ({area})")
            for name, (value, area) in ((("lowest", min(known)), ("highest", max(known))) if known else ())
        ]
        return " ".join([*parts, *([f"No value: {listed(missing)}."] if missing else [])])

    def _class(self, value: float) -> int:
        return sum(value >= limit for limit in self.limits)

    def _classes(self) -> list[str]:
        """``below 25``, ``25 to under 50``, ``50 and above``."""
        between = [f"{number(low)} to under {number(high)}" for low, high in pairwise(self.limits)]
        return [f"below {number(self.limits[0])}", *between, f"{number(self.limits[-1])} and above"]

    def _band(self, band: int, x: float, side: float) -> tuple[list[_Placed], list[Label], float]:
        """The tiles and the heads of one band, and how far down it goes."""
        placed: list[_Placed] = []
        heads: list[Label] = []
        y = 0.0
        for block in (each for each in _blocks() if each.band == band):
            inside = sorted(
                (t for t in self.tiles if _block_of(t.code) == block.code), key=lambda t: areas()[t.code].en
            )
            if not inside:
                continue
            lines = wrapped(_block_name(block.code), block.width * side, SMALL_SIZE - 1, most=2)
            heads += [Label(x, y + (at + 1) * _LINE, line, size=SMALL_SIZE - 1) for at, line in enumerate(lines)]
            y += len(lines) * _LINE + 4
            for at, tile in enumerate(inside):
                down, right = divmod(at, block.width)
                placed.append(_Placed(tile, x + right * side, y + down * side))
            y += -(-len(inside) // block.width) * side + 4
        return placed, heads, y

    def _filled(self, placed: Iterable[_Placed], side: float) -> list[Layer]:
        classes: dict[float, Rows] = {strength: [] for strength in self._tints()}
        empty: Rows = []
        for each in placed:
            box = {"x": each.x + 1, "y": each.y + 1, "x2": each.x + side, "y2": each.y + side, "colour": TINT}
            value = each.tile.value
            (empty if value is None else classes[self._tints()[self._class(value)]]).append(box)
        tinted = [layer for strength, rows in classes.items() for layer in boxes(rows, strength)]
        return [*tinted, *outlines(empty, (2, 2), 2 * FAINT)]

    def _tints(self) -> tuple[float, ...]:
        return TINTS[: len(self.limits) + 1]

    def _words_in(self, placed: Iterable[_Placed], side: float) -> list[Label]:
        """The code in each tile, and the value below it where there is room."""
        roomy = side >= _ROOMY
        size = SMALL_SIZE if roomy else 7.5
        labels: list[Label] = []
        for each in placed:
            x, middle = each.x + (side + 1) / 2, each.y + (side + 1) / 2
            labels.append(Label(x, middle + (-1 if roomy else size * 0.36), each.tile.code, "center", size))
            if roomy and each.tile.value is not None:
                labels.append(Label(x, middle + 10, number(each.tile.value), "center", size))
        return labels

    def _legend(self, paper: Paper) -> tuple[list[Layer], float]:
        """The classes with their tints, above the tiles, and how high they are."""
        entries = [*zip(self._tints(), self._classes(), strict=True), (0.0, "no value"), (None, self.unit)]
        placed: list[tuple[float | None, str, float, int]] = []
        x, line = 0.0, 0
        for strength, words in entries:
            needed = text_width(words, SMALL_SIZE) + (_SWATCH + 4 if strength is not None else 0)
            if x and x + needed > paper.width - 2 * _EDGE:
                x, line = 0.0, line + 1
            placed.append((strength, words, x, line))
            x += needed + 12
        height = (line + 1) * 20.0 + 8
        layers: list[Layer] = []
        for strength, alike in groupby(placed, lambda each: each[0]):
            swatches: Rows = [
                {
                    "x": at,
                    "x2": at + _SWATCH,
                    "y": row * 20 - height,
                    "y2": row * 20 - height + _SWATCH,
                    "colour": TINT,
                }
                for _, _, at, row in alike
            ]
            if strength is not None:
                layers += boxes(swatches, strength) if strength else outlines(swatches, (2, 2), 2 * FAINT)
        labels = [
            Label(
                at + (_SWATCH + 4 if strength is not None else 0), row * 20 - height + 11, words, size=SMALL_SIZE
            )
            for strength, words, at, row in placed
        ]
        return [*layers, *texts(labels)], height


def _blocks() -> tuple[TileBlock, ...]:
    return chart_records("tile_blocks", TileBlock)


def _block_of(code: str) -> str:
    """The block of an area: its intermediate region where that has one, else its subregion."""
    area = areas()[code]
    known = {block.code for block in _blocks()}
    return next((each for each in (area.intermediate, area.subregion) if each in known), "none")


def _block_name(code: str) -> str:
    aggregate = aggregates().get(f"M49-{code}")
    return aggregate.en if aggregate else "In no region of M49"
