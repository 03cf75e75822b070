// nodes.mjs -- two nodes on one PostgreSQL against one: creates by 16 clients, and lists.
//
// On one machine the nodes share its cores with the database: what shows is what a second
// node costs or gives there, not what a second machine would.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { figure, inTurns } from './bench.mjs';
import { writers } from '../support/clients.mjs';
import { startPostgres } from '../support/postgres.mjs';
import { command, login, password, scratchFolder, startServer }
	from '../support/server.mjs';
import { check, finish, section } from '../support/test.mjs';

const SECONDS = 2;
const ROUNDS = 5;
const CLIENTS = 16;
const run = promisify(execFile);
const folder = await scratchFolder();

async function organisation(db) {
	const secret = path.join(folder, 'password');
	writeFileSync(secret, `${password}\n`, { mode: 0o600 });
	const made = await command('init', '--db', db, '--org', 'Bench', '--admin', login,
		'--password-file', secret);
	if (made.status !== 0)
		throw new Error(`init: ${made.stderr}`);
}

async function node(db, name) {
	const config = path.join(folder, `${name}.ini`);
	writeFileSync(config, `[data]\nadmin_socket = ${path.join(folder, name)}.socket\n`);
	return startServer({ db, args: ['--config', config] });
}

const pause = ms => new Promise(resolve => setTimeout(resolve, ms));
let round = 0;

// Milliseconds for one create, while all clients together make them.
async function creates(servers, token) {
	round += 1;
	const each = CLIENTS / servers.length;
	const crowds = servers.map((server, at) => writers(server, token, each,
		n => ({ name: `Round ${round}, node ${at}, ${n}` })));
	const started = performance.now();
	await pause(SECONDS * 1000);
	await Promise.all(crowds.map(crowd => crowd.end()));
	const took = performance.now() - started;
	const made = crowds.reduce((sum, crowd) => sum + crowd.acknowledged.size, 0);
	const refused = crowds.reduce((sum, crowd) => sum + crowd.refused.length, 0);
	check(made > 0 && refused === 0, `${servers.length} nodes create`, made,
		crowds[0].refused.slice(0, 3));
	return took / made;
}

// Milliseconds for one page, asked for by 8 connections.
async function pages(servers, token) {
	const each = 8 / servers.length;
	const said = await Promise.all(servers.map(server => run('wrk', ['-t1', `-c${each}`,
		`-d${SECONDS}s`, '-H', `Authorization: Bearer ${token}`,
		`${server.url}/api/v1/person?limit=25`])));
	const rate = said.map(({ stdout }) => +/Requests\/sec:\s+([\d.]+)/.exec(stdout)[1]);
	check(said.every(({ stdout }) => !/Non-2xx/.test(stdout)), 'every page answers');
	return 1000 / rate.reduce((sum, one) => sum + one, 0);
}

await section('nodes', async () => {
	const settings = ['fsync=on', 'full_page_writes=on'];
	const cluster = await startPostgres({ settings });
	const db = await cluster.database();
	await organisation(db);
	const first = await node(db, 'first');
	const second = await node(db, 'second');
	const made = await command('token', 'add', login, 'bench', '--db', db, '--socket',
		path.join(folder, 'first.socket'));
	if (made.status !== 0)
		throw new Error(`token: ${made.stderr}`);
	const token = made.stdout.trim();
	for (const [what, ask] of [['durable create, 16 clients', creates],
		['list of 25 by the API', pages]]) {
		const { one, two } = await inTurns({
			one: () => ask([first], token),
			two: () => ask([first, second], token),
		}, ROUNDS);
		figure(`PostgreSQL: ${what}, two nodes`, 'ratio', two / one, undefined,
			`one node (${two.toFixed(2)} and ${one.toFixed(2)} ms)`);
	}
	await second.stop();
	await first.stop();
	await cluster.stop();
});
await finish();
