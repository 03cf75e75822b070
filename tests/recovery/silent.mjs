// silent.mjs -- a database that is there and says nothing, and one that is away when the
// core ends: whoever asks whether the server lives is told, whoever writes is refused in
// time, and when the database is back all goes on.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { namesOf } from '../support/clients.mjs';
import { pause, sharedOrganisation, untilReady } from '../support/nodes.mjs';
import { startPostgres } from '../support/postgres.mjs';
import { coreOf, startServer } from '../support/server.mjs';
import { check, equal, finish, section } from '../support/test.mjs';
import { openWire } from '../support/wire.mjs';

const WRITERS = 40;                     // ten times as many as there are threads for them
const cluster = await startPostgres();
const direct = await cluster.database();
const shared = await sharedOrganisation(direct);
const wire = await openWire(cluster.folder);
const config = path.join(shared.folder, 'wardroom.conf');
await writeFile(config, '[server]\nrequest_seconds = 10\n');
const node = await startServer({ db: direct.replace(cluster.folder, wire.folder),
	args: ['--config', config] });
await untilReady(node);

// { status, after, text, took }: status 0 when nothing came within a minute.
async function ask(where, body) {
	const began = Date.now();
	try {
		const answer = await fetch(node.url + where, {
			method: body ? 'POST' : 'GET',
			body: body && JSON.stringify(body),
			signal: AbortSignal.timeout(60_000),
			headers: { authorization: `Bearer ${shared.token}`,
				'content-type': 'application/json' } });
		return { status: answer.status, text: await answer.text(),
			after: answer.headers.get('retry-after'),
			took: Date.now() - began };
	} catch (error) {
		return { status: 0, text: error.message, took: Date.now() - began };
	}
}
const write = name => ask('/api/v1/person', { fields: { name } });

async function until(holds, what) {
	for (let tries = 0; tries < 1200; tries++) {
		if (await holds())
			return check(true, what);
		await pause(50);
	}
	return check(false, what);
}

const kept = [];
await section('the database says nothing', async () => {
	equal((await write('before')).status, 201, 'a write is kept before');
	kept.push('before');
	wire.silence();
	let going = true;
	const said = { alive: [], ready: [] };
	const watch = async (where, to) => {
		while (going) {
			to.push(await ask(where));
			await pause(100);
		}
	};
	const watches = [watch('/livez', said.alive), watch('/readyz', said.ready)];
	const answers = await Promise.all([...Array.from({ length: WRITERS },
		(_, n) => write(`silent ${n}`)), ask('/api/v1/person'), ask('/api/v1')]);
	going = false;
	await Promise.all(watches);
	const slowest = list => Math.max(...list.map(answer => answer.took));
	check(answers.every(answer => answer.status === 503 && answer.after),
		`${answers.length} requests are refused within ${slowest(answers)} ms`,
		answers.filter(answer => answer.status !== 503).slice(0, 3));
	check(slowest(answers) < 40_000, 'before their deadline', slowest(answers));
	check(said.alive.every(answer => answer.status === 200 && answer.took < 8000),
		`alive, said ${said.alive.length} times within ${slowest(said.alive)} ms`,
		said.alive.slice(-3));
	check(said.ready.every(answer => answer.status === 503 && answer.took < 8000),
		`not ready, ${said.ready.length} times within ${slowest(said.ready)} ms`,
		said.ready.slice(-3));
	wire.mend();
	await until(async () => (await ask('/readyz')).status === 200, 'ready again');
	equal((await write('after')).status, 201, 'and a write is kept');
	kept.push('after');
});

await section('the core ends while the database is away', async () => {
	const supervisor = node.child.pid;
	const first = await coreOf(supervisor);
	wire.cutNow();
	process.kill(first, 'SIGKILL');
	await until(async () => ![0, first].includes(await coreOf(supervisor)),
		'another one starts');
	equal((await ask('/livez')).status, 200, 'alive');
	equal((await ask('/readyz')).status, 503, 'but not ready');
	const refused = [await ask('/'), await ask('/api/v1/person'), await write('away')];
	check(refused.every(answer => answer.status === 503 && answer.after),
		'whoever asks is told to come back', refused);
	wire.mend();
	check(await untilReady(node, 1200), 'ready when it is back');
	equal((await write('back')).status, 201, 'and a write is kept');
	kept.push('back');
	wire.cutNow();
	process.kill(await coreOf(supervisor), 'SIGKILL');
	await until(async () => (await ask('/livez')).status === 200, 'waiting once more');
	equal((await node.stop()).code, 0, 'it stops in good order while it waits');
});

await section('afterwards', async () => {
	wire.mend();
	const other = await shared.node();
	const names = await namesOf(other, shared.token);
	check(kept.every(name => names.includes(name)), 'what was kept is there', names);
	check(!names.includes('away'), 'what was refused is not');
	check(!/"event":"bug"|Sanitizer|runtime error/.test(node.log()), 'no bug',
		node.log().slice(-3000));
	equal(await shared.run('verify').then(() => 0, error => error.message), 0,
		'the ledger verifies');
});
await finish();
