// stop.mjs -- a server that is stopped lets requests end; one whose core dies comes back.
import { readFileSync, readdirSync } from 'node:fs';
import { exchange, pause } from '../support/raw.mjs';
import { startServer } from '../support/server.mjs';
import { check, finish, section } from '../support/test.mjs';

// The processes that this one started, by role.
function children(pid) {
	const found = [];
	for (const name of readdirSync('/proc').filter(entry => /^\d+$/.test(entry))) {
		try {
			const status = readFileSync(`/proc/${name}/status`, 'utf8');
			if (Number(/^PPid:\s*(\d+)/m.exec(status)[1]) !== pid)
				continue;
			const words = readFileSync(`/proc/${name}/cmdline`,
				'latin1').split('\0');
			found.push({ pid: Number(name), role: words[1]?.replace('--role=',
				'') });
		} catch {
			// it ended meanwhile
		}
	}
	return found;
}

const livez = 'GET /livez HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';

async function answersWithin(port, ms) {
	const until = Date.now() + ms;
	while (Date.now() < until) {
		if ((await exchange(port, livez, { quiet: 3000 })).status === 200)
			return true;
		await pause(100);
	}
	return false;
}

await section('graceful stop', async () => {
	const server = await startServer();
	// A body that is still coming when the server is told to stop.
	const body = 'login=a&password=' + 'b'.repeat(200);
	const head = 'POST /sign-in HTTP/1.1\r\nHost: a\r\nConnection: close\r\n' +
		'Content-Type: application/x-www-form-urlencoded\r\n' +
		`Content-Length: ${body.length}\r\n\r\n`;
	check(await answersWithin(server.port, 5000), 'answers before');
	const running = exchange(server.port, [head + body.slice(0, 100), body.slice(100)],
		{ between: 800 });
	await pause(300);
	const began = Date.now();
	const ended = server.stop();
	const answer = await running;
	check(answer.status >= 200 && answer.status < 500,
		'a request that runs gets its answer', answer);
	const end = await ended;
	check(end.code === 0, 'the server ends with 0', end);
	check(Date.now() - began < 15000, 'and soon', Date.now() - began);
	const after = await exchange(server.port, livez, { quiet: 1000 });
	check(after.status === 0, 'nobody answers afterwards', after);
});

await section('processes that die', async () => {
	const server = await startServer();
	check(await answersWithin(server.port, 5000), 'answers before');
	let before = children(server.child.pid);
	// Readers start when the core answers, and have a role once they run the program.
	const readersOf = list => list.filter(child => child.role === 'parse');
	for (let i = 0; i < 100 && readersOf(before).length < 2; i++) {
		await pause(100);
		before = children(server.child.pid);
	}
	const core = before.find(child => child.role === 'core');
	check(Boolean(core), 'the core is a process of its own', before);
	const readers = readersOf(before);
	check(readers.length >= 2, 'so are two readers of documents', before);
	process.kill(readers[0].pid, 'SIGKILL');
	process.kill(core.pid, 'SIGKILL');
	check(await answersWithin(server.port, 10000),
		'answers again after its core was killed');
	await pause(1000);
	const now = children(server.child.pid);
	check(now.filter(child => child.role === 'parse').length >= 2,
		'with two readers again', now);
	check(now.find(child => child.role === 'core').pid !== core.pid, 'and another core',
		now);
	const end = await server.stop();
	check(end.code === 0, 'it stops in good order', end);
	const left = [...before, ...now].filter(child => {
		try {
			return readFileSync(`/proc/${child.pid}/cmdline`,
				'latin1').includes('--role=');
		} catch {
			return false;
		}
	});
	check(left.length === 0, 'no process is left behind', left);
});

await section('a supervisor that is killed', async () => {
	const server = await startServer();
	check(await answersWithin(server.port, 5000), 'answers before');
	const family = children(server.child.pid);
	await server.stop('SIGKILL');
	let alive = family;
	for (let i = 0; i < 100 && alive.length; i++) {
		await pause(100);
		alive = alive.filter(child => {
			try {
				return readFileSync(`/proc/${child.pid}/cmdline`,
					'latin1').length > 0;
			} catch {
				return false;
			}
		});
	}
	check(alive.length === 0, 'takes all others with it', alive);
	const again = await startServer({ db: server.db });
	check(await answersWithin(again.port, 5000),
		'and the next start finds everything free');
	await again.stop();
});
await finish();
