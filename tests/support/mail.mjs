// mail.mjs -- a mail server that answers as it is told (smtp.py), and how it is configured.
//
//     const mail = await startMail();
//     const server = await startServer({ args: ['--config', await mail.config()] });
//     mail.behave('later');  await mail.until(1);
import { spawn } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root, scratchFolder } from './server.mjs';
import { onFinish } from './test.mjs';

const PATIENCE_MS = 120000;

// Waits for the thing itself; what `look` answers when it is there.
export async function until(what, look) {
	const end = Date.now() + PATIENCE_MS;
	for (;;) {
		const seen = await look();
		if (seen)
			return seen;
		if (Date.now() > end)
			throw new Error(`waited for ${what}`);
		await new Promise(resolve => setTimeout(resolve, 200));
	}
}

// The text of a mail as a person reads it: quoted-printable undone.
export function readable(mail) {
	const body = mail.slice(mail.indexOf('\r\n\r\n') + 4);
	const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g,
		(_, hex) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString('utf8').replace(/\r\n/g, '\n');
}

export async function startMail() {
	const folder = path.join(await scratchFolder(), 'mails');
	await mkdir(folder);
	const child = spawn('/usr/bin/python3',
		[path.join(root, 'tests/support/smtp.py'), folder],
		{ stdio: ['pipe', 'pipe', 'inherit'] });
	process.once('exit', () => child.kill('SIGKILL'));
	onFinish(() => child.kill('SIGKILL'));
	const port = await new Promise((resolve, reject) => {
		child.stdout.once('data', text => resolve(Number(text)));
		child.once('exit', code => reject(new Error(`smtp.py ended: ${code}`)));
	});
	const mails = async () => {
		const names = (await readdir(folder)).filter(n => n.endsWith('.eml'));
		names.sort((a, b) => parseInt(a, 10) - parseInt(b, 10));
		return Promise.all(names.map(n => readFile(path.join(folder, n), 'utf8')));
	};
	return {
		port,
		mails,
		behave: how => writeFile(path.join(folder, 'behaviour'), how),
		// So many mails have come.
		until: count => until(`${count} mails`, async () => {
			const all = await mails();
			return all.length >= count ? all : null;
		}),
		async config(more = '') {
			const file = path.join(folder, 'wardroom.conf');
			await writeFile(file, ['[server]',
				'public_address = https://w.example.org', '[mail]',
				'server = 127.0.0.1', `port = ${port}`, 'security = none',
				'from = wardroom@example.org', 'retry_seconds = 1',
				'seconds = 5', 'last_seconds = 5', more, ''].join('\n'));
			return file;
		},
	};
}
