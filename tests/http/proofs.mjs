// proofs.mjs -- what an auditor takes along: a bundle from the page and from the API,
// checked by the program that shares nothing with ours; checkpoints, and older ones
// held against the history.
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { command, freshDatabase, login, password, root, scratchFolder,
	startServer } from '../support/server.mjs';
import { check, equal, finish, section } from '../support/test.mjs';
import { visitor } from '../support/visitor.mjs';

const run = promisify(execFile);
const verifier = path.join(root, 'tests/verifier/verify.mjs');
const folder = await scratchFolder();
const db = await freshDatabase(folder);
const secret = JSON.parse((await command('token', 'add', login, 'test', '--db', db,
	'--json')).stdout).secret;
const server = await startServer({ db });
const officer = await visitor(server, login, password);

async function call(method, where, body) {
	const answer = await fetch(server.url + where, { method,
		headers: { authorization: `Bearer ${secret}`,
			...(body === undefined
				? {} : { 'content-type': 'application/json' }) },
		body: body === undefined ? undefined : JSON.stringify(body) });
	const text = await answer.text();
	return { status: answer.status, text, json: JSON.parse(text) };
}

async function verified(text, ...more) {
	const file = path.join(folder, 'proof.json');
	await writeFile(file, text);
	try {
		await run('node', [verifier, 'proof', file, ...more]);
		return 0;
	} catch (error) {
		return error.code;
	}
}

const early = (await call('GET', '/api/v1/ledger/checkpoint')).json;
await writeFile(path.join(folder, 'kept'), early.checkpoint);
const plan = (await call('POST', '/api/v1/plan', { fields: {
	title: 'Ferry plan', kind: 'incident_response' } })).json;

await section('A bundle from the page and from the API', async () => {
	const page = await officer.get(`/plan/${plan.code}/proof`);
	equal(page.status, 200, 'the page');
	check(page.text.includes(early.key.replace(/\+/g, '&#43;')) ||
		page.text.includes(early.key), 'names the key');
	const file = await officer.get(`/plan/${plan.code}/proof.json`);
	check(file.text.includes('Ferry plan'), 'the bundle has the values');
	const kept = ['--key', early.key, '--checkpoint', path.join(folder, 'kept')];
	equal(await verified(file.text, ...kept), 0, 'an independent program agrees');
	equal(await verified(file.text.replace('Ferry plan', 'Berry plan'), ...kept), 1,
		'and does not agree with a changed one');
	const api = await call('GET', `/api/v1/plan/${plan.code}/proof`);
	equal(await verified(api.text, ...kept), 0, 'it agrees with that of the API');
	const history = await officer.get(`/plan/${plan.code}/history`);
	check(history.text.includes(`/plan/${plan.code}/proof`), 'the history leads to it');
	for (const where of ['/plan/PLN-9999/proof', '/plan/x/proof.json',
		`/finding/${plan.code}/proof`, '/no_type/PLN-0001/proof'])
		equal((await officer.get(where)).status, 404, where);
	equal((await fetch(`${server.url}/plan/${plan.code}/proof.json`,
		{ redirect: 'manual' })).status, 303, 'only signed in');
});

await section('By the command line, beside the running server', async () => {
	const none = await command('ledger', 'proof', plan.code, '--db', db);
	equal(none.status, 0, 'without values');
	equal(await verified(none.stdout, '--key', early.key), 0, 'it verifies');
	const values = await command('ledger', 'proof', plan.code, '--values', '--db', db);
	equal(values.status, 2, 'values are not for an operator');
	check(values.stderr.includes('operator.may_read'), 'unless the setting says so');
});

await section('Older checkpoints', async () => {
	const now = (await call('GET', '/api/v1/ledger/checkpoint')).json;
	check(now.size > early.size, 'the history has grown');
	const fits = await call('POST', '/api/v1/ledger/consistency',
		{ checkpoint: early.checkpoint });
	equal(fits.status, 200, 'an older one fits');
	equal(fits.json.from, early.size, 'its size');
	check(fits.json.proof.length > 0, 'with a proof');
	const page = await officer.post('/checkpoint', {
		older: early.checkpoint.replace(/\n/g, '\r\n') });
	equal(page.status, 200, 'pasted into the page');
	check(page.text.includes(fits.json.proof[0].replace(/\+/g, '&#43;')) ||
		page.text.includes(fits.json.proof[0]), 'it shows the proof');
	const forged = early.checkpoint.replace(/\n\d+\n/, '\n1\n');
	for (const [what, text] of [['forged', forged], ['no note', 'hello'], ['', ''],
		['of others', early.checkpoint.replace(/wardroom\/[0-9a-f]{8}/g,
			'wardroom/00000000')],
		['cut', early.checkpoint.slice(0, -40)]]) {
		equal((await officer.post('/checkpoint', { older: text })).status, 422,
			`${what}: refused by the page`);
		equal((await call('POST', '/api/v1/ledger/consistency',
			{ checkpoint: text })).status, 422, `${what}: and by the API`);
	}
});

await finish();
