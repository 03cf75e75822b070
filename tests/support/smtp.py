"""smtp.py -- a mail server (aiosmtpd) that answers as it is told, on a free loopback port.

    smtp.py FOLDER [--tls CERT KEY] [--user NAME PASSWORD]

Prints its port.  Each mail that it takes becomes a file FOLDER/N.eml, with the envelope
before it.  The file FOLDER/behaviour, read for each command, says how it behaves:

    take            250                     refuse      550 to the recipient
    later           451 to the recipient    stall       nothing after MAIL
    hang            takes the text, keeps it, and never answers
    drop            takes the text, keeps it, and closes the connection
    refuse-text     554 after the text      later-text  452 after the text
"""
import argparse
import asyncio
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


class Handler:
    def __init__(self, folder):
        self.folder = folder
        self.count = 0

    def behaves(self):
        try:
            with open(os.path.join(self.folder, 'behaviour')) as f:
                return f.read().strip()
        except FileNotFoundError:
            return 'take'

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.behaves() == 'stall':
            await asyncio.sleep(3600)
        envelope.mail_from = address
        return '250 2.1.0 OK'

    async def handle_RCPT(self, server, session, envelope, address, options):
        how = self.behaves()
        if how == 'refuse':
            return '550 5.1.1 <%s>: no such mailbox' % address
        if how == 'later':
            return '451 4.7.1 Greylisted, please try again later'
        envelope.rcpt_tos.append(address)
        return '250 2.1.5 OK'

    async def handle_DATA(self, server, session, envelope):
        how = self.behaves()
        if how == 'refuse-text':
            return '554 5.6.0 The text is not wanted'
        if how == 'later-text':
            return '452 4.3.1 No room'
        self.count += 1
        name = os.path.join(self.folder, '%d.eml' % self.count)
        with open(name + '.new', 'wb') as f:
            f.write(('X-From: %s\r\nX-To: %s\r\nX-Tls: %s\r\nX-User: %s\r\n' % (
                envelope.mail_from, ', '.join(envelope.rcpt_tos),
                'yes' if session.ssl else 'no',
                getattr(session, 'auth_data', None) or '')).encode())
            f.write(envelope.original_content)
        os.rename(name + '.new', name)
        if how == 'hang':
            await asyncio.sleep(3600)
        if how == 'drop':
            server.transport.close()
            return ''
        return '250 2.0.0 Ok: queued as %d' % self.count


def main():
    p = argparse.ArgumentParser()
    p.add_argument('folder')
    p.add_argument('--tls', nargs=2)
    p.add_argument('--user', nargs=2)
    o = p.parse_args()
    handler = Handler(o.folder)
    options = {'timeout': 3600, 'hostname': 'mail.test'}
    if o.tls:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*o.tls)
        options.update(tls_context=context, require_starttls=True)
    if o.user:
        def authenticate(server, session, envelope, mechanism, data):
            ok = isinstance(data, LoginPassword) and [
                data.login.decode(), data.password.decode()] == o.user
            return AuthResult(success=ok, handled=False,
                              auth_data=data.login.decode() if ok else None)
        options.update(authenticator=authenticate, auth_required=True)

    async def serve():
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: SMTP(handler, **options), '127.0.0.1', 0)
        print(server.sockets[0].getsockname()[1], flush=True)
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
        os._exit(0)     # whoever started it has gone

    asyncio.run(serve())


main()
