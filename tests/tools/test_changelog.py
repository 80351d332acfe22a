"""The rule of the changelog: the version is named, and every section says something."""

from check_changelog import changelog_faults


def test_a_changelog_that_names_the_version_and_says_something_is_right():
    assert changelog_faults("# What changed\n\n## 1.2.0 (2143-01-02)\n\n### Added\n\n- Lamps.\n", "1.2.0") == []


def test_a_missing_version_and_an_empty_section_are_named():
    assert changelog_faults("# What changed\n\n## 1.1.0\n\n## 1.0.0\n\n- Oil.\n", "1.2.0") == [
        "CHANGELOG.md: no section for version 1.2.0",
        "CHANGELOG.md: the section '1.1.0' says nothing",
    ]
