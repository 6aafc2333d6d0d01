"""What is true of clients and the people around them."""

from datetime import date


def years(born: date, today: date) -> int:
    """Completed years of life; somebody born on 29 February turns a year older on 1 March of a common year."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
