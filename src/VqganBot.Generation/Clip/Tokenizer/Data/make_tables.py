"""Writes the two tables beside it from what Python's own library knows, so that the tokenizer cleans text as the
original does on a machine without ICU, where .NET's Normalize returns its argument unchanged.

unicode.txt   D c a [b]   canonical decomposition of c, one step
              X c a [b]   the same, but c is never composed again
              R c n       combining class n of c
              W c a…      the ordinary width of a full-width or half-width character
entities.txt  name; c…    an HTML 5 character reference (a few also stand without the semicolon)
              +NAME; c…   one in capitals, which only the first pass over a prompt understands
"""
import html
import html.entities
import pathlib
import sys
import unicodedata

here = pathlib.Path(__file__).parent


def hexed(text):
    return " ".join(f"{ord(c):X}" for c in text)


rows = []
for code in range(sys.maxunicode + 1):
    char = chr(code)
    if 0xAC00 <= code <= 0xD7A3:  # Hangul syllables are arithmetic
        continue
    step = unicodedata.decomposition(char)
    if step and not step.startswith("<"):
        kind = "D" if unicodedata.normalize("NFC", char) == char else "X"
        rows.append(f"{kind} {code:X} " + " ".join(f"{int(part, 16):X}" for part in step.split()))
    if unicodedata.combining(char):
        rows.append(f"R {code:X} {unicodedata.combining(char)}")
    if 0xFF01 <= code <= 0xFFEF and unicodedata.normalize("NFKC", char) != char:
        rows.append(f"W {code:X} {hexed(unicodedata.normalize('NFKC', char))}")
rows.append("W 3000 20")
(here / "unicode.txt").write_text("\n".join(rows) + "\n", encoding="ascii")

names = dict(html.entities.html5)
shouted = {
    "+" + name.upper(): value.upper()
    for name, value in names.items()
    if name.endswith(";") and name == name.lower() and html.unescape("&" + name.upper()) == "&" + name.upper()
}
lines = [f"{name} {hexed(value)}" for name, value in sorted((names | shouted).items())]
(here / "entities.txt").write_text("\n".join(lines) + "\n", encoding="ascii")
