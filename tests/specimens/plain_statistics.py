"""Invented files of statistics in the plain CSV."""

HEAD = "indicator,code,area,period,value,unit,sex\n"
AREAS = ("FJI", "NAM", "NOR")


def plain(rate: float, *, year: int = 2041, code: str = "KITES.USE") -> bytes:
    """One rate of Internet use for three areas, which differ by a point."""
    rows = (f"17.8.1,{code},{area},{year},{rate + at},per cent,_T\n" for at, area in enumerate(AREAS))
    return (HEAD + "".join(rows)).encode()


def people(*, year: int = 2041) -> bytes:
    """How many live in the three areas."""
    rows = (f"population,KITES.POP,{area},{year},{1000 * (at + 1)},persons,_T\n" for at, area in enumerate(AREAS))
    return (HEAD + "".join(rows)).encode()


def by_sex(women: float, men: float, *, year: int = 2041) -> bytes:
    """The rate of women and of men for one area."""
    rows = (f"17.8.1,KITES.{sex},FJI,{year},{rate},per cent,{sex}\n" for sex, rate in (("F", women), ("M", men)))
    return (HEAD + "".join(rows)).encode()
