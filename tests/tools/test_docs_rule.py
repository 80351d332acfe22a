"""The rule of docs: what it finds missing, broken or unknown."""

from pathlib import Path

from check_docs import (
    anchors,
    broken_links,
    command_options,
    make_targets,
    reference_names,
    unknown_calls,
    unnamed,
    unwritten_pages,
)


def test_a_name_counts_only_as_code_and_only_whole():
    page = "We speak of trim. Run `lamp light --wide`, or:\n```\nlamp out --as-of DATE\n```"
    assert unnamed(["trim", "lamp light", "lamp out", "--as-of", "--as", "--wide"], page) == ["trim", "--as"]


def test_links_lead_to_files_and_headings(tmp_path: Path):
    (tmp_path / "oil.md").write_text("# Oil\n\n## How it burns, slowly\n", "utf-8")
    page = tmp_path / "lamp.md"
    text = (
        "[a](oil.md) [b](oil.md#how-it-burns-slowly) [c](#lamps) [d](https://example.org) `[e](none)`\n# Lamps\n"
    )
    page.write_text(text, "utf-8")
    assert list(broken_links(page, text)) == []
    broken = "[a](wick.md) [b](oil.md#smoke) ![c](lamp.png)"
    assert list(broken_links(page, broken)) == [
        f"{page}: the link wick.md leads nowhere",
        f"{page}: oil.md has no heading #smoke",
        f"{page}: the link lamp.png leads nowhere",
    ]


def test_anchors_are_made_as_hosts_make_them():
    assert anchors("# A (new) word\n## Spans, joined") == {"a-new-word", "spans-joined"}


def test_what_a_page_tells_to_type_has_to_exist():
    page = Path("lamp.md")
    text = "Say make sure. `make light`, `make dark`; `stocktake read`, `stocktake guess`; stocktake dreams."
    assert list(unknown_calls(page, text, {"light"}, {"read"})) == [
        "lamp.md: there is no target `make dark`",
        "lamp.md: there is no command `stocktake guess`",
    ]


def test_a_command_of_a_group_has_to_exist_too():
    text = "`stocktake lamps light FILE`, `stocktake lamps dark`, `stocktake lamps light|dim`, `stocktake read lamps`."
    commands = {"read", "lamps", "lamps light"}
    assert list(unknown_calls(Path("lamp.md"), text, set(), commands)) == [
        "lamp.md: there is no command `stocktake lamps dark`"
    ]


def test_commands_of_groups_and_their_options_are_asked_for():
    options = command_options()
    assert "--history" in options["evidence list"]
    assert {"stocktake evidence", "evidence list", "--history"} <= set(reference_names(options)["commands.md"])


def test_a_target_is_what_says_what_it_does():
    assert make_targets("light: wick  ## burn\n\t@echo\n.venv/x: y\nhidden:\n") == {"light"}


def test_a_page_that_a_module_names_has_to_be_there():
    source = '"""See docs/glossary.md and docs/reference/oil.md."""'
    assert unwritten_pages(Path("lamp.py"), source) == ["lamp.py: there is no docs/reference/oil.md"]
