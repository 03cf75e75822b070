// fill.mjs -- data worth keeping of a release: fill.mjs VERSION, run with the release's own
// build, writes tests/upgrade/VERSION (tools/keep-release).
//
// A little of everything that later versions must carry on: states, approvals, links,
// files, both languages, a setting, a checkpoint, and what was withdrawn.
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { command, freshDatabase, root, scratchFolder,
	startServer } from '../support/server.mjs';

const version = process.argv[2];
if (!/^\d+\.\d+\.\d+$/.test(version ?? ''))
	throw new Error('say which version: fill.mjs 0.1.0');
const folder = await scratchFolder();
const db = await freshDatabase(folder);
const secret = path.join(folder, 'second');
await writeFile(secret, 'another long password\n', { mode: 0o600 });

async function run(...args) {
	const done = await command(...args, '--db', db);
	if (done.status !== 0)
		throw new Error(`${args.join(' ')}: ${done.stderr}`);
	return done.stdout.trim();
}
await run('user', 'add', 'second', '--name', 'Sam Second', '--role', 'security-officer',
	'--password-file', secret);
const first = await run('token', 'add', 'officer', 'keep');
const second = await run('token', 'add', 'second', 'keep');
const server = await startServer({ db });

async function call(who, method, where, body, version) {
	const answer = await fetch(`${server.url}/api/v1${where}`, { method,
		headers: { authorization: `Bearer ${who}`,
			...(body instanceof FormData
				? {} : { 'content-type': 'application/json' }),
			...(version ? { 'if-match': `"${version}"` } : {}) },
		body: body instanceof FormData ? body : JSON.stringify(body ?? {}) });
	const text = await answer.text();
	if (!answer.ok)
		throw new Error(`${method} ${where}: ${answer.status} ${text}`);
	return text ? JSON.parse(text) : null;
}
const make = (type, fields) => call(first, 'POST', `/${type}`, { fields });
const step = (who, record, name, body) => call(who, 'POST',
	`/${record.type}/${record.id}/steps/${name}`, body, record.version);

const document = await make('document', { kind: 'plan',
	title: { en: 'Response plan', fr: 'Plan d’intervention' } });
async function approved(number) {
	const form = new FormData();
	form.set('record', JSON.stringify({ fields: { title: `Plan ${number}`,
		document: document.id, version_number: number } }));
	form.set('file', new Blob([`# Plan ${number}\n\nCall the lead.\n`],
		{ type: 'text/markdown' }), 'plan.md');
	const made = await call(first, 'POST', '/document_version/with-files', form);
	return step(second, await step(first, made, 'submit'), 'approve');
}
await approved('1');
await approved('2');
const plan = await make('plan', { kind: 'incident_response', document: document.id,
	title: { en: 'Incident response', fr: 'Intervention en cas d’incident' } });
await call(first, 'PATCH', `/plan/${plan.id}`,
	{ fields: { title: { en: 'Incident response plan' } } }, plan.version);
await make('comment', { text: 'Is the list of contacts up to date?', about: plan.id });
const finding = await make('finding', { source: 'own_check', plan: plan.id,
	title: { en: 'No contacts' }, condition: { en: 'The plan names nobody.' } });
await make('recommendation', { title: { en: 'Name them' }, finding: finding.id,
	wording: { en: 'Name who is called.' } });
const gone = await make('plan', { kind: 'incident_response', title: { en: 'Withdrawn' } });
await call(first, 'DELETE', `/plan/${gone.id}`, { reason: 'a duplicate' }, gone.version);
await server.stop();
await run('settings', 'set', 'plan.reading', 'strict', '--reason', 'kept');
await run('ledger', 'checkpoint');
await run('verify');
execFileSync(path.join(root, 'tools/keep-release'),
	[db, path.join(root, 'tests/upgrade', version)], { stdio: 'inherit' });
