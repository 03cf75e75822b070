// local_fields.mjs -- a field that the organisation adds works wherever ours do: API and
// its description, pages, lists, search, tables, history, verify.
import { command, freshDatabase, login, password, scratchFolder, startServer } from
	'../support/server.mjs';
import { check, equal, finish, section } from '../support/test.mjs';
import { visitor } from '../support/visitor.mjs';

const folder = await scratchFolder();
const db = await freshDatabase(folder);
const token = (await command('token', 'add', 'officer', 'test', '--db', db)).stdout.trim();
const server = await startServer({ db });

async function call(method, where, { body, match, headers = {}, who = token } = {}) {
	const answer = await fetch(server.url + where, {
		method,
		headers: {
			...(who ? { authorization: `Bearer ${who}` } : {}),
			...(body ? { 'content-type': 'application/json' } : {}),
			...(match ? { 'if-match': match } : {}),
			...headers,
		},
		body: body ? JSON.stringify(body) : undefined,
	});
	const text = await answer.text();
	const json = (answer.headers.get('content-type') ?? '').includes('json');
	return { status: answer.status, text, json: json ? JSON.parse(text) : null };
}

const added = {};
async function add(key, kind, more = {}) {
	const made = await call('POST', '/api/v1/local_field', { body: { fields: {
		title: { en: `Field ${key}`, fr: `Champ ${key}` }, record_type: 'agreement',
		key, kind, ...more } } });
	equal(made.status, 201, `${key} is added`);
	added[key] = made.json;
}
async function agreement(title, fields) {
	const made = await call('POST', '/api/v1/agreement', { body: { fields: {
		title: { en: title }, kind: 'mou', party: { en: 'Shared' },
		...fields } } });
	equal(made.status, 201, `${title} is made`, made.text);
	return made.json;
}
const titles = async where => (await call('GET', `/api/v1/agreement?${where}`)).json.items
	?.map(r => r.fields.title.en).join(' ');

await section('added', async () => {
	await add('cost', 'line', { listed: true, help: { en: 'As the ledger has it.' } });
	await add('notes', 'text');
	await add('seats', 'number');
	await add('renewed', 'date');
	await add('shared', 'flag');
	await add('tier', 'choice', { options: 'low: Low | Faible\nhigh: High | Élevé' });
	await add('contact', 'link', { target: 'person' });
});

await section('described', async () => {
	const mine = (await call('GET', '/api/openapi.json')).json.components.schemas;
	const fields = mine.AgreementWrite.properties.fields.properties;
	check(fields.local_cost && fields.local_tier.enum.includes('high'),
		'the description has them', Object.keys(fields));
	const ours = (await call('GET', '/api/openapi.json', { who: null })).json;
	check(!ours.components.schemas.Agreement.properties.fields.properties.local_cost,
		'that of nobody in particular has not');
	for (const [language, label] of [['fr', 'Champ tier'], ['en', 'Field tier']]) {
		const said = await call('POST', '/api/v1/agreement', {
			headers: { 'accept-language': language },
			body: { fields: { title: { en: 'Odd' }, kind: 'mou',
				party: { en: 'Shared' }, local_tier: 'middle' } } });
		equal(said.json.errors?.[0]?.label, label,
			`a refusal names it in the language asked for: ${language}`);
	}
});

let alpha;
await section('written and listed', async () => {
	const person = (await call('GET', '/api/v1/person')).json.items[0];
	alpha = await agreement('Alpha', { local_cost: 'Zebra-9', local_notes: 'quince jam',
		local_seats: 3, local_renewed: '2026-02-01', local_shared: true,
		local_tier: 'high', local_contact: person.code });
	await agreement('Beta', { local_cost: 'apple', local_seats: 20,
		local_renewed: '2026-05-01', local_shared: false, local_tier: 'low' });
	await agreement('Gamma', {});
	equal(alpha.fields.local_contact.code, person.code, 'a link is a link');
	const asked = {
		'local_cost=zebra': 'Alpha',
		'local_cost.empty=yes': 'Gamma',
		'local_notes.contains=quince': 'Alpha',
		'local_seats.after=5': 'Beta',
		'local_seats=3': 'Alpha',
		'local_renewed.before=2026-04-01': 'Alpha',
		'local_shared=yes': 'Alpha',
		'local_shared.empty=yes': 'Gamma',
		'local_tier=low': 'Beta',
		[`local_contact=${person.code}`]: 'Alpha',
		'local_contact.empty=no': 'Alpha',
		'sort=local_cost': 'Gamma Beta Alpha',
		'sort=-local_seats': 'Beta Alpha Gamma',
		'sort=local_renewed': 'Gamma Alpha Beta',
		'sort=local_shared': 'Gamma Beta Alpha',
		'words=quince': 'Alpha',
	};
	for (const [where, found] of Object.entries(asked))
		equal(await titles(where), found, where);
	const first = (await call('GET', '/api/v1/agreement?sort=local_cost&limit=1')).json;
	const second = (await call('GET', first.next)).json;
	equal(second.items[0].fields.title.en, 'Beta', 'and leafed through');
	const found = await call('GET', '/api/v1/search?words=quince');
	check(found.text.includes(alpha.code), 'found by a word in one');
});

