"""Every kind of page in a real browser: no violation of accessibility, no scrolling sideways, search without a server.

Skips where Playwright, its axe or a Chromium is absent.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sync_api = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")

VIEWS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "viewport": {"width": 1440, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1440, "height": 900}},
    "narrow": {"color_scheme": "light", "viewport": {"width": 360, "height": 740}},
    "smallest": {"color_scheme": "dark", "viewport": {"width": 320, "height": 640}},
    # At 200 per cent a window has half as many pixels of style sheets.
    "zoomed": {
        "color_scheme": "light",
        "viewport": {"width": 640, "height": 400},
        "device_scale_factor": 2,
    },
}
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A browser."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("no Chromium is installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


def _kinds(folder: Path) -> list[Path]:
    """The largest page of each kind, of English and of one language that is written from right to left."""
    found: dict[str, Path] = {}
    for path in sorted(folder.rglob("*.html")):
        parts = path.relative_to(folder).parts
        if len(parts[0]) > 2 or parts[0] == "ar":
            inner = parts[1:] if parts[0] == "ar" else parts
            kind = f"{parts[0] == 'ar'} {inner[0] if len(inner) == 1 or inner[-1] == 'index.html' else inner[0] + '/'}"
            kind += " index" if inner[-1] == "index.html" else ""
            if kind not in found or path.stat().st_size > found[kind].stat().st_size:
                found[kind] = path
    return list(found.values())


@pytest.mark.slow
@pytest.mark.parametrize("view", VIEWS)
def test_no_violation_and_nothing_to_scroll_sideways(folder: Path, chromium: Any, view: str) -> None:
    context = chromium.new_context(**VIEWS[view])
    page = context.new_page()
    faults = []
    for path in _kinds(folder):
        name = path.relative_to(folder).as_posix()
        page.goto(path.as_uri())
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wider > 0:
            faults.append((name, f"{wider} pixels too wide"))
        violations = axe.Axe().run(page, options=OPTIONS).response["violations"]
        faults += [(name, each["id"], each["nodes"][0]["html"][:200]) for each in violations]
    context.close()
    assert faults == []


@pytest.mark.slow
def test_the_search_finds_words_without_a_server(folder: Path, chromium: Any) -> None:
    page = chromium.new_page()
    page.goto((folder / "search.html").as_uri())
    page.fill("#words", "lamps villages")
    page.keyboard.press("Enter")
    page.wait_for_selector("#results li")
    assert page.inner_text("#status").startswith("found: ")
    link = page.locator("#results a").first
    address = link.get_attribute("href")
    link.click()
    assert page.url.endswith(str(address))
    page.close()


@pytest.mark.slow
@pytest.mark.parametrize("words", ["etats membres", "member states"])
def test_the_search_finds_names_with_the_keyboard_in_the_language_of_the_page(
    folder: Path, chromium: Any, words: str
) -> None:
    page = chromium.new_page()
    page.goto((folder / "fr" / "search.html").as_uri())
    page.focus("#words")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.wait_for_selector("#results li")
    assert page.locator("#results a").first.inner_text() == "États Membres"
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "États Membres"
    page.close()


@pytest.mark.slow
def test_without_scripts_there_is_no_field_and_an_index(folder: Path, chromium: Any) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "search.html").as_uri())
    assert not page.is_visible("#words")
    assert page.is_visible("ul.index")
    context.close()


@pytest.mark.slow
def test_the_first_key_leads_to_the_content(folder: Path, chromium: Any) -> None:
    page = chromium.new_page()
    page.goto((folder / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.close()
