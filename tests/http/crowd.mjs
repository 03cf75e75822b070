// crowd.mjs -- slow clients, many clients, a slow reader of an export: pages stay fast.
import { open, part, pause, times } from '../support/raw.mjs';
import { startServer, command, login, password } from '../support/server.mjs';
import { check, finish, section } from '../support/test.mjs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

const server = await startServer();
const page = server.url + '/sign-in';
const quick = 1000;     // milliseconds; a page takes a few, under sanitizers some more

await section('slow clients', async () => {
	const config = path.join(server.folder, 'hurry.conf');
	await writeFile(config, '[server]\nheader_seconds = 3\n');
	const hurry = await startServer({ args: ['--config', config] });
	const slow = [];
	for (let i = 0; i < 600; i++)
		slow.push(await open(hurry.port, 'GET /livez HTTP/1.1\r\nHost: a\r\nA: '));
	let dripping = true;
	const drip = (async () => {
		while (dripping) {
			for (const socket of slow)
				if (!socket.closed_)
					socket.write('a');
			await pause(500);
		}
	})();
	const took = await times(hurry.url + '/sign-in', 60);
	check(part(took, 0.95) < quick, '600 dripping clients: pages stay fast',
		took.slice(-5));
	for (let i = 0; i < 80 && slow.some(socket => !socket.closed_); i++)
		await pause(100);
	dripping = false;
	await drip;
	const left = slow.filter(socket => !socket.closed_).length;
	check(left === 0, 'all 600 are closed by the deadline, however they drip', left);
	slow.forEach(socket => socket.destroy());
	await hurry.stop();
});

await section('a thousand connections', async () => {
	const sockets = [];
	for (let i = 0; i < 1000; i++)
		sockets.push(await open(server.port));
	const answered = sockets.map(socket => new Promise(resolve => {
		let text = '';
		socket.on('data', piece => {
			text += piece.toString('latin1');
			if (text.includes('alive'))
				resolve(true);
		});
		socket.on('close', () => resolve(false));
		setTimeout(() => resolve(false), 20000).unref();
	}));
	for (const socket of sockets)
		socket.write('GET /livez HTTP/1.1\r\nHost: a\r\n\r\n');
	const got = (await Promise.all(answered)).filter(Boolean).length;
	check(got === 1000, '1,000 connections at once are all answered', got);
	const took = await times(page, 40);
	check(part(took, 0.95) < quick, 'pages stay fast beside them', took.slice(-5));
	sockets.forEach(socket => socket.destroy());
});

// Signs in as the browser does; the cookie.
async function signIn() {
	const form = await fetch(page);
	const text = await form.text();
	const csrf = /name="_csrf" value="([^"]*)"/.exec(text)?.[1] ?? '';
	const jar = form.headers.getSetCookie().map(line => line.split(';')[0]).join('; ');
	const answer = await fetch(page, { method: 'POST', redirect: 'manual',
		headers: { cookie: jar },
		body: new URLSearchParams({ login, password, _csrf: csrf }) });
	return answer.headers.getSetCookie().map(line => line.split(';')[0]).join('; ');
}

await section('a slow export beside fast pages', async () => {
	const cookie = await signIn();
	check(cookie.startsWith('wardroom='), 'signed in', cookie);
	const exports = [];
	for (let i = 0; i < 12; i++)
		exports.push(fetch(server.url + '/api/v1/organisation/csv',
			{ headers: { cookie } })
			.then(async answer =>
				{ await answer.text(); return answer.status; }));
	const took = await times(page, 40);
	check(part(took, 0.95) < quick, 'pages stay fast beside exports', took.slice(-5));
	const statuses = await Promise.all(exports);
	check(statuses.every(status => status === 200), 'every export is answered',
		statuses);
	// Clients that ask for an export and do not read it hold no thread for a page.
	const deaf = [];
	for (let i = 0; i < 8; i++) {
		const socket = await open(server.port,
			'GET /api/v1/organisation/csv HTTP/1.1\r\n' +
			`Host: a\r\nCookie: ${cookie}\r\n\r\n`);
		socket.pause();
		deaf.push(socket);
	}
	const beside = await times(page, 40);
	check(part(beside, 0.95) < quick, 'pages stay fast beside clients that do not read',
		beside.slice(-5));
	deaf.forEach(socket => socket.destroy());
});

await section('the command line and the server', async () => {
	const second = await command('serve', '--db', server.db, '--listen', '127.0.0.1:0');
	check(second.status === 2 && /another process/.test(second.stderr),
		'a second server of the same database is refused', second);
	const again = await command('init', '--db', server.db, '--org', 'B');
	check(again.status === 2, 'init refuses a database that is there', again);
});
await finish();
