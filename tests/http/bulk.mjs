// bulk.mjs -- many records at once, each for itself: what is refused for one is refused for
// that one alone.
import { command, freshDatabase, login, password, scratchFolder, startServer } from
	'../support/server.mjs';
import { check, equal, finish, section } from '../support/test.mjs';
import { visitor } from '../support/visitor.mjs';

const folder = await scratchFolder();
const db = await freshDatabase(folder);
const token = (await command('token', 'add', 'officer', 'test', '--db', db)).stdout.trim();
const server = await startServer({ db });
const officer = await visitor(server, login, password);

async function call(method, where, { body, match, key } = {}) {
	const answer = await fetch(`${server.url}/api/v1${where}`, { method,
		headers: { authorization: `Bearer ${token}`,
			'content-type': 'application/json',
			...(match ? { 'if-match': match } : {}),
			...(key ? { 'idempotency-key': key } : {}) },
		body: body && JSON.stringify(body) });
	const text = await answer.text();
	return { status: answer.status, text, json: JSON.parse(text) };
}
async function plan(title, fields = {}) {
	const made = await call('POST', '/plan', { body: { fields: { title: { en: title },
		kind: 'incident_response', ...fields } } });
	equal(made.status, 201, `${title} is made`);
	return made.json;
}
const now = async one => (await call('GET', `/plan/${one.code}`)).json;
const history = async one => (await call('GET', `/plan/${one.code}/history`)).json.items;

const a = await plan('Alpha');
const b = await plan('Beta');
const c = await plan('Gamma');

await section('each for itself', async () => {
	await call('PATCH', `/plan/${b.id}`, { match: '*', body: { fields: {
		kind: 'continuity' } } });
	const done = await call('POST', '/plan/bulk', { body: {
		records: [{ id: a.code, version: 1 }, { id: b.id, version: 1 },
			{ id: 'PLN-0999', version: 1 }, { id: c.code, version: '*' }],
		fields: { kind: 'crisis' }, reason: 'one kind for all' } });
	equal(done.status, 200, 'all were tried', done.text);
	const statuses = done.json.rows.map(r => r.status);
	equal(statuses.join(), '422,412,404,422', 'what cannot be is refused for each');
	check(done.json.rows[0].problem.errors[0].pointer === '/fields/kind',
		'with the reason and its place', done.json.rows[0]);
	const good = await call('POST', '/plan/bulk', { body: {
		records: [{ id: a.code, version: 1 }, { id: b.id, version: 1 },
			{ id: c.code, version: '*' }],
		fields: { kind: 'continuity' }, label: 10, reason: 'one kind for all' } });
	equal(good.json.rows.map(r => r.status).join(), '200,412,200',
		'two are done, the one that moved on is not');
	equal(`${good.json.done} ${good.json.refused}`, '2 1', 'and counted');
	equal((await now(a)).fields.kind, 'continuity', 'it is changed');
	equal((await now(a)).label, 10, 'its label as well');
	for (const one of [a, c]) {
		const last = (await history(one)).at(-1);
		equal(last.reason, 'one kind for all',
			`${one.code} has an entry of its own`);
	}
	const leaves = [(await history(a)).at(-1).leaf,
		(await history(c)).at(-1).leaf];
	check(leaves[0] !== leaves[1], 'and a leaf of its own', leaves);
});

await section('what cannot be read', async () => {
	for (const [body, why] of [[{}, 'no records'], [{ records: [] }, 'an empty list'],
		[{ records: [{ id: a.code }] }, 'no version'],
		[{ records: Array(10001).fill({ id: a.code, version: 1 }) }, 'too many'],
		[{ records: [{ id: a.code, version: 1 }], step: 'fly' }, 'no such step']])
		equal((await call('POST', '/plan/bulk', { body })).status, 422, why);
});

await section('done once', async () => {
	const body = { records: [a, b, c].map(r => ({ id: r.id, version: '*' })),
		fields: { scope: { en: 'All sites' } } };
	const first = await call('POST', '/plan/bulk', { body, key: '"b1"' });
	const before = (await now(a)).version;
	await call('PATCH', `/plan/${a.id}`, { match: '*', body: { fields: {
		scope: { en: 'One site' } } } });
	const again = await call('POST', '/plan/bulk', { body, key: '"b1"' });
	equal(again.text, first.text, 'the same key: the same answer');
	equal((await now(a)).version, before + 1, 'and nothing is done again');
	const other = await call('POST', '/plan/bulk', { key: '"b1"', body: {
		...body, fields: { scope: { en: 'Elsewhere' } } } });
	equal(other.json.rows.map(r => r.status).join(), '422,422,422',
		'another request under the same key is refused');
});

await section('two people', async () => {
	const asked = [];
	const person = (await call('GET', '/person')).json.items[0];
	for (const title of ['One', 'Two'])
		asked.push((await call('POST', '/agreement', { body: { fields: {
			title: { en: title }, kind: 'mou', party: { en: 'Shared' },
			we_keep: { en: 'The duty' }, starts_on: '2026-01-01',
			signatory: person.id } } })).json);
	const done = await call('POST', '/agreement/bulk', { body: { step: 'sign',
		records: asked.map(r => ({ id: r.code, version: r.version })) } });
	equal(done.json.rows.map(r => r.status).join(), '403,403',
		'nobody approves their own words, not in bulk either');
});

await section('pages', async () => {
	const list = (await officer.get('/plan')).text;
	check(list.includes(`value="${a.code}:`) && list.includes('name="do"'),
		'rows can be chosen, and what to do with them');
	const version = (await now(a)).version;
	const where = `/plan/bulk?do=step:retire&r=${a.code}:${version}&r=${b.code}:1` +
		'&r=PLN-0999:1';
	const page = await officer.get(where);
	equal(page.status, 200, 'the page that says what will become of each');
	check(page.text.includes('Somebody has changed it') &&
		page.text.includes('There is no such record'), 'says what will be refused');
	equal((page.text.match(/type="hidden" name="r"/g) ?? []).length <= 1, true,
		'and goes on with the rest only');
	const owner = await officer.get(`/plan/bulk?do=owner&r=${a.code}&r=${b.code}`);
	check(owner.text.includes('name="owner_"') &&
		owner.text.includes('name="reason_"'),
		'asks for what is given with it, and why');
	const done = await officer.post('/plan/bulk', { do: 'field:kind', kind: 'recovery',
		r: `${a.code}:${version}`, reason_: 'sorted anew' });
	equal(done.status, 200, 'done');
	check(done.text.includes('1 record was done.'), 'and told');
	equal((await now(a)).fields.kind, 'recovery', 'it is changed');
	const kept = await plan('Kept', { review_due_on: '2027-01-15' });
	await officer.post('/plan/bulk', { do: 'step:adopt', review_due_on: '',
		r: `${kept.code}:1` });
	equal((await now(kept)).fields.review_due_on, '2027-01-15',
		'what is left empty with a step stays');
	equal((await officer.get('/plan/bulk?do=owner')).status, 422,
		'nothing chosen: 422');
	equal((await officer.get(`/plan/bulk?do=fly&r=${a.code}`)).status, 422,
		'nothing to do: 422');
	const twice = await officer.post('/plan/bulk', { do: 'label', label_: '20',
		r: `${a.code}:${version}`, reason_: 'x' });
	check(twice.text.includes('Somebody has'), 'sent again, the version refuses');
});

await section('verified', async () => {
	await server.stop();
	equal((await command('verify', '--db', db)).status, 0, 'verify is green');
});
await finish();
