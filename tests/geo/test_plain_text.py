from geo.plain_text import plain_text


def test_marks_of_direction_are_gone_and_controls_are_seen() -> None:
    assert plain_text("a\u202eb\u2066c\u200fd") == "abcd"
    assert plain_text("a\x00b\x1bc\x85d") == "a\ufffdb\ufffdc\ufffdd"


def test_lines_tabs_and_scripts_stay() -> None:
    assert plain_text("سرمدا\tone\ntwo \U0001f4a3") == "سرمدا\tone\ntwo \U0001f4a3"
