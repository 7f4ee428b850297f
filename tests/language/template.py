"""Writes the template of a catalogue: every message with its places, for a translator to begin.

.venv/bin/python -m tests.language.template > slowsmile.pot
"""

from collections.abc import Iterable

from tests.language.messages import Message, Places, all_messages

HEADER = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: \\n"
"X-Language-Name: \\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""
MOST_PLACES = 5
"""Named with a message."""


def template(messages: Places) -> str:
    """All of it."""
    return "\n".join([HEADER, *(entry(each, places) for each, places in messages.items())])


def entry(message: Message, places: Iterable[str], translated: Iterable[str] = ()) -> str:
    """One message; without a translation its forms are empty."""
    forms = list(translated) or ["", ""][: 2 if message.many else 1]
    lines = [f"#: {' '.join(list(places)[:MOST_PLACES])}"]
    if "{" in message.one:
        lines.append("#, python-brace-format")
    if message.context:
        lines.append(f"msgctxt {quoted(message.context)}")
    lines.append(f"msgid {quoted(message.one)}")
    if message.many:
        lines.append(f"msgid_plural {quoted(message.many)}")
        lines += [f"msgstr[{n}] {quoted(form)}" for n, form in enumerate(forms)]
    else:
        lines.append(f"msgstr {quoted(forms[0])}")
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """As a PO file writes a text, a line of it a line."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    parts = [f'"{part}\\n"' for part in plain.split("\n")]
    parts[-1] = parts[-1].removesuffix('\\n"') + '"'
    return parts[0] if len(parts) == 1 else "\n".join(['""', *parts])


if __name__ == "__main__":
    print(template(all_messages()), end="")
