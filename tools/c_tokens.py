"""c_tokens.py -- C source as tokens, enough for the checkers; the files of the tree."""
import re
import subprocess

TOKEN = re.compile(r'''
    (?P<comment>/\*.*?\*/|//[^\n]*)
  | (?P<string>(?:u8|L)?"(?:\\.|[^"\\\n])*")
  | (?P<char>L?'(?:\\.|[^'\\\n])+')
  | (?P<name>[A-Za-z_][A-Za-z_0-9]*)
  | (?P<number>\.?[0-9](?:[eEpP][+-]|[\w.])*)
  | (?P<mark>->|\+\+|--|<<=|>>=|<<|>>|&&|\|\||[-+*/%&|^=!<>]=|\.\.\.|\#\#|[^\s])
  | (?P<line>\n)
''', re.VERBOSE | re.DOTALL)


class Token:
    def __init__(self, kind, text, line):
        self.kind, self.text, self.line = kind, text, line


def tokens(source, comments=False):
    """The tokens of a file; a preprocessor directive is one token of kind 'directive'."""
    out, line, at = [], 1, 0
    source = source.replace('\\\n', ' \r')
    while at < len(source):
        m = TOKEN.search(source, at)
        if not m:
            break
        text, at = m.group(), m.end()
        first_of_line = source.rfind('\n', 0, m.start()) + 1
        if text == '#' and not source[first_of_line:m.start()].strip():
            end = source.find('\n', at)
            end = len(source) if end < 0 else end
            text, at = source[m.start():end], end
            out.append(Token('directive', text.replace('\r', ''), line))
        elif m.lastgroup != 'line' and (comments or m.lastgroup != 'comment'):
            out.append(Token(m.lastgroup, text.replace('\r', ''), line))
        line += text.count('\n') + text.count('\r')
    return out


ESCAPES = {'n': '\n', 't': '\t', 'r': '\r', '0': '\0', '"': '"', "'": "'", '\\': '\\'}


def literal(text):
    """What a C string literal stands for."""
    body = text[text.index('"') + 1:-1]

    def escape(m):
        hexadecimal = m.group(1)
        if hexadecimal.startswith('x'):
            return '\udc00' if len(hexadecimal) < 2 else chr(int(hexadecimal[1:], 16))
        return ESCAPES.get(hexadecimal, hexadecimal)

    plain = re.sub(r'\\(x[0-9a-fA-F]{1,2}|.)', escape, body)
    try:
        return plain.encode('latin-1').decode('utf-8')
    except (UnicodeEncodeError, UnicodeDecodeError):
        return plain


def strings_at(stream, at):
    """Adjacent string literals from `at` on as one text, and where they end."""
    text = ''
    while at < len(stream) and stream[at].kind == 'string':
        text += literal(stream[at].text)
        at += 1
    return text, at


def files(*patterns):
    """Tracked and new files that match, without the ignored; works outside git too."""
    listed = subprocess.run(
        ['git', 'ls-files', '--cached', '--others', '--exclude-standard', '--', *patterns],
        capture_output=True, text=True)
    if listed.returncode == 0:
        names = listed.stdout.splitlines()
    else:
        import glob
        names = [n for p in patterns for n in glob.glob(p, recursive=True)]
    import os
    return sorted({name for name in names if os.path.isfile(name)})


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()
