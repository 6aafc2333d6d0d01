"""What to call somebody by."""

import pytest

from alongside.parties.names import called_by


@pytest.mark.parametrize(
    ("name", "called"),
    [("Theo", "Theo"), ("Mary Ann", "Mary"), ("Case 1", "Case 1"), ("Case 1 B", "Case 1")],
)
def test_the_first_word_with_its_number(name, called):
    assert called_by(name) == called
