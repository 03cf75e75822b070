"""po.py -- reads gettext .po files: entries in order, with where they stand."""
import re


class Entry:
    """One text: its English (msgid), plural, French forms (msgstr), flags and place."""

    def __init__(self, path, line):
        self.path, self.line = path, line
        self.msgid = self.plural = None
        self.msgstr = {}
        self.fuzzy = self.obsolete = False


ESCAPES = {'n': '\n', 't': '\t', '"': '"', '\\': '\\', 'r': '\r'}


def unquote(text, where):
    text = text.strip()
    if len(text) < 2 or text[0] != '"' or text[-1] != '"':
        raise SystemExit(f'{where}: a text in double quotes is expected here')
    return re.sub(r'\\(.)', lambda m: ESCAPES.get(m.group(1), m.group(0)), text[1:-1])


def read(path):
    """The entries of one file, the header (empty msgid) left out."""
    entries, entry, add = [], None, None

    def finish():
        if entry is not None and entry.msgid:
            entries.append(entry)

    fuzzy = False
    with open(path, encoding='utf-8') as file:
        for number, line in enumerate(file, 1):
            line = line.strip()
            where = f'{path}:{number}'
            if line.startswith('#,') and 'fuzzy' in line:
                fuzzy = True
            elif not line or line.startswith('#'):
                continue
            elif line.startswith('msgid_plural'):
                entry.plural = unquote(line[12:], where)
                add = lambda text, e=entry: setattr(e, 'plural', e.plural + text)
            elif line.startswith('msgid'):
                finish()
                entry = Entry(path, number)
                entry.fuzzy, fuzzy = fuzzy, False
                entry.msgid = unquote(line[5:], where)
                add = lambda text, e=entry: setattr(e, 'msgid', e.msgid + text)
            elif line.startswith('msgstr'):
                m = re.match(r'msgstr(?:\[(\d)\])?\s*(.*)', line)
                at = int(m.group(1) or 0)
                entry.msgstr[at] = unquote(m.group(2), where)
                add = lambda text, e=entry, n=at: e.msgstr.update({n: e.msgstr[n] + text})
            elif line.startswith('"') and add:
                add(unquote(line, where))
            else:
                raise SystemExit(f'{where}: not understood: {line}')
    finish()
    return entries


def typography(text):
    """Canadian French as it is set: translators type plain apostrophes and spaces.

    A typographic apostrophe; a no-break space before a colon after a word, and inside
    guillemets; none before ; ! ?  (Office quebecois de la langue francaise).
    """
    text = re.sub(r"(?<=[^\W\d_])'(?=[^\W\d_]|%)", '\u2019', text)
    text = re.sub(r'«[ \u00a0]?', '«\u00a0', text)
    text = re.sub(r'[ \u00a0]?»', '\u00a0»', text)
    text = re.sub(r'(?<=[^\W\d_»)])[ \u00a0]?:(?=\s|$)', '\u00a0:', text)
    return re.sub(r'(?<=[\w»)])[ \u00a0](?=[;!?])', '', text)


def quote(text):
    """As a C or .po string literal."""
    out = text.replace('\\', '\\\\').replace('"', '\\"')
    return '"' + out.replace('\n', '\\n').replace('\t', '\\t').replace('\r', '\\r') + '"'