await section('refused together', async () => {
	const bad = await call('POST', '/api/v1/agreement', { body: { fields: {
		title: { en: 'Bad' }, local_seats: 'many', local_tier: 'middling',
		local_renewed: 'soon', local_none: 1 } } });
	equal(bad.status, 422, 'refused');
	const where = bad.json.errors.map(e => e.pointer || e.where).sort();
	for (const name of ['local_seats', 'local_tier', 'local_renewed', 'local_none',
		'party'])
		check(where.includes(`/fields/${name}`), `${name} is named`, where);
});

await section('tables and history', async () => {
	const csv = (await call('GET', '/api/v1/agreement/csv')).text.split('\r\n');
	check(csv[0].includes(',local_cost,local_notes,'), 'CSV has their columns', csv[0]);
	check(csv.some(l => l.includes('Zebra-9,quince jam,3,2026-02-01,yes,high,')),
		'and their values', csv);
	const changed = await call('PATCH', `/api/v1/agreement/${alpha.id}`, { match: '*',
		body: { fields: { local_cost: 'Zebra-10', local_tier: 'low' } } });
	equal(changed.status, 200, 'changed');
	const history = await call('GET', `/api/v1/agreement/${alpha.id}/history`);
	const last = Object.fromEntries(history.json.items.at(-1).fields.map(f =>
		[f.name, f]));
	equal(last.local_cost?.before, 'Zebra-9', 'history says what it was');
	equal(last.local_tier?.after, 'Low', 'and what it is, in words');
	equal(await titles('local_cost=zebra-10'), 'Alpha', 'the list follows');
});

await section('pages', async () => {
	const officer = await visitor(server, login, password);
	const page = async where => (await officer.get(where)).text;
	const list = await page('/agreement');
	check(list.includes('Field cost') && list.includes('Zebra-10'),
		'a column of the list');
	const record = await page(`/agreement/${alpha.code}`);
	check(record.includes('Field seats') && record.includes('quince jam'),
		'shown on the record');
	const form = await page(`/agreement/${alpha.code}/edit`);
	check(form.includes('name="local_tier"') && form.includes('As the ledger has it.'),
		'in the form, with its explanation');
	check((await page('/api')).includes('local_cost'), 'on the page for programs');
	check((await page('/help')).includes('Fields of the organisation'),
		'its type is explained');
	await officer.get('/language/fr?back=/');
	check((await page(`/agreement/${alpha.code}`)).includes('Champ seats'),
		'named in French');
});

await section('retired', async () => {
	const retired = await call('POST',
		`/api/v1/local_field/${added.cost.id}/steps/retire`,
		{ match: '*', body: { reason: 'one ledger now' } });
	equal(retired.status, 200, 'retired');
	const record = (await call('GET', `/api/v1/agreement/${alpha.id}`)).json;
	equal(record.fields.local_cost, 'Zebra-10', 'what was written stays');
	equal((await call('PATCH', `/api/v1/agreement/${alpha.id}`, { match: '*',
		body: { fields: { local_cost: 'new' } } })).status, 422,
	'nothing new is taken');
	const history = await call('GET', `/api/v1/agreement/${alpha.id}/history`);
	check(history.text.includes('Zebra-9'), 'its history is readable');
	const { schemas } = (await call('GET', '/api/openapi.json')).json.components;
	check(!schemas.AgreementWrite.properties.fields.properties.local_cost,
		'the description asks for it no more');
	const why = await call('GET', `/api/v1/local_field/${added.cost.id}/history`);
	check(why.text.includes('one ledger now'), 'who retired it and why is kept');
	equal((await call('DELETE', `/api/v1/local_field/${added.seats.id}`,
		{ match: '*' })).status, 409, 'a definition is not withdrawn');
});

await section('verified', async () => {
	await server.stop();
	const verified = await command('verify', '--db', db);
	equal(verified.status, 0, 'verify finds everything as its history says', verified);
});
await finish();
