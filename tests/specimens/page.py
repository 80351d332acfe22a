"""What an HTML page holds, for tests of pages: faults of nesting, tags, ids, links, words."""

from html.parser import HTMLParser
from itertools import pairwise

VOID = {"meta", "link", "br", "hr", "img", "input", "col"}


class Page(HTMLParser):
    """A page as parsed, with the faults found on the way."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        self.faults += [f"{tag} is not closed" for tag in self.open]

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)

    def all(self, name: str) -> list[dict[str, str | None]]:
        """The attributes of every tag of this name."""
        return [attributes for tag, attributes in self.tags if tag == name]

    @property
    def ids(self) -> list[str | None]:
        """Every id, in order."""
        return [attributes["id"] for _tag, attributes in self.tags if "id" in attributes]

    @property
    def text(self) -> str:
        """The words of the page, one space between them."""
        return " ".join("".join(self.words).split())


def broken_rules(page: Page) -> list[str]:
    """The rules for every page of ours that this one breaks; none if it is as it should be."""
    levels = [int(tag[1]) for tag, _attributes in page.tags if tag in {"h1", "h2", "h3", "h4"}]
    leaps = [after for before, after in pairwise(levels) if after - before > 1]
    handlers = [name for _tag, attributes in page.tags for name in attributes if name.startswith("on")]
    links = {link["href"] for link in page.all("a")}
    rules = {
        "well formed": not page.faults,
        "ids are unique": len(page.ids) == len(set(page.ids)),
        "links lead somewhere": links <= {f"#{each}" for each in page.ids},
        "nothing runs and nothing is fetched": not handlers
        and not any(page.all(tag) for tag in ("script", "link", "img")),
        "one first heading, no level left out": levels[:1] == [1] and levels.count(1) == 1 and not leaps,
        "language": page.all("html")[0].get("lang") == "en",
        "landmarks": [len(page.all(tag)) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1],
        "tables have captions and scopes": len(page.all("caption")) == len(page.all("table"))
        and all("scope" in attributes for attributes in page.all("th")),
    }
    return [rule for rule, kept in rules.items() if not kept]
