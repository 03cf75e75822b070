// access.mjs -- every route of the API × role × part of the organisation × classification,
// against rules written by hand: what a role may read, and what it may do to what it reads.
//
// root > branch A > office; root > branch B.  Everybody is appointed to branch A.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { command, password, startServer } from '../support/server.mjs';
import { check, equal, finish, section } from '../support/test.mjs';

// reads and writes: the highest rank in branch A and below; -1: nothing.
const RULES = {
	'security-officer': { reads: 30, writes: 30, withdraws: true },
	'executive': { reads: 30, writes: -1 },
	'system-owner': { reads: 20, writes: 20 },
	'staff': { reads: 10, writes: -1 },
	'auditor': { reads: 20, writes: -1 },
	'audit-lead': { reads: 20, writes: -1 },
	'administrator': { reads: -1, writes: -1 },
	'central-office': { reads: 10, writes: -1 },
	'nobody': { reads: -1, writes: -1 },
};
const RANKS = [0, 10, 20, 30];
const COVERED = { root: false, a: true, office: true, b: false };

const server = await startServer();
const api = `${server.url}/api/v1`;
for (let i = 0; i < 100 && !(await fetch(`${server.url}/readyz`).catch(() =>
    null))?.ok; i++)
	await new Promise(resolve => setTimeout(resolve, 100));

async function token(login, ...more) {
	const made = await command('token', 'add', login, 'walk', '--db', server.db,
		...more);
	if (made.status !== 0)
		throw new Error(made.stderr);
	return made.stdout.trim();
}

async function call(secret, method, where, body, headers = {}) {
	const answer = await fetch(api + where, {
		method,
		headers: {
			...(secret ? { authorization: `Bearer ${secret}` } : {}),
			...(body ? { 'content-type': 'application/json' } : {}),
			...headers,
		},
		body: body && JSON.stringify(body),
	});
	const text = await answer.text();
	let json = null;
	try { json = JSON.parse(text); } catch { /* CSV */ }
	return { status: answer.status, text, json };
}

const officer = await token('officer');

async function made(type, body) {
	const answer = await call(officer, 'POST', `/${type}`, body);
	if (answer.status !== 201)
		throw new Error(`${type}: ${answer.status} ${answer.text}`);
	return answer.json;
}

// ---- the ministry ----
const all = async type => (await call(officer, 'GET', `/${type}?limit=100`)).json.items;
const units = { root: (await all('organisation'))[0].id };
for (const [name, above] of [['a', 'root'], ['office', 'a'], ['b', 'root']])
	units[name] = (await made('organisation', {
		unit: units.root,
		fields: { title: { en: `Unit ${name}` }, kind: 'branch',
			parent: units[above] },
	})).id;
const roles = Object.fromEntries((await all('role')).map(r => [r.fields.name, r.id]));

const plans = [];
for (const [unit, id] of Object.entries(units))
	for (const label of RANKS)
		plans.push({ ...await made('plan', {
			unit: id, label, fields: { title: { en: `Plan ${unit} ${label}` },
				kind: 'incident_response' },
		}), unit, label });

const secretFile = path.join(server.folder, 'password');
await writeFile(secretFile, password + '\n');
const tokens = {};
for (const role of Object.keys(RULES)) {
	const login = `x-${role}`;
	const added = await command('user', 'add', login, '--db', server.db, '--name',
		`Walk ${role}`,
		'--password-file', secretFile);
	if (added.status !== 0)
		throw new Error(added.stderr);
	if (role !== 'nobody') {
		const person = (await all('person')).find(p =>
			JSON.stringify(p.fields.name).includes(`Walk ${role}`));
		await made('role_assignment', {
			unit: units.a,
			fields: { title: { en: role }, role: roles[role], person: person.id,
				starts_on: '2020-01-01', ends_on: role === 'auditor' ?
					'2999-12-31' : null },
		});
	}
	tokens[role] = await token(login);
}

// ---- the walk ----
const mayRead = (rule, plan) => COVERED[plan.unit] && plan.label <= rule.reads;
const mayWrite = (rule, plan) => COVERED[plan.unit] && plan.label <= rule.writes;
const READING = ['', '/history', '/approvals', '/comments', '/evidence', '/links'];

