// kill.mjs -- killed at any instant amid writes: what was acknowledged is there.
//
// Each round starts the server on the same database, lets 64 clients create records, kills
// with SIGKILL when at least 50 of them wait for an answer, and looks: the ledger verifies,
// and every record whose creation was answered is there, once.  Every other round only the
// core is killed, and the supervisor starts it again.
import { command, coreOf, freshDatabase, long, scratchFolder, startServer } from
	'../support/server.mjs';
import { check, finish } from '../support/test.mjs';
import { namesOf, writers } from '../support/clients.mjs';

const rounds = long ? 200 : 20;
const clients = 64;
const least = 50;
const folder = await scratchFolder();
const db = await freshDatabase(folder);
const made = await command('token', 'add', 'officer', 'kill test', '--db', db);
const token = made.stdout.trim();
const acknowledged = new Map();
const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

async function untilAnswering(server) {
	for (let tries = 0; tries < 200; tries++) {
		try {
			if ((await fetch(`${server.url}/livez`)).status === 200)
				return true;
		} catch { /* not yet */ }
		await pause(50);
	}
	return false;
}

// Kills at a random instant at which enough writes are on their way; how many were.
async function killAmid(crowd, pid) {
	for (let tries = 0; tries < 2000 && crowd.acknowledged.size === 0; tries++)
		await pause(5);
	await pause(Math.random() * 400);
	for (let tries = 0; tries < 5000; tries++) {
		const waiting = crowd.waiting;
		if (waiting >= least) {
			process.kill(pid, 'SIGKILL');
			return waiting;
		}
		await pause(1);
	}
	return 0;
}

async function allAreThere(server, round) {
	const text = await namesOf(server, token);
	const lost = [...acknowledged.keys()].filter(name =>
		!text.includes(`"${name}"`) && !text.includes(`${name},`));
	check(lost.length === 0,
		`round ${round}: all ${acknowledged.size} acknowledged are there`,
		lost.slice(0, 5));
	const names = text.match(/writer \d+-\d+-\d+ /g) ?? [];
	check(new Set(names).size === names.length, `round ${round}: none is there twice`);
}

for (let round = 1; round <= rounds; round++) {
	const onlyCore = round % 2 === 0;
	const server = await startServer({ db });
	await untilAnswering(server);
	const pid = onlyCore ? await coreOf(server.child.pid) : server.child.pid;
	if (!(pid > 1))
		throw new Error('the core is not found');
	const crowd = writers(server, token, clients,
		n => ({ name: `writer ${round}-${process.pid}-${n} x` }));
	const waiting = await killAmid(crowd, pid);
	crowd.stop();
	check(waiting >= least && crowd.acknowledged.size > 0,
		`round ${round}: killed with ${waiting} writes on their way, ` +
		`${crowd.acknowledged.size} acknowledged`, crowd.refused.slice(0, 2));
	if (!onlyCore)
		await server.stop('SIGKILL');
	await crowd.end();
	crowd.acknowledged.forEach((record, name) => acknowledged.set(name, record));
	if (onlyCore) {
		check(await untilAnswering(server),
			`round ${round}: the core is started again`);
		await allAreThere(server, round);
		await server.stop();
	}
	const verified = await command('verify', '--db', db);
	check(verified.status === 0, `round ${round}: the ledger verifies`, verified);
	if (!onlyCore) {
		const again = await startServer({ db });
		await allAreThere(again, round);
		await again.stop();
	}
}
await finish();
