"""Writes given.txt and surnames.txt from the lists that README.md names.

    pip install names==0.3.0 Faker==40.54.0 english-words wordfreq && python generate.py
"""

import importlib
import os
import unicodedata
from pathlib import Path

import names
from english_words import get_english_words_set
from faker.providers import person
from wordfreq import zipf_frequency

HERE = Path(__file__).parent
# Lists that are guesses (Icelandic genitives) or hold every rare spelling.
LEFT_OUT = {"is_IS", "en"}
# Words of a dictionary that are more often a name than a word.
KEPT = set("""alec barney belle benny beau brock bert burt brit charity chester chuck clint cole dalton dexter dixie dolly
duke ethel garth hank harper homer joey kitty lance mae maxwell mac mel milo minnie monte nan patty peyton pierce rex rory
rufus ryder shea shelly sherry sonny terry trey viola wally willy alan adam amy ana andy benedict henry ruth""".split())


def census(name, most):
    lines = (Path(names.__file__).parent / name).read_text().splitlines()
    return [line.split()[0].lower() for line in lines[:most]]


def locales(part):
    root = Path(person.__file__).parent
    for locale in sorted(os.listdir(root)):
        if locale in LEFT_OUT or not (root / locale / "__init__.py").exists():
            continue
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(provider):
            values = getattr(provider, attribute)
            if part in attribute and "format" not in attribute and isinstance(values, (tuple, list, dict)):
                yield from (value for value in values if isinstance(value, str))


def spelled(value):
    return unicodedata.normalize("NFC", value).lower().replace("’", "'")


def is_name(word):
    letters = all(unicodedata.name(letter, "").startswith("LATIN") for letter in word.replace("'", ""))
    return letters and len(word) > 2


def own(name):
    return {word for line in (HERE / name).read_text().splitlines() if line[:1] != "#" for word in line.split()}


# Letters of products and of organisations, and what a list of places left behind.
DROPPED = set("""sys tam okta suse macie athena org rails sales sas vue packer box friday hawks hills pages angeles america
asia florida terra savanna vega venus""".split())

WORDS = {word for word in get_english_words_set(["web2"]) if word.islower()}


def is_word(word):
    return word in WORDS and zipf_frequency(word, "en") >= 3.4 and word not in KEPT


def write(name, words):
    lines, line = [], ""
    for word in sorted(words, key=lambda word: word.encode()):
        if len(line) + len(word) > 115:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    (HERE / name).write_text("\n".join([*lines, line]) + "\n")


def main():
    given = [*census("dist.female.first", 3000), *census("dist.male.first", 1219), *locales("first")]
    surnames_of_census = census("dist.all.last", 6000)
    surnames = [*surnames_of_census, *locales("last")]
    given = {word for word in map(spelled, given) if is_name(word) and not is_word(word)}
    frequent = {word for word in surnames_of_census[:1500] if word in WORDS and is_word(word)}
    surnames = {word for word in map(spelled, surnames) if is_name(word) and not is_word(word)}
    write("given.txt", (given | own("frequent_given.txt")) - DROPPED)
    write("surnames.txt", (surnames | own("frequent_surnames.txt")) - DROPPED)
    write("word_surnames.txt", frequent)


main()
