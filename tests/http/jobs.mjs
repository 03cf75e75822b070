// jobs.mjs -- work that outlives a request, over the API: asked for, looked at, cancelled,
// fetched; only by whoever asked, never with more than they may, and never half.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { command, freshDatabase, scratchFolder, startServer } from '../support/server.mjs';
import { check, equal, finish, section } from '../support/test.mjs';

const folder = await scratchFolder();
const db = await freshDatabase(folder);
const secret = path.join(folder, 'second');
await writeFile(secret, 'another long password\n', { mode: 0o600 });
const made = await command('user', 'add', 'reader', '--db', db, '--name', 'Rea Reader',
	'--role', 'staff', '--password-file', secret);
check(made.status === 0, 'an account', made.stderr);

async function token(login, ...more) {
	const answer = await command('token', 'add', login, 'test', '--db', db, '--json',
		...more);
	check(answer.status === 0, `a token for ${login}`, answer.stderr);
	return JSON.parse(answer.stdout).secret;
}

const officer = await token('officer');
const reader = await token('reader');
const narrow = await token('officer', '--scope', 'agreement.*');
const server = await startServer({ db });

async function call(method, where, { body, who = officer } = {}) {
	const answer = await fetch(server.url + where, {
		method,
		headers: { authorization: `Bearer ${who}`,
			...(body === undefined
				? {} : { 'content-type': 'application/json' }) },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await answer.text();
	const media = answer.headers.get('content-type') ?? '';
	return { status: answer.status, headers: answer.headers, media, text,
		json: media.includes('json') ? JSON.parse(text) : null };
}

const ask = (kind, args, who) =>
	call('POST', '/api/v1/jobs', { body: { kind, args }, who });

async function ended(id, who) {
	for (let i = 0; i < 300; i++) {
		const { json } = await call('GET', `/api/v1/jobs/${id}`, { who });
		if (!['queued', 'running'].includes(json.state))
			return json;
		await new Promise(resolve => setTimeout(resolve, 50));
	}
	throw new Error(`job ${id} does not end`);
}

for (let i = 0; i < 250; i++) {
	const one = await call('POST', '/api/v1/plan',
		{ body: { fields: { title: `Plan ${i} of many`,
			kind: 'incident_response' } } });
	if (one.status !== 201)
		throw new Error(one.text);
}

await section('An export is what the list is', async () => {
	const args = { type: 'plan', address: 'title=many&sort=title', format: 'csv' };
	const asked = await ask('export', args);
	equal(asked.status, 202, 'accepted');
	equal(asked.headers.get('location'), `/api/v1/jobs/${asked.json.id}`, 'and named');
	const job = await ended(asked.json.id);
	equal(job.state, 'done', 'it is done');
	equal(job.done <= job.total && job.total, 250, 'it says how much there was');
	const file = await call('GET', `/api/v1/jobs/${job.id}/file`);
	const list = await call('GET', '/api/v1/plan/csv?title=many&sort=title');
	check(file.text === list.text, 'the file is the table of the list');
	equal(file.text.length, job.file.bytes, 'as long as it says');
	check(file.headers.get('content-disposition').includes('plan.csv'),
		'as attachment');

	const other = await ask('export', { ...args, format: 'json' });
	const json = await ended(other.json.id);
	const rows = (await call('GET', `/api/v1/jobs/${json.id}/file`)).json;
	equal(rows.length, 250, 'as JSON, every record');
	const one = (await call('GET', `/api/v1/plan/${rows[7].id}`)).json;
	equal(rows[7].fields.title, one.fields.title, 'in the shape of the API');
	const mine = (await call('GET', '/api/v1/jobs')).json.items;
	equal(mine[0].id, json.id, 'the list of jobs has the newest first');
});

await section('Only whoever asked', async () => {
	const { json: job } = await ask('export', { type: 'plan', format: 'csv' });
	await ended(job.id);
	for (const where of ['', '/file'])
		equal((await call('GET', `/api/v1/jobs/${job.id}${where}`,
			{ who: reader })).status, 404, `somebody else's job${where}`);
	equal((await call('POST', `/api/v1/jobs/${job.id}/cancel`,
		{ who: reader, body: {} })).status, 404, 'is not cancelled by another');
	equal((await call('GET', '/api/v1/jobs', { who: reader })).json.items.length, 0,
		'nor listed for them');
	equal((await fetch(`${server.url}/api/v1/jobs/${job.id}`)).status, 401,
		'signed out');
});

await section('Never with more than they may', async () => {
	const { json: theirs } = await ask('export', { type: 'plan_check', format: 'csv' },
		reader);
	const job = await ended(theirs.id, reader);
	equal(job.state, 'done', 'a reader exports what a reader sees');
	equal((await ask('verify', {}, reader)).status, 403,
		'who does not run the installation does not verify it');
	const { json: cut } = await ask('export', { type: 'plan', format: 'json' }, narrow);
	await ended(cut.id, narrow);
	const file = await call('GET', `/api/v1/jobs/${cut.id}/file`, { who: narrow });
	equal(file.json.length, 0, 'a token for agreements exports no plans');
});

await section('What cannot be asked for', async () => {
	const wrong = [
		['export', { type: 'plan', format: 'pdf' }], ['export', { type: 'no' }],
		['export', { type: 'plan', format: 'csv', address: 'nothing=x' }],
		['export', {}], ['nothing', {}], ['', {}], ['plan-check', {}],
		['plan-check', { pack: 'ma-is009', plan: 'PLN-0001', version: 'DOV-0001',
			file: { sha256: 'ab'.repeat(32), name: 'x', media: '',
				bytes: 1 } }],
	];
	for (const [kind, args] of wrong) {
		const answer = await ask(kind, args);
		equal(answer.status, 422, `${kind} ${JSON.stringify(args).slice(0, 50)}`);
	}
	equal((await call('POST', '/api/v1/jobs', { body: [] })).status, 400, 'no object');
	for (const args of [7, 'x', ['a'], null])
		equal((await ask('export', args)).status, 422,
			`args ${JSON.stringify(args)}`);
	for (const id of ['x', '0', '%41', 'kinds', '0193b2c4-0000-7000-8000-000000000000',
		'0'.repeat(4000)])
		equal((await call('GET', `/api/v1/jobs/${id}`)).status, 404,
			`job ${id.slice(0, 40)}`);
});

await section('The history is verified', async () => {
	const { json } = await ask('verify', {});
	const job = await ended(json.id);
	equal(job.state, 'done', 'it was checked');
	check(job.said.startsWith('Everything holds'), job.said);
	check(!job.file, 'and there is nothing to fetch');
	equal((await call('GET', `/api/v1/jobs/${job.id}/file`)).status, 404, 'no file');
});

await section('Cancelled at any moment', async () => {
	const args = { type: 'plan', format: 'json' };
	const asked = await Promise.all(Array.from({ length: 14 },
		() => ask('export', args)));
	const taken = asked.filter(a => a.status === 202);
	check(taken.length >= 10, `${taken.length} were taken`);
	check(asked.every(a => a.status === 202 || a.status === 409),
		'the others were told that too many wait');
	// The last ones first: they wait behind the others, so some stop in the queue.
	await Promise.all(taken.map(async ({ json }, i) => {
		const wait = (taken.length - 1 - i) * 15;
		await new Promise(resolve => setTimeout(resolve, wait));
		const answer = await call('POST', `/api/v1/jobs/${json.id}/cancel`,
			{ body: {} });
		equal(answer.status, 200, `cancel ${i}`);
	}));
	let stopped = 0;
	for (const { json } of taken) {
		const job = await ended(json.id);
		const file = await call('GET', `/api/v1/jobs/${json.id}/file`);
		if (job.state === 'cancelled')
			stopped++;
		check(job.state === 'done'
			? file.json.length >= 250 : file.status === 404 && !job.file,
		`job is whole or nothing: ${job.state}`);
	}
	check(stopped > 0, `${stopped} of ${taken.length} were stopped`);
});

await finish();
