"""Which of two numbers is the day: by the article's other dates, then by its outlet's address."""

import pytest

from articles import Article
from mentions.date_habits import writes_day_first


@pytest.mark.parametrize(
    ("text", "url", "outlet", "day_first"),
    [
        ("The raid of 03/01/2017.", None, None, None),
        ("The raid of 03/01/2017, the truce of 25/12/2016.", None, None, True),
        ("The raid of 03/01/2017, the truce of 12/25/2016.", None, None, False),
        ("The raid of 03/01/2017, 25/12/2016 and 12/25/2016.", None, None, None),
        ("The raid of 03/01/2017.", "https://news.example.uk/a", None, True),
        ("The raid of 03/01/2017.", "https://news.example.gov/a", None, False),
        ("The raid of 03/01/2017.", "https://news.example.com/a.uk", None, None),
        ("The raid of 03/01/2017.", None, "post.example.ph", False),
        ("The raid of 03/01/2017, the truce of 12/25/2016.", "https://news.example.uk/a", None, False),
        # No such date at all: nothing is asked.
        ("The raid of Tuesday.", "https://news.example.uk/a", None, None),
        ("On 13/3 odds, or 99/98/2017.", None, None, None),
    ],
)
def test_day_first(text: str, url: str | None, outlet: str | None, day_first: bool | None) -> None:
    assert writes_day_first(Article(id="a", text=text, url=url, outlet=outlet)) is day_first
