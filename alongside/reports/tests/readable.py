"""How hard a text is to read: Flesch-Kincaid grade (Kincaid et al. 1975), and Szigriszt-Pazos (1993) for Spanish."""

import re

GROUPS = re.compile(r"[aeiouy]+")
STRONG, WEAK = "aeoáéíóú", "iuü"


def grade(text: str) -> float:
    """School grade of an English text: 0.39 words a sentence + 11.8 syllables a word - 15.59."""
    words, sentences = _words(text), _sentences(text)
    return 0.39 * len(words) / sentences + 11.8 * sum(map(_english, words)) / len(words) - 15.59


def ease(text: str) -> float:
    """INFLESZ of a Spanish text, 206.835 - 62.3 syllables a word - words a sentence; 65 and more is fairly easy."""
    words, sentences = _words(text), _sentences(text)
    return 206.835 - 62.3 * sum(map(_spanish, words)) / len(words) - len(words) / sentences


def _words(text: str) -> list[str]:
    """Words and figures, each figure as one."""
    return re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d.,]*", text.lower())


def _sentences(text: str) -> int:
    return max(1, len(re.findall(r"[.:;?](?:\s|$)", text)))


def _english(word: str) -> int:
    """Groups of vowels; a silent e at the end is none."""
    groups = len(GROUPS.findall(word))
    silent = word.endswith("e") and not word.endswith("le") and groups > 1
    return max(1, groups - silent)


def _spanish(word: str) -> int:
    """Strong vowels, and weak ones that stand beside none."""
    strong = sum(letter in STRONG for letter in word)
    weak = sum(
        letter in WEAK and not any(near in STRONG for near in (word[n - 1 : n] + word[n + 1 : n + 2]))
        for n, letter in enumerate(word)
    )
    return max(1, strong + (weak + 1) // 2)
