"""Writes folds.txt beside this file: which characters are read as which others.

.NET normalises nothing in globalisation-invariant mode, which is the mode this program runs in so as not to need ICU.
One line for each target: the target, a space, all characters whose compatibility decomposition (NFKD), without generic
accents and brackets and in lower case, is the target. Only alphabets are in it, since only they can be disguised so.
"""
import pathlib
import unicodedata

ACCENTS = [(0x300, 0x36F), (0x483, 0x487), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F)]
ALPHABETS = 0x530  # Latin, Greek and Cyrillic lie below


def within(ranges, code):
    return any(first <= code <= last for first, last in ranges)


folds = {}
for code in range(0x80, 0x20000):
    char = chr(code)
    if within(ACCENTS, code) or unicodedata.category(char) in ("Cn", "Cc", "Cf", "Co", "Cs"):
        continue
    plain = "".join(part for part in unicodedata.normalize("NFKD", char).lower() if unicodedata.category(part)[0] in "LN")
    # What lower-casing alone does, .NET does too.
    if plain and plain != char.lower() and all(ord(part) < ALPHABETS for part in plain):
        folds.setdefault(plain, []).append(char)

lines = [f"# NFKD of Unicode {unicodedata.unidata_version} without accents, in lower case; written by make_folds.py."]
lines += [f"{target} {''.join(chars)}" for target, chars in sorted(folds.items())]
pathlib.Path(__file__).with_name("folds.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
