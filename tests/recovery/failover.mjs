// failover.mjs -- the primary is lost amid writes and the standby takes its place: nothing
// that was acknowledged is lost, and clients see a retry, not an error.
//
// Two servers, 64 clients.  Half of them send an Idempotency-Key and ask again, with the
// same one, until they are told; the others ask again only where nothing was changed.
import http from 'node:http';
import { namesOf } from '../support/clients.mjs';
import { pause, sharedOrganisation, untilReady } from '../support/nodes.mjs';
import { startPostgres } from '../support/postgres.mjs';
import { check, equal, finish, section } from '../support/test.mjs';

const secret = 'not-for-the-log';
const cluster = await startPostgres();
const first = new URL(await cluster.database());
const second = await cluster.standby();
const url = `postgresql:///${first.pathname.slice(1)}?host=${cluster.folder},` +
	`${second.folder}&user=wardroom&password=${secret}&target_session_attrs=read-write`;
const shared = await sharedOrganisation(url);
const nodes = [await shared.node(), await shared.node()];

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
const seen = { acknowledged: new Map(), unsure: new Set(), statuses: new Map(),
	noRetryAfter: 0, wrong: [], waiting: 0, slowest: 0 };
let going = true;           // new ones are sent
let asking = true;          // and those that were refused are sent again

function send(node, name, key) {
	const body = JSON.stringify({ fields: { name } });
	return new Promise(resolve => {
		const request = http.request({ agent, host: '127.0.0.1', port: node.port,
			method: 'POST', path: '/api/v1/person', headers: {
				authorization: `Bearer ${shared.token}`,
				'content-type': 'application/json',
				'content-length': Buffer.byteLength(body),
				...(key ? { 'idempotency-key': `"${key}"` } : {}),
			} }, answer => {
			let text = '';
			answer.setEncoding('utf8');
			answer.on('data', piece => { text += piece; });
			answer.on('end', () => resolve({ status: answer.statusCode, text,
				after: answer.headers['retry-after'] }));
		});
		request.on('error', error => resolve({ status: 0, text: error.message }));
		request.setTimeout(90_000, () => request.destroy(new Error('no answer')));
		request.end(body);
	});
}

function count(answer) {
	seen.statuses.set(answer.status, (seen.statuses.get(answer.status) ?? 0) + 1);
	if (answer.status === 503 && !answer.after)
		seen.noRetryAfter++;
	if (answer.status !== 201 && answer.status !== 503 && answer.status !== 409)
		seen.wrong.push(answer);
}

// Until it is answered, or (without a key) nobody can say.
async function create(node, name, key) {
	const began = Date.now();
	for (let tries = 0; tries < 100 && asking; tries++) {
		seen.waiting++;
		const answer = await send(node, name, key);
		seen.waiting--;
		count(answer);
		if (answer.status === 201) {
			seen.acknowledged.set(name, JSON.parse(answer.text));
			seen.slowest = Math.max(seen.slowest, Date.now() - began);
			return;
		}
		if (!key && answer.text.includes('unsure')) {
			seen.unsure.add(name);
			return;
		}
		await pause(200);
	}
	seen.unsure.add(name);
}

async function client(n) {
	for (let i = 0; going; i++)
		await create(nodes[n % 2], `writer ${n}-${i} x`, n % 4 < 2 && `${n}-${i}`);
}

const answer = where => fetch(where, { signal: AbortSignal.timeout(20_000),
	redirect: 'manual', headers: { cookie: `wardroom=${'0'.repeat(64)}` } });
const clients = Array.from({ length: 64 }, (_, n) => client(n));

await section('the primary is lost', async () => {
	for (let tries = 0; tries < 1200 && seen.acknowledged.size < 100; tries++)
		await pause(50);
	const before = seen.acknowledged.size;
	check(before > 50, `${before} are kept by both before`);
	for (let tries = 0; tries < 2000 && seen.waiting < 60; tries++)
		await pause(1);
	const waiting = seen.waiting;
	await cluster.kill();
	const lost = Date.now();
	check(waiting >= 50, `killed with ${waiting} writes on their way`);
	const told = await Promise.all(nodes.map(n => answer(`${n.url}/readyz`)));
	equal(told.map(t => t.status), [503, 503], 'without a database nobody is ready');
	check((await answer(`${nodes[0].url}/livez`)).status === 200, 'but alive');
	const page = await answer(`${nodes[0].url}/`);
	check(page.status !== 500, 'a page is not an error', page.status);
	await second.promote();
	const kept = seen.acknowledged.size;
	for (let n = 0; n < 1200 && seen.acknowledged.size < kept + 64; n++)
		await pause(50);
	check(seen.acknowledged.size >= kept + 64, 'it goes on with the standby, ' +
		`${Date.now() - lost} ms after the loss`, [...seen.statuses]);
	for (const node of nodes)
		check(await untilReady(node), 'and is ready');
	await pause(1000);
});
going = false;
await Promise.race([Promise.all(clients), pause(20_000)]);
asking = false;
await Promise.race([Promise.all(clients), pause(100_000)]);

await section('afterwards', async () => {
	const list = await namesOf(nodes[1], shared.token);
	const names = list.match(/writer \d+-\d+ x/g) ?? [];
	const there = new Set(names);
	const lost = [...seen.acknowledged.keys()].filter(name => !there.has(name));
	check(lost.length === 0, `all ${seen.acknowledged.size} acknowledged are there`,
		lost.slice(0, 5));
	equal(names.length, there.size, 'none is there twice');
	const odd = [...there].filter(name => !seen.acknowledged.has(name) &&
		!seen.unsure.has(name));
	check(odd.length === 0, 'and none that nobody was told of', odd.slice(0, 5));
	check(seen.wrong.length === 0, `clients saw only ${[...seen.statuses]
		.map(([s, n]) => `${s}: ${n}`).join(', ')}; the slowest waited ` +
		`${seen.slowest} ms`, seen.wrong.slice(0, 3));
	equal(seen.noRetryAfter, 0, 'each 503 says when to come back');
	const said = await shared.run('verify').catch(error => error.message);
	check(!/exit/.test(said), 'the ledger verifies', said);
	for (const node of nodes) {
		check(!node.log().includes(secret), 'the log keeps the password to itself');
		const log = node.log();
		check(!/"event":"bug"|"core.ended"|Sanitizer|runtime error/.test(log),
			'no bug', log.slice(-3000));
	}
});
agent.destroy();
await finish();
