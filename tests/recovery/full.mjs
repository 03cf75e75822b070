// full.mjs -- a full disk: refused with a message, nothing half-done, and it goes on.
//
// The database stands on a small file system in memory, which only this test sees (a mount
// namespace of its own).
import { execFileSync, spawn } from 'node:child_process';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { command, freshDatabase, scratchFolder, startServer } from '../support/server.mjs';
import { check, finish, section } from '../support/test.mjs';
import { namesOf, writers } from '../support/clients.mjs';

const here = fileURLToPath(import.meta.url);

function mayMount() {
	try {
		execFileSync('unshare', ['--user', '--map-root-user', '--mount', 'true'],
			{ stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

// Runs itself again inside of the namespace, on the small disk.
async function inside() {
	const folder = await scratchFolder();
	const disk = path.join(folder, 'disk');
	await mkdir(disk);
	const child = spawn('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c',
		'mount -t tmpfs -o size=40m tmpfs "$1" && exec "$2" "$3" "$1"',
		'sh', disk, process.execPath, here], { stdio: 'inherit' });
	const status = await new Promise(resolve => child.once('exit', resolve));
	await rm(folder, { recursive: true, force: true });
	process.exit(status ?? 1);
}

async function files(folder) {
	const found = [];
	for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
		if (entry.isFile())
			found.push(entry.name);
	return found;
}

async function upload(server, token, n) {
	const form = new FormData();
	const bytes = Buffer.alloc(700 * 1024, `evidence ${n} `);
	const fields = { title: { en: `Piece ${n}` } };
	form.append('record', JSON.stringify({ fields }));
	form.append('file', new Blob([bytes]), `piece-${n}.txt`);
	const answer = await fetch(`${server.url}/api/v1/evidence/with-files`, {
		method: 'POST', body: form,
		headers: { authorization: `Bearer ${token}` } });
	return { status: answer.status, text: await answer.text() };
}

// A refusal for people: no 500, and a line that says what is the matter.
function isRefusal(answer) {
	return [413, 503, 507].includes(answer.status) &&
		/full|space|large/i.test(answer.text);
}

async function testDisk(disk) {
	const db = await freshDatabase(disk);
	const made = await command('token', 'add', 'officer', 'full', '--db', db);
	const token = made.stdout.trim();
	const ballast = path.join(disk, 'ballast');
	await writeFile(ballast, Buffer.alloc(3 << 20, 'x'));
	let server = await startServer({ db });
	let kept = 0;
	let refused;

	await section('files until the disk is full', async () => {
		for (let n = 0; n < 80 && !refused; n++) {
			const answer = await upload(server, token, n);
			if (answer.status === 201)
				kept++;
			else
				refused = answer;
		}
		check(kept > 0 && refused, `${kept} files are kept, one is refused`,
			refused);
		check(isRefusal(refused), 'it is refused with a message', refused);
		const there = await files(`${db}.files`);
		check(there.length === kept, 'of the refused file nothing is left',
			there.length, kept);
	});

	await section('records until the disk is full', async () => {
		const crowd = writers(server, token, 8,
			n => ({ name: `full ${n} ` + 'x'.repeat(100) }));
		for (let tries = 0; tries < 600 && crowd.refused.length === 0; tries++)
			await new Promise(resolve => setTimeout(resolve, 50));
		await crowd.end();
		check(crowd.refused.length > 0, 'records are refused in the end',
			crowd.acknowledged.size);
		check(crowd.refused.every(isRefusal), 'each with a message',
			crowd.refused[0]);
		await rm(ballast);
		const after = await fetch(`${server.url}/api/v1/person`, { method: 'POST',
			headers: { authorization: `Bearer ${token}`,
				'content-type': 'application/json' },
			body: JSON.stringify({ fields: { name: 'after the flood' } }) });
		check(after.status === 201, 'with room again it goes on, without a restart',
			after.status, await after.text());
		const names = await namesOf(server, token);
		const lost = [...crowd.acknowledged.keys()]
			.filter(name => !names.includes(name.trim()));
		check(lost.length === 0,
			`all ${crowd.acknowledged.size} acknowledged are there`, lost[0]);
		check(names.includes('after the flood'), 'and the one after');
		const last = await upload(server, token, 99);
		check(last.status === 201, 'a file is kept again', last);
	});

	await section('afterwards', async () => {
		const end = await server.stop();
		check(end.code === 0, 'the server stops in good order', end,
			server.log().slice(-2000));
		const verified = await command('verify', '--db', db);
		check(verified.status === 0, 'the ledger verifies', verified);
		server = await startServer({ db });
		const names = await namesOf(server, token);
		check((await stat(db)).size > 0 && names.includes('flood'),
			'it starts again with everything');
		await server.stop();
	});
	await finish();
}

if (process.argv[2])
	await testDisk(process.argv[2]);
else if (mayMount())
	await inside();
else {
	check(false, 'root, or anybody, may have a mount namespace of their own');
	await finish();
}
