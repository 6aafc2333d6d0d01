"""Names as they occur: some are more common than others (weights fall as 1 / (20 + rank)), and one rare name in each agency."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

GIVEN = (
    "Maria", "James", "Sofia", "Liam", "Mateo", "Emma", "Noah", "Marcus", "Olivia", "Elijah", "Lucía", "Isabella", "Amir",
    "Mason", "Ava", "Theodore", "Mia", "Ethan", "Charlotte", "Daniel", "Amelia", "Henry", "Camila", "Jackson", "Layla",
    "Samuel", "Zoe", "Sebastian", "Hannah", "David", "Nora", "Joseph", "Leah", "Carter", "Aaliyah", "Owen", "Stella",
    "Wyatt", "Ruth", "Jack", "Hazel", "Luke", "Aurora", "Gabriel", "Violet", "Anthony", "Savannah", "Isaac", "Audrey",
    "Dylan", "Brooklyn", "Leo", "Bella", "Lincoln", "Claire", "Jaxon", "Skylar", "Asher", "Lucy", "Christopher", "Paisley",
    "Josiah", "Everly", "Andrew", "Anna", "Thomas", "Caroline", "Joshua", "Nova", "Ezra", "Genesis", "Hudson", "Emilia",
    "Charles", "Kennedy", "Caleb", "Samantha", "Isaiah", "Maya", "Ryan", "Willow", "Nathan", "Kinsley", "Adrian", "Naomi",
    "Christian", "Aliyah", "Walter", "Ida", "Kofi", "Priya", "Omar", "Yasmin", "Hiroshi", "Mei", "Ingrid", "Björn", "Zofia",
)  # fmt: skip
FAMILY = (
    "Johnson", "Smith", "Williams", "Brown", "Jones", "Garcia", "Miller", "Davis", "Rodriguez", "Martinez", "Hernandez",
    "Lopez", "Gonzalez", "Wilson", "Anderson", "Thomas", "Taylor", "Moore", "Jackson", "Martin", "Lee", "Perez", "Thompson",
    "White", "Harris", "Sanchez", "Clark", "Ramirez", "Lewis", "Robinson", "Walker", "Young", "Allen", "King", "Wright",
    "Scott", "Torres", "Nguyen", "Hill", "Flores", "Green", "Adams", "Nelson", "Baker", "Hall", "Rivera", "Campbell",
    "Mitchell", "Carter", "Roberts", "Gomez", "Phillips", "Evans", "Turner", "Diaz", "Parker", "Cruz", "Edwards",
    "Collins", "Reyes", "Stewart", "Morris", "Morales", "Murphy", "Cook", "Rogers", "Gutierrez", "Ortiz", "Morgan",
    "Cooper", "Peterson", "Bailey", "Reed", "Kelly", "Howard", "Ramos", "Kim", "Cox", "Ward", "Richardson", "Watson",
    "Brooks", "Chavez", "Wood", "James", "Bennett", "Gray", "Mendoza", "Ruiz", "Hughes", "Price", "Alvarez", "Castillo",
    "Sanders", "Patel", "Myers", "Long", "Ross", "Foster", "Jimenez", "Powell", "Jenkins", "Perry", "Russell", "Sullivan",
    "Bell", "Coleman", "Butler", "Henderson", "Barnes", "Gonzales", "Fisher", "Vasquez", "Simmons", "Romero", "Jordan",
    "Patterson", "Alexander", "Hamilton", "Graham", "Reynolds", "Griffin", "Wallace", "Moreno", "West", "Cole", "Hayes",
    "Kowalczyk", "Okafor", "Saleh", "Haddad", "Fernández", "Nwosu", "Sato", "Lind", "Delgado", "Moss", "Bryant", "Herrera",
)  # fmt: skip
OLDEST, YOUNGEST = date(1940, 1, 1), date(2021, 1, 1)


RARE_GIVEN, RARE_FAMILY, RARE = "Ottilie", "Vanterpool", 5


def people(count: int, seed: int = 11) -> Iterator[tuple[str, str, date]]:
    """(given, family, born) of `count` clients, the same each time. The first five share the rare family name."""
    dice = Random(seed)
    given, family = _drawn(dice, GIVEN, count), _drawn(dice, FAMILY, count)
    days = (YOUNGEST - OLDEST).days
    for n, (first, last) in enumerate(zip(given, family, strict=True)):
        first, last = RARE_GIVEN if n == 0 else first, RARE_FAMILY if n < RARE else last
        yield first, last, OLDEST + timedelta(days=dice.randrange(days))


def _drawn(dice: Random, names: tuple[str, ...], count: int) -> list[str]:
    return dice.choices(names, weights=[1 / (20 + rank) for rank in range(len(names))], k=count)
