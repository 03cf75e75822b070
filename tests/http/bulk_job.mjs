// bulk_job.mjs -- more records than can be done at once: by a job, with progress, stopped,
// taken up again after a kill, each record done once.
import { command, coreOf, freshDatabase, login, password, scratchFolder, startServer }
	from '../support/server.mjs';
import process from 'node:process';
import { check, equal, finish, section } from '../support/test.mjs';
import { visitor } from '../support/visitor.mjs';

const COUNT = 260;
const folder = await scratchFolder();
const db = await freshDatabase(folder);
const token = (await command('token', 'add', 'officer', 'test', '--db', db)).stdout.trim();
let server = await startServer({ db });
const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

async function call(method, where, body, headers = {}) {
	const answer = await fetch(`${server.url}/api/v1${where}`, { method,
		headers: { authorization: `Bearer ${token}`,
			'content-type': 'application/json', ...headers },
		body: body && JSON.stringify(body) });
	const text = await answer.text();
	let json = null;
	try { json = JSON.parse(text); } catch { /* CSV */ }
	return { status: answer.status, text, json,
		where: answer.headers.get('location') };
}

async function all(query = '') {
	const found = [];
	for (let page = 1; ; page++) {
		const { items } = (await call('GET',
			`/plan?limit=200&sort=code&page=${page}&${query}`)).json;
		found.push(...items);
		if (items.length < 200)
			return found;
	}
}

async function ended(job) {
	for (let tries = 0; tries < 3000; tries++) {
		const now = await call('GET', `/jobs/${job}`).catch(() => null);
		if (now?.json && !['queued', 'running'].includes(now.json.state))
			return now.json;
		await pause(100);
	}
	throw new Error(`the job ${job} does not end`);
}

for (let i = 0; i < COUNT; i++)
	await call('POST', '/plan', { fields: { title: { en: `Plan ${i}` },
		kind: i % 2 ? 'continuity' : 'incident_response' } });
const plans = await all();
equal(plans.length, COUNT, 'so many plans');
const chosen = plans.map(p => ({ id: p.code, version: p.version }));

await section('asked for once', async () => {
	const order = { label: 10, reason: 'all of them', records: [
		...chosen.slice(0, COUNT - 1),
		{ ...chosen.at(-1), version: 7 }, { id: 'PLN-9999', version: 1 }] };
	const key = { 'idempotency-key': '"many"' };
	const asked = await call('POST', '/plan/bulk', order, key);
	equal(asked.status, 202, 'it is accepted');
	equal(asked.where, `/api/v1/jobs/${asked.json.id}`, 'and says where to look');
	const again = await call('POST', '/plan/bulk', order, key);
	equal([again.status, again.json.id], [202, asked.json.id], 'sent twice: one job');
	const job = await ended(asked.json.id);
	equal(job.state, 'done', 'done');
	equal([job.done, job.total], [COUNT + 1, COUNT + 1], 'with its progress');
	const { json } = await call('GET', `/jobs/${job.id}/file`);
	equal([json.done, json.refused, json.rows.length], [COUNT - 1, 2, COUNT + 1],
		'what became of all');
	equal(json.rows.slice(-2).map(r => r.status), [412, 404], 'each for itself');
	const after = await all();
	equal(after.filter(p => p.label === 10 && p.version === 2).length, COUNT - 1,
		'all but those are changed, once');
});

await section('all that a list shows', async () => {
	const asked = await call('POST', '/jobs', { kind: 'bulk', args: { type: 'plan',
		format: 'csv', order: { address: 'kind=continuity&words=plan',
			fields: { kind: 'crisis' }, reason: 'no' } } });
	equal(asked.status, 202, 'asked for by its filters');
	const job = await ended(asked.json.id);
	const file = await call('GET', `/jobs/${job.id}/file`);
	equal(file.text.trim().split('\n').length, COUNT / 2 + 1, 'each has its line');
	check(file.text.includes('Refused'), 'with the refusal', file.text.slice(0, 300));
	const wrong = await call('POST', '/jobs', { kind: 'bulk', args: { type: 'plan',
		order: { address: 'nope=1', label: 0 } } });
	equal(wrong.status, 422, 'a filter that is not understood is refused at once');
});

await section('from the page of a list', async () => {
	const officer = await visitor(server, login, password);
	const list = (await officer.get('/plan?kind=continuity')).text;
	check(list.includes(`All ${COUNT / 2} that match, also on other pages`),
		'the list offers all of it');
	const chosen = 'do=label&all=1&address=kind%3Dcontinuity';
	const asks = (await officer.get(`/plan/bulk?${chosen}`)).text;
	check(asks.includes(`${COUNT / 2} records match`) &&
		asks.includes('name="label_"'), 'says how many, and asks');
	const form = { do: 'label', all: '1', address: 'kind=continuity' };
	const sent = await officer.post('/plan/bulk',
		{ ...form, label_: '0', reason_: 'from the page' });
	equal(sent.status, 303, 'a job is left');
	const job = await ended(sent.where.split('/').at(-1));
	equal([job.state, job.done], ['done', COUNT / 2], 'and done');
	check(job.said.includes(`${COUNT / 2} records were done`), 'it says so', job.said);
	check((await officer.get(`/jobs/${job.id}`)).text.includes('plan.csv'),
		'with a file of what became of each');
	const last = (await call('GET', `/plan/${plans[1].id}/history?limit=1`)).json;
	equal(last.items[0].reason, 'from the page', 'the reason is in the history');
	equal((await officer.post('/plan/bulk', { ...form, address: 'nope=1',
		label_: '10' })).status, 422, 'what is not understood is refused');
	equal((await officer.get('/plan/bulk?do=fly&all=1')).status, 422,
		'so is what cannot be done');
});

await section('stopped', async () => {
	const asked = await call('POST', '/jobs', { kind: 'bulk', args: { type: 'plan',
		order: { address: 'label=10', label: 20 } } });
	equal((await call('POST', `/jobs/${asked.json.id}/cancel`, {})).status, 200,
		'somebody stops it');
	equal((await ended(asked.json.id)).state, 'cancelled', 'it stops');
	const labels = (await all()).map(p => p.label);
	check(labels.includes(10), 'what was not done is as it was');
});

await section('killed in the middle of it', async () => {
	const before = new Map((await all()).map(p => [p.code, p.version]));
	const asked = await call('POST', '/plan/bulk', { label: 30, reason: 'again',
		records: [...before].map(([id, version]) => ({ id, version })) });
	equal(asked.status, 202, 'asked for');
	for (let tries = 0; tries < 2000; tries++) {
		const some = (await call('GET', '/plan?label=30&limit=1&count=yes')).json;
		if (some.total > 0)
			break;
		await pause(2);
	}
	const core = await coreOf(server.child.pid);
	server.child.kill('SIGKILL');
	process.kill(core, 'SIGKILL');
	await server.stop('SIGKILL');
	server = await startServer({ db });
	const job = await ended(asked.json.id);
	equal(job.state, 'done', 'taken up again and done');
	const { json } = await call('GET', `/jobs/${job.id}/file`);
	equal([json.done, json.refused], [COUNT, 0], 'nothing is refused for being done');
	const after = await all();
	equal(after.filter(p => p.label !== 30).length, 0, 'all of them');
	equal(after.filter(p => p.version !== before.get(p.code) + 1).length, 0,
		'each once');
	const verified = await command('verify', '--db', db);
	check(verified.status === 0, 'the history verifies', verified);
});

await finish();