for (const [role, rule] of Object.entries(RULES)) {
	const secret = tokens[role];
	await section(role, async () => {
		for (const plan of plans) {
			const what = `${role}, ${plan.unit}, ${plan.label}`;
			const reads = mayRead(rule, plan), writes = mayWrite(rule, plan);
			for (const route of READING)
				equal((await call(secret, 'GET',
					`/plan/${plan.id}${route}`)).status,
					reads ? 200 : 404, `GET ${route || '/'}: ${what}`);
			const match = { 'if-match': '"1"' };
			const title = `${plan.fields.title.en} by ${role}`;
			const change = { fields: { title: { en: title } } };
			const seen = await call(officer, 'GET', `/plan/${plan.id}`);
			match['if-match'] = `"${seen.json.version}"`;
			equal((await call(secret, 'PATCH', `/plan/${plan.id}`, change,
				match)).status,
				!reads ? 404 : writes ? 200 : 403, `PATCH: ${what}`);
			if (!(reads && rule.withdraws)) {
				const now = await call(officer, 'GET', `/plan/${plan.id}`);
				match['if-match'] = `"${now.json.version}"`;
				equal((await call(secret, 'DELETE',
					`/plan/${plan.id}?reason=x`, null, match)).status,
					reads ? 403 : 404, `DELETE: ${what}`);
				equal((await call(secret, 'POST',
					`/plan/${plan.id}/steps/retire`, { reason: 'x' },
					match)).status,
					reads ? 403 : 404, `step: ${what}`);
			}
			equal((await call(secret, 'POST', '/plan',
				{ unit: units[plan.unit], label: plan.label,
				fields: { title: { en: `New ${role}` },
					kind: 'incident_response' } })).status,
			writes ? 201 : 403, `POST: ${what}`);
		}
		// lists, counts, CSV and search hold exactly what may be read one by one
		const wanted = plans.filter(p => mayRead(rule, p)).map(p => p.id).sort();
		const list = await call(secret, 'GET', '/plan?limit=200');
		const listed = (list.json?.items ?? []).map(p => p.id).filter(id =>
			plans.some(p => p.id === id)).sort();
		equal(listed, wanted, `list: ${role}`);
		const csv = await call(secret, 'GET', '/plan/csv');
		equal(plans.filter(p => csv.text.includes(p.code)).map(p => p.id).sort(),
			wanted, `CSV: ${role}`);
		const found = await call(secret, 'GET', '/search?q=Plan&limit=200');
		const hits = plans.filter(p => found.text.includes(p.id)).map(p =>
			p.id).sort();
		check(hits.every(id => wanted.includes(id)), `search: ${role}`, hits);
	});
}

await section('without a token', async () => {
	for (const route of ['/plan', `/plan/${plans[0].id}`, '/plan/csv',
		'/search?q=plan', '/person'])
		equal((await call(null, 'GET', route)).status, 401, `GET ${route}`);
	equal((await call('wdr_' + '0'.repeat(64), 'GET', '/plan')).status, 401,
		'an unknown token');
});

await section('tokens are cut down', async () => {
	const reading = await token('officer', '--read-only');
	const narrow = await token('officer', '--scope', 'document.*');
	const plan = plans[0];
	equal((await call(reading, 'GET', `/plan/${plan.id}`)).status, 200,
		'a reading token reads');
	equal((await call(reading, 'POST', '/plan',
		{ fields: { title: { en: 'x' } } })).status, 403, 'and does not write');
	equal((await call(narrow, 'GET', `/plan/${plan.id}`)).status, 404,
		'another scope does not read');
});

await section('the end of an appointment counts with the next request', async () => {
	const mine = (await all('role_assignment')).find(r =>
		JSON.stringify(r.fields.title).includes('system-owner'));
	const plan = plans.find(p => p.unit === 'a' && p.label === 0);
	equal((await call(tokens['system-owner'], 'GET', `/plan/${plan.id}`)).status, 200,
		'before');
	equal((await call(officer, 'POST', `/role_assignment/${mine.id}/steps/end`,
		{ reason: 'left', fields: { ends_on: '2026-01-01' } },
			{ 'if-match': `"${mine.version}"` })).status, 200, 'ended');
	equal((await call(tokens['system-owner'], 'GET', `/plan/${plan.id}`)).status, 404,
		'afterwards');
});

const verified = await command('verify', '--db', server.db);
equal(verified.status, 0, 'and the history holds');
await finish();
