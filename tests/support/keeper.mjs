// keeper.mjs -- an organisation whose exercises are due for disposal, and who disposes of
// them: an officer who proposes, an executive who approves, somebody of the staff.
//
//     const k = await keeper();
//     const e = await k.exercise('Harbour drill');     // cancelled: over, and due today
//     await k.approved([e]);
//     await k.until('it is destroyed', async () => ...);
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { command, freshDatabase, password, scratchFolder, startServer } from './server.mjs';
import { check } from './test.mjs';

const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

export async function keeper() {
	const folder = await scratchFolder();
	const db = await freshDatabase(folder);
	const k = { folder, db, server: await startServer({ db }) };

	k.token = async login => {
		const made = await command('token', 'add', login, 'keeping', '--db', db);
		check(made.status === 0, `a token of ${login}`, made.stderr);
		return made.stdout.trim();
	};
	k.call = async (token, method, where, body, headers = {}) => {
		const form = body instanceof FormData;
		const answer = await fetch(`${k.server.url}/api/v1${where}`, {
			method,
			headers: {
				authorization: `Bearer ${token}`,
				...(body && !form ? { 'content-type': 'application/json' } :
					{}),
				...headers,
			},
			body: form ? body : body && JSON.stringify(body),
		});
		const bytes = Buffer.from(await answer.arrayBuffer());
		let json = null;
		try { json = JSON.parse(bytes); } catch { /* a file, CSV */ }
		return { status: answer.status, bytes, text: bytes.toString(), json,
			headers: answer.headers };
	};
	const rai = k.rai = await k.token('officer');
	k.read = async (type, id, token = rai) =>
		(await k.call(token, 'GET', `/${type}/${id}`)).json;
	k.list = async (type, query = '') =>
		(await k.call(rai, 'GET', `/${type}?limit=200&${query}`)).json.items;
	k.made = async (type, fields, more = {}) => {
		const answer = await k.call(rai, 'POST', `/${type}`, { fields, ...more });
		if (answer.status !== 201)
			check(false, `${type} is made`, answer.text);
		return answer.json;
	};
	k.step = async (token, type, id, name, fields = {}, reason) => {
		const seen = await k.read(type, id);
		return k.call(token, 'POST', `/${type}/${id}/steps/${name}`,
			{ fields, reason }, { 'if-match': `"${seen.version}"` });
	};
	k.took = async (token, type, id, name, fields, reason) => {
		const answer = await k.step(token, type, id, name, fields, reason);
		if (answer.status !== 200)
			check(false, `${name} of ${type}`, answer.text);
		return answer.json;
	};

	// The clock looks shortly after a start, and then every minute.
	k.restart = async () => {
		await k.server.stop();
		k.server = await startServer({ db });
	};
	k.wait = async (what, is, ms = 200) => {
		for (const end = Date.now() + 180000; Date.now() < end;) {
			if (await is().catch(() => false))
				return true;
			await pause(ms);
		}
		return check(false, `in time: ${what}`);
	};
	k.until = async (what, is) => {
		await k.restart();
		return k.wait(what, is);
	};

	const roles = Object.fromEntries((await k.list('role')).map(r =>
		[r.fields.name, r.id]));
	k.unit = (await k.list('organisation'))[0].id;
	const secret = path.join(folder, 'password');
	await writeFile(secret, password + '\n');
	k.person = async (login, name, role) => {
		const added = await command('user', 'add', login, '--db', db, '--name',
			name, '--password-file', secret);
		check(added.status === 0, `${name} has an account`, added.stderr);
		const found = (await k.list('person')).find(p =>
			JSON.stringify(p.fields.name).includes(name));
		await k.made('role_assignment', { title: { en: role }, role: roles[role],
			person: found.id, starts_on: '2020-01-01' }, { unit: k.unit });
		return { id: found.id, token: await k.token(login) };
	};
	k.vera = await k.person('vera', 'Vera Halloran', 'executive');
	k.staff = await k.person('sam', 'Sam Staff', 'staff');

	// What is cancelled is over on the day; kept for no year, it is due at once.
	k.rule = async () => (await k.list('retention_rule')).find(r =>
		r.fields.name === 'security-administration');
	k.ruleSays = async fields => {
		const rule = await k.rule();
		const answer = await k.call(rai, 'PATCH', `/retention_rule/${rule.id}`,
			{ fields }, { 'if-match': `"${rule.version}"` });
		check(answer.status === 200, 'the rule is changed', answer.text);
	};
	const plan = await k.made('plan', { title: { en: 'Plan' },
		kind: 'incident_response' });
	k.exercise = async (title, more = {}, words = '') => {
		const record = { ...more, fields: { title: { en: title }, kind: 'tabletop',
			plans: [plan.id] } };
		const form = new FormData();
		form.set('record', JSON.stringify(record));
		if (words)
			form.set('report', new Blob([words], { type: 'text/plain' }),
				'r.txt');
		const answer = await k.call(rai, 'POST', '/exercise/with-files', form);
		if (answer.status !== 201)
			check(false, 'an exercise is made', answer.text);
		return k.took(rai, 'exercise', answer.json.id, 'cancel', {}, 'not needed');
	};
	k.approved = async records => {
		const d = await k.made('disposal', { title: 'Old exercises',
			grounds: 'Over', records: records.map(r => r.id) });
		await k.took(rai, 'disposal', d.id, 'propose');
		await k.took(k.vera.token, 'disposal', d.id, 'approve', {}, 'Over');
		return d;
	};
	return k;
}
