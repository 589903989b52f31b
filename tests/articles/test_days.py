"""Which characters are a day with its year, and which day."""

from datetime import date

import pytest

from articles.days import find_days, parse_day


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("5 Oct 2019 At least", date(2019, 10, 5), "5 Oct 2019"),
        ("Sunday 5 October 2019", date(2019, 10, 5), "Sunday 5 October 2019"),
        ("Tue, 05 Nov 2019 10:11:12 GMT", date(2019, 11, 5), "Tue, 05 Nov 2019"),
        ("Oct. 5, 2019", date(2019, 10, 5), "Oct. 5, 2019"),
        ("Posted on October 5 2019 by", date(2019, 10, 5), "October 5 2019"),
        ("the 5th of October 2019", date(2019, 10, 5), "5th of October 2019"),
        ("Updated Oct 052019", date(2019, 10, 5), "Oct 052019"),
        ("at 2019-10-05T22:00Z", date(2019, 10, 5), "2019-10-05"),
        ("05.10.2019Get", date(2019, 10, 5), "05.10.2019"),
        ("05-10-2019", date(2019, 10, 5), "05-10-2019"),
        ("13/10/2019", date(2019, 10, 13), "13/10/2019"),
        ("10/13/2019", date(2019, 10, 13), "10/13/2019"),
        ("SEPT 5 2019", date(2019, 9, 5), "SEPT 5 2019"),
        # A page that lost the blank between the zone's offset and the day: never day 324.
        ("07:15 GMT +324 March 2018", date(2018, 3, 24), "GMT +324 March 2018"),
        ("07:15 GMT +1105 March 2018", date(2018, 3, 5), "GMT +1105 March 2018"),
        ("07:15 GMT +35 March 2018", date(2018, 3, 5), "GMT +35 March 2018"),
        ("07:15 GMT +3 24 March 2018", date(2018, 3, 24), "24 March 2018"),
    ],
)
def test_a_day_is_found(text: str, day: date, words: str) -> None:
    (found,) = find_days(text)
    assert (found.day, text[found.start : found.end]) == (day, words)


@pytest.mark.parametrize(
    "text",
    [
        "killed on January 3",
        "5 October",
        "in October 2019",
        "30 February 2019",
        "GMT +111 March 2018",  # the 11th at +1 or the 1st at +11
        "05/10/2019",  # 5 October or 10 May
        "192.168.10.2019",
        "version 12.10.20191",
        "45 March 2018",
        "May 20194",
    ],
)
def test_no_day(text: str) -> None:
    assert list(find_days(text)) == []


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2019-10-05", date(2019, 10, 5)),
        ("2019-10-05T23:30:00-05:00", date(2019, 10, 5)),  # the day it was in its own zone
        ("2019-10-05T23:30:00Z", date(2019, 10, 5)),
        ("2019-10-05 23:30", date(2019, 10, 5)),
        ("Sat, 05 Oct 2019 23:30:00 GMT", date(2019, 10, 5)),
        ("October 5, 2019", date(2019, 10, 5)),
        ("2019-13-05", None),
        ("2019-10-05T99:00", None),
        ("2019-10", None),
        ("05/10/2019", None),
        ("yesterday", None),
        ("1570233600", None),
        ("5 October 2019 or 6 October 2019", None),
    ],
)
def test_a_metadata_value(value: str, day: date | None) -> None:
    assert parse_day(value) == day
