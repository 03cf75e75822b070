// start.mjs -- cold start until the first page answers, the time to make the demonstration,
// memory of all processes when idle, and the size of the program.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { figure, inTurns, median, ratio, treeMemory } from './bench.mjs';
import { freePort, freshDatabase, scratchFolder, startServer, wardroom }
	from '../support/server.mjs';
import { check, finish, section } from '../support/test.mjs';

const folder = await scratchFolder();
const db = await freshDatabase(folder);

// From spawning the program to the last byte of the sign-in page, in milliseconds.
async function coldStart() {
	const port = await freePort();
	const started = process.hrtime.bigint();
	const args = ['serve', '--db', db, '--listen', `127.0.0.1:${port}`];
	const child = spawn(wardroom, args, { stdio: 'ignore' });
	const ended = new Promise(resolve => child.once('exit', resolve));
	let passed;
	for (;;) {
		try {
			await (await fetch(`http://127.0.0.1:${port}/`)).text();
			passed = Number(process.hrtime.bigint() - started) / 1e6;
			break;
		} catch {
			if (child.exitCode !== null)
				throw new Error(`serve ended with ${child.exitCode}`);
			await new Promise(resolve => setTimeout(resolve, 2));
		}
	}
	child.kill('SIGTERM');
	await ended;
	return passed;
}

await section('cold start', async () => {
	const { start, bare } = await inTurns({
		start: coldStart,
		bare: () => { execFileSync(wardroom, ['--version'], { stdio: 'ignore' }); },
	}, 7);
	figure('cold start to the first page', 's', start / 1000, 0.2, 'no records yet');
	ratio('cold start to the first page', start, bare, undefined, 'wardroom --version');
	check(true, 'cold start');
});

await section('demonstration', async () => {
	let made = 0;
	const demo = () => {
		const kept = path.join(folder, `demo-${made++}`);
		mkdirSync(kept, { mode: 0o700 });
		execFileSync(wardroom, ['demo', '--keep', kept], { stdio: 'ignore' });
	};
	const { took } = await inTurns({ took: demo }, 3);
	figure('making the demonstration', 's', took / 1000, 2, 'wardroom demo --keep');
	check(true, 'demonstration');
});

await section('memory', async () => {
	const server = await startServer({ db });
	await (await fetch(server.url + '/')).text();
	const seen = [];
	for (let i = 0; i < 5; i++) {
		await new Promise(resolve => setTimeout(resolve, 500));
		seen.push(treeMemory(server.child.pid).megabytes);
	}
	const { processes } = treeMemory(server.child.pid);
	figure(`idle memory of ${processes} processes`, 'MB', median(seen), 40, 'PSS');
	await server.stop();
	check(true, 'memory');
});

await section('size', async () => {
	const { size } = statSync(wardroom);
	figure('binary size', 'MB', size / 1e6, 8, 'with fonts and packs');
	check(true, 'size');
});
await finish();
