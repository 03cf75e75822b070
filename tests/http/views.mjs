// views.mjs -- saved views: one's own and shared ones, as their reader; what is gone from
// one is named.
import { command, freshDatabase, login, password, scratchFolder, startServer } from
	'../support/server.mjs';
import { check, equal, finish, section } from '../support/test.mjs';
import { visitor } from '../support/visitor.mjs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

const folder = await scratchFolder();
const db = await freshDatabase(folder);
const secret = path.join(folder, 'second');
await writeFile(secret, `${password}\n`, { mode: 0o600 });
for (const role of ['staff', 'auditor'])
	await command('user', 'add', role, '--db', db, '--name', `A ${role}`,
		'--role', role, ...(role === 'auditor' ? ['--until', '2099-12-31'] : []),
		'--password-file', secret);
const token = (await command('token', 'add', 'officer', 'test', '--db', db)).stdout.trim();
const server = await startServer({ db });
const officer = await visitor(server, login, password);
const staff = await visitor(server, 'staff', password);
const auditor = await visitor(server, 'auditor', password);

async function call(method, where, body) {
	const answer = await fetch(`${server.url}/api/v1${where}`, { method,
		headers: { authorization: `Bearer ${token}`, 'if-match': '*',
			'content-type': 'application/json' },
		body: body && JSON.stringify(body) });
	return { status: answer.status, json: await answer.json() };
}
for (const [title, label] of [['Alpha', 0], ['Beta', 0], ['Secret', 30]])
	await call('POST', '/plan', { label, fields: { title: { en: `${title} plan` },
		kind: title === 'Beta' ? 'continuity' : 'incident_response' } });

let mine, shared;
await section('saved', async () => {
	const form = await officer.get('/plan/views?kind=continuity&sort=-title&page=2');
	check(form.text.includes('name="title"') && form.text.includes('name="shared"'),
		'asks for a name, and whether to share');
	const empty = await officer.post('/plan/views?kind=continuity', { title: '' });
	equal(empty.status, 422, 'a view without a name is refused');
	const made = await officer.post('/plan/views?kind=continuity&sort=-title&page=2',
		{ title: 'Continuity only' });
	equal(made.status, 303, 'saved');
	mine = made.where.match(/LVW-\d+/)[0];
	const list = (await officer.get(`/plan?view=${mine}`)).text;
	check(list.includes('Beta plan') && !list.includes('Alpha plan'), 'it filters');
	check(/aria-current="page">Continuity only/.test(list),
		'and is the tab that is open');
	const record = await call('GET', `/list_view/${mine}`);
	equal(record.json.fields.address, 'kind=continuity&sort=-title',
		'where one is in the list is no part of it');
	const api = await call('GET', `/plan?view=${mine}`);
	equal(api.json.items.map(r => r.fields.title.en).join(), 'Beta plan',
		'so does the API');
});

await section('in the navigation and the palette', async () => {
	const nav = (await officer.get('/finding')).text;
	check(nav.includes(`href="/plan?view=${mine}"`), 'one is a click away');
	check(!(await staff.get('/plan')).text.includes(`view=${mine}`), 'for its owner');
	const found = JSON.parse((await officer.get('/find/any?q=continuity')).text);
	check(found.some(f => f.href === `/plan?view=${mine}`),
		'the palette opens its list', found);
	const open = (await officer.get(`/plan?view=${mine}`)).text;
	check(open.includes(`view=${mine}" aria-current="page">Continuity only`),
		'the one that is open is marked');
});

await section('private and shared', async () => {
	check(!(await staff.get('/plan')).text.includes('Continuity only'),
		'a private one is seen by nobody else');
	equal((await staff.get(`/plan?view=${mine}`)).status, 404, 'nor opened');
	const made = await officer.post('/plan/views?kind=incident_response',
		{ title: 'Incident plans', shared: 'yes' });
	shared = made.where.match(/LVW-\d+/)[0];
	for (const [name, who] of [['staff', staff], ['auditor', auditor]]) {
		const list = (await who.get(`/plan?view=${shared}`)).text;
		check(list.includes('Incident plans') && list.includes('Alpha plan'),
			`${name} opens a shared one`);
		check(!list.includes('Secret plan'), `and ${name} sees no more by it`);
	}
	const form = (await staff.get('/plan/views?open=yes')).text;
	check(form.includes('name="title"') && !form.includes('name="shared"'),
		'whoever may not share is not offered to');
	equal((await staff.post('/plan/views?open=yes', { title: 'Open', shared: 'yes' }))
		.status, 403, 'and cannot');
	check(!(await staff.get('/plan')).text.includes('>Open<\/a>\n<a'),
		'nor is half of it done');
	equal((await auditor.get('/plan/views')).status, 403, 'who only reads saves none');
	equal((await staff.get(`/finding?view=${shared}`)).status, 404,
		'a view of another list is none of this');
});

await section('what is gone is named', async () => {
	await call('POST', '/local_field', { fields: { title: { en: 'Region' },
		record_type: 'plan', key: 'region', kind: 'line' } });
	const view = await call('POST', '/list_view', { fields: { title: 'Old',
		record_type: 'plan', address: 'gone=1&columns=lead&columns=never' +
			'&sort=lost&local_region=north&kind=continuity' } });
	const list = await officer.get(`/plan?view=${view.json.code}`);
	equal(list.status, 200, 'the list is shown');
	check(list.text.includes('gone, never, lost'),
		'and says what is not there any more');
	equal((await officer.get('/plan?gone=1')).status, 422,
		'a mistyped filter is refused as before');
	const api = await call('GET', `/plan?view=${view.json.code}`);
	equal(api.json.gone, 'gone, never, lost', 'the API says so as well');
});
await finish();
