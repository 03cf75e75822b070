// ministry.mjs -- a small organisation to walk through by role × unit × classification.
//
// root > branch A > office; root > branch B.  Everybody is appointed to branch A.  What a
// role may do is written here by hand, not read from the program.
//
//     const m = await ministry(server);
//     m.plans, m.tokens['staff'], await m.made('evidence', { ... })
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { command, password } from './server.mjs';

// reads and writes: the highest rank in branch A and below; -1: nothing.
export const RULES = {
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
export const RANKS = [0, 10, 20, 30];
const COVERED = { root: false, a: true, office: true, b: false };

export const mayRead = (rule, plan) => COVERED[plan.unit] && plan.label <= rule.reads;
export const mayWrite = (rule, plan) => COVERED[plan.unit] && plan.label <= rule.writes;

export const loginOf = role => `x-${role}`;

// A word that stands in the title of every record of one unit and classification.
export const markOf = (unit, label) => `Zq${unit}${label}x`;

export async function ministry(server) {
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
		const form = body instanceof FormData;
		const answer = await fetch(api + where, {
			method,
			headers: {
				...(secret ? { authorization: `Bearer ${secret}` } : {}),
				...(body && !form ? { 'content-type': 'application/json' } :
					{}),
				...headers,
			},
			body: form ? body : body && JSON.stringify(body),
		});
		const text = await answer.text();
		let json = null;
		try { json = JSON.parse(text); } catch { /* CSV */ }
		return { status: answer.status, text, json };
	}

	const officer = await token('officer');
	const created = (type, answer) => {
		if (answer.status !== 201)
			throw new Error(`${type}: ${answer.status} ${answer.text}`);
		return answer.json;
	};
	const made = async (type, body) =>
		created(type, await call(officer, 'POST', `/${type}`, body));
	const madeWithFile = async (type, body, name, text) => {
		const form = new FormData();
		form.set('record', JSON.stringify(body));
		form.set('file', new Blob([text], { type: 'text/plain' }), name);
		return created(type, await call(officer, 'POST', `/${type}/with-files`,
			form));
	};
	const all = async type =>
		(await call(officer, 'GET', `/${type}?limit=100`)).json.items;

	const units = { root: (await all('organisation'))[0].id };
	for (const [name, above] of [['a', 'root'], ['office', 'a'], ['b', 'root']])
		units[name] = (await made('organisation', {
			unit: units.root,
			fields: { title: { en: `Unit ${name}` }, kind: 'branch',
				parent: units[above] },
		})).id;
	const roles = Object.fromEntries((await all('role')).map(r =>
		[r.fields.name, r.id]));

	// The pages say codes such as PLN-0003 as examples: those are nobody's here.
	for (const type of ['plan', 'plan', 'plan'])
		await made(type, { unit: units.b, label: 30,
			fields: { title: { en: 'Example' }, kind: 'incident_response' } });
	const plans = [];
	for (const [unit, id] of Object.entries(units))
		for (const label of RANKS)
			plans.push({ ...await made('plan', {
				unit: id, label, fields: {
					title: { en: `Plan ${markOf(unit, label)}` },
					kind: 'incident_response' },
			}), unit, label });

	const secretFile = path.join(server.folder, 'password');
	await writeFile(secretFile, password + '\n');
	const tokens = {}, persons = {};
	for (const role of Object.keys(RULES)) {
		const added = await command('user', 'add', loginOf(role), '--db', server.db,
			'--name', `Walk ${role}`, '--password-file', secretFile);
		if (added.status !== 0)
			throw new Error(added.stderr);
		persons[role] = (await all('person')).find(p =>
			JSON.stringify(p.fields.name).includes(`Walk ${role}`));
		if (role !== 'nobody')
			await made('role_assignment', {
				unit: units.a,
				fields: { title: { en: role }, role: roles[role],
					person: persons[role].id, starts_on: '2020-01-01',
					ends_on: role === 'auditor' ? '2999-12-31' : null },
			});
		tokens[role] = await token(loginOf(role));
	}
	return { units, roles, plans, tokens, persons, officer, token, call, made,
		madeWithFile, all };
}
