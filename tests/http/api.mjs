// api.mjs -- the REST API over a real socket: every type and every step, versions and their
// conflicts, refusals, masks, files, CSV; every answer is held against the description that
// the server itself gives of it.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { command, freshDatabase, scratchFolder, startServer } from '../support/server.mjs';
import { check, equal, finish, section } from '../support/test.mjs';

const folder = await scratchFolder();
const db = await freshDatabase(folder);
const secret = path.join(folder, 'second');
await writeFile(secret, 'another long password\n', { mode: 0o600 });

async function account(login, name, role, ...more) {
	const made = await command('user', 'add', login, '--db', db, '--name', name,
		'--role', role, '--password-file', secret, ...more);
	check(made.status === 0, `an account for ${login}`, made.stderr);
}
async function token(login) {
	const made = await command('token', 'add', login, 'test', '--db', db, '--json');
	check(made.status === 0, `a token for ${login}`, made.stderr);
	return JSON.parse(made.stdout).secret;
}

await account('second', 'Sam Second', 'security-officer');
await account('reader', 'Rea Reader', 'staff');
const first = await token('officer');
const second = await token('second');
const reader = await token('reader');
const server = await startServer({ db });

async function call(method, where, { body, who = first, match, headers = {}, form } = {}) {
	const answer = await fetch(server.url + where, {
		method,
		redirect: 'manual',
		headers: {
			authorization: `Bearer ${who}`,
			...(body === undefined
				? {} : { 'content-type': 'application/json' }),
			...(match === undefined ? {} : { 'if-match': match }),
			...headers,
		},
		body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
	});
	const text = await answer.text();
	const media = answer.headers.get('content-type') ?? '';
	return { status: answer.status, headers: answer.headers, media, text,
		json: media.includes('json') ? JSON.parse(text) : null };
}

// ---- the description, and holding answers against it ----
let api = (await call('GET', '/api/openapi.json')).json;

function faults(schema, value, at = '') {
	if (schema.$ref)
		return faults(schema.$ref.slice(2).split('/').reduce((o, k) => o[k], api),
			value, at);
	if (schema.anyOf)
		return schema.anyOf.some(s => faults(s, value, at).length === 0)
			? [] : [`${at}: fits no alternative`];
	const kind = value === null ? 'null' : Array.isArray(value) ? 'array'
		: Number.isInteger(value) ? 'integer' : typeof value;
	if (schema.const !== undefined && value !== schema.const)
		return [`${at}: is not ${schema.const}`];
	if (schema.type && ![schema.type].flat().includes(kind))
		return [`${at}: is ${kind}, not ${schema.type}`];
	if (schema.enum && !schema.enum.includes(value))
		return [`${at}: ${value} is not among its choices`];
	if (kind === 'array')
		return value.flatMap((v, i) => schema.items
			? faults(schema.items, v, `${at}/${i}`) : []);
	if (kind !== 'object')
		return [];
	const found = (schema.required ?? []).filter(k => !(k in value)).map(k =>
		`${at}: no ${k}`);
	for (const [key, v] of Object.entries(value)) {
		if (schema.properties?.[key])
			found.push(...faults(schema.properties[key], v, `${at}/${key}`));
		else if (schema.additionalProperties === false)
			found.push(`${at}/${key}: is not described`);
	}
	return found;
}

function described(answer, method, template, name) {
	const operation = api.paths[template]?.[method.toLowerCase()];
	let response = operation?.responses?.[answer.status];
	if (response?.$ref)
		response = api.components.responses[response.$ref.split('/').pop()];
	const schema = response?.content?.[answer.media.split(';')[0]]?.schema;
	const wrong = schema ? faults(schema, answer.json) : ['not described'];
	if (wrong.length > 0)
		check(false,
			`${name}: ${method} ${template} ${answer.status} is as described`,
			wrong.slice(0, 5), answer.text.slice(0, 500));
	return wrong.length === 0;
}

// ---- making any record: what is empty is filled until it is taken ----
const schemaOf = type => api.components.schemas[type.split('_')
	.map(w => w[0].toUpperCase() + w.slice(1))
	.join('') + 'Write'].properties.fields.properties;
let counter = 0, ranks = 0;
const made = {};

async function fill(type, name) {
	const field = schemaOf(type)[name];
	if (!field)
		return undefined;
	if (field.enum)
		return field.enum[0];
	if (field['x-target'] || field.items || field.anyOf?.[0].$ref?.endsWith('/Link')) {
		const target = field['x-target'] ?? 'plan';
		const one = target === type || !made[target]
			? await create(target) : made[target];
		return field.type === 'array' ? [one.id] : one.id;
	}
	if (field.anyOf)
		return { en: `Text ${++counter}`, fr: `Texte ${counter}` };
	if ([field.type].flat().includes('integer'))
		return (field.minimum ?? 0) + 1;
	if ([field.type].flat().includes('boolean'))
		return true;
	if (field.format === 'date')
		return '2026-01-15';
	if (field.format === 'date-time')
		return '2026-01-15T10:00:00Z';
	if (name === 'email')
		return `someone${++counter}@example.org`;
	if (name === 'record_type')
		return 'plan';
	if (name === 'rights')
		return 'plan.read';
	if (name === 'key')
		return `key_${++counter}`;
	if (type === 'role' && name === 'name')
		return `role-${++counter}`;
	return `Words ${++counter}`;
}

async function fillEmpty(type, answer, fields) {
	let added = false;
	for (const error of answer.json?.errors ?? []) {
		const name = error.pointer.match(/^\/fields\/(\w+)$/)?.[1];
		if (!name || name in fields)
			continue;
		const value = await fill(type, name);
		if (value !== undefined) {
			fields[name] = value;
			added = true;
		}
	}
	return added;
}

async function create(type, who = first) {
	const fields = type === 'classification' ? { rank: 50 + ++ranks } : {};
	if (type === 'evidence')
		fields.note = 'seen';
	for (let tries = 0; tries < 8; tries++) {
		const answer = await call('POST', `/api/v1/${type}`,
			{ body: { fields }, who });
		if (answer.status === 201) {
			described(answer, 'POST', `/api/v1/${type}`, type);
			made[type] ??= answer.json;
			if (type === 'local_field')     // another type has a new field
				api = (await call('GET', '/api/openapi.json')).json;
			return answer.json;
		}
		if (!described(answer, 'POST', `/api/v1/${type}`, type) ||
		    !await fillEmpty(type, answer, fields))
			throw new Error(`${type} is not made: ${answer.text}`);
	}
	throw new Error(`${type} is never complete`);
}

const everyType = (await call('GET', '/api/v1')).json.types.map(t => t.name);
check(everyType.length >= 24, 'the types are listed', everyType);
// The lines of a certificate are written by the program alone, and so is what somebody
// answered to a quiz, or confirmed by a link.
const byTheProgram = ['disposal_item', 'quiz_attempt', 'acknowledgement'];
const types = everyType.filter(t => !byTheProgram.includes(t));
for (const type of byTheProgram)
	equal((await call('POST', `/api/v1/${type}`, { body: { fields: {} } })).status, 422,
		`nobody writes a ${type} by hand`);

await section('every type', async () => {
	for (const type of types) {
		const one = `/api/v1/${type}/{id}`;
		const record = await create(type);
		const read = await call('GET', `/api/v1/${type}/${record.code}`);
		equal(read.status, 200, `${type}: read by its code`);
		described(read, 'GET', one, type);
		equal(read.headers.get('etag'), `"${read.json.version}"`,
			`${type}: ETag is the version`);
		const list = await call('GET', `/api/v1/${type}?count=yes&limit=1`);
		described(list, 'GET', `/api/v1/${type}`, type);
		check(list.json.total >= 1 && list.json.items.length === 1,
			`${type}: listed and counted`);
		const parts = ['history', 'approvals', 'comments', 'evidence', 'links'];
		for (const part of parts) {
			const answer = await call('GET',
				`/api/v1/${type}/${record.id}/${part}`);
			check(answer.status === 200 &&
				described(answer, 'GET', `${one}/${part}`, type),
				`${type}: ${part}`);
		}
		const csv = await call('GET', `/api/v1/${type}/csv`);
		check(csv.status === 200 && csv.media.startsWith('text/csv') &&
			csv.text.includes(record.code), `${type}: CSV`);
		const gone = await call('DELETE', `/api/v1/${type}/${record.id}`,
			{ match: read.headers.get('etag'), body: { reason: 'a test' } });
		if (!api.paths[one].delete) {
			equal(gone.status, 409, `${type}: is never withdrawn`);
			continue;
		}
		check(gone.status === 200 && gone.json.withdrawn_at, `${type}: withdrawn`,
			gone.text);
		const restore = `/api/v1/${type}/${record.id}/restore`;
		equal((await call('POST', restore, { body: { reason: 'a test' } })).status,
			428, `${type}: restored only by who saw it`);
		const back = await call('POST', restore,
			{ match: gone.headers.get('etag'), body: { reason: 'a test' } });
		check(back.status === 200 && !back.json.withdrawn_at, `${type}: restored`,
			back.text);
		described(back, 'POST', `${one}/restore`, type);
	}
});

// ---- every step is taken, or refused for a reason of the trade ----
async function takeStep(type, record, step) {
	const where = `/api/v1/${type}/${record.id}/steps/${step}`;
	const template = `/api/v1/${type}/{id}/steps/${step}`;
	const fields = {};
	let told;
	for (let tries = 0; tries < 10; tries++) {
		const who = tries % 2 ? second : first;
		const answer = await call('POST', where,
			{ match: '*', who, body: { fields, reason: 'a test' } });
		if (!described(answer, 'POST', template, type))
			return null;
		if (answer.status === 200)
			return answer.json;
		if (answer.status === 422)
			await fillEmpty(type, answer, fields);
		if (answer.status !== 404)      // what is private the second does not see
			told = answer.json;
	}
	return told;
}

await section('every step', async () => {
	for (const type of types) {
		const steps = Object.keys(api.paths).map(p =>
			p.match(new RegExp(`^/api/v1/${type}/\\{id\\}/steps/(\\w+)$`))?.[1])
			.filter(Boolean);
		for (const step of steps) {
			const after = await takeStep(type, await create(type), step);
			check(after && (after.version > 1 || after.errors?.length > 0),
				`${type}: ${step} is taken or refused with reasons`,
				after ?? '');
		}
	}
});

await section('a way through with files and two people', async () => {
	const document = (await call('POST', '/api/v1/document', { body: { fields: {
		title: { en: 'Plan', fr: 'Plan' }, kind: 'plan' } } })).json;
	const form = new FormData();
	form.set('record', JSON.stringify({ fields: { title: 'Plan 1',
		document: document.code, version_number: '1' } }));
	form.set('file', new Blob(['Call the desk.'], { type: 'text/plain' }), 'plan.txt');
	const version = await call('POST', '/api/v1/document_version/with-files', { form });
	equal(version.status, 201, 'a version is made with its file');
	equal(version.json.fields.file?.bytes, 14, 'the file is on record');
	const where = version.headers.get('location');
	const submitted = await call('POST', `${where}/steps/submit`, { match: '"1"' });
	equal(submitted.json.state, 'submitted', 'submitted');
	const own = await call('POST', `${where}/steps/approve`,
		{ match: submitted.headers.get('etag') });
	equal(own.status, 403, 'nobody approves their own words');
	check(own.json.errors[0].message.includes('whoever wrote this'), 'and is told why',
		own.text);
	const french = await call('POST', `${where}/steps/approve`,
		{ match: submitted.headers.get('etag'),
			headers: { 'accept-language': 'fr-CA' } });
	check(french.json.errors[0].message !== own.json.errors[0].message,
		'in French as well', french.text);
	const approved = await call('POST', `${where}/steps/approve`,
		{ match: submitted.headers.get('etag'), who: second });
	equal(approved.json.state, 'approved', 'another one approves');
	const approvals = await call('GET', `${where}/approvals`);
	check(approvals.json.items[0].in_force &&
		approvals.json.items[0].sha256.length === 64, 'the approval binds a hash');
	const file = await call('GET', `${where}/files/file`);
	equal(file.text, 'Call the desk.', 'the file comes back');
	check(file.headers.get('content-disposition').startsWith('attachment'),
		'as an attachment');
	const other = new FormData();
	other.set('file', new Blob(['Call somebody else.']), 'plan-b.txt');
	const changed = await call('POST', `${where}/files/file`,
		{ match: approved.headers.get('etag'), form: other });
	equal(changed.json.state, 'draft', 'another file voids the approval');
});

await section('versions', async () => {
	const plan = await create('plan');
	const where = `/api/v1/plan/${plan.id}`;
	const body = { fields: { distribution: 'all' } };
	equal((await call('PATCH', where, { body })).status, 428, 'no If-Match: 428');
	const first_change = await call('PATCH', where, { body, match: '"1"' });
	equal(first_change.status, 200, 'the version that was seen: 200');
	const late = await call('PATCH', where,
		{ body: { fields: { distribution: 'nobody' } }, match: '"1"',
			who: second });
	equal(late.status, 412, 'an old version: 412');
	check(late.json.changes?.[0]?.fields?.some(f => f.name === 'distribution') &&
		late.json.changes[0].by.length > 0, 'and who changed what since',
		late.text);
	equal((await call('PATCH', where, { body, match: '1' })).status, 412,
		'no ETag at all: 412');
	const bilingual = await call('PATCH', where,
		{ body: { fields: { title: { fr: 'Nouveau' } } },
			match: late.headers.get('etag') });
	check(bilingual.json.fields.title.en.length > 0 &&
		bilingual.json.fields.title.fr === 'Nouveau',
		'the other language stays', bilingual.text);
});

await section('refusals', async () => {
	const wrong = { kind: 'no such', lead: 'PER-9999', nonsense: 1 };
	const bad = await call('POST', '/api/v1/plan',
		{ body: { fields: wrong, colour: 'red' } });
	equal(bad.status, 422, 'all reasons at once: 422');
	const pointers = bad.json.errors.map(e => e.pointer || e.where);
	check(['/fields/kind', '/fields/lead', '/fields/nonsense', '/colour'].every(p =>
		pointers.includes(p)), 'each with its pointer', pointers);
	const broken = await fetch(`${server.url}/api/v1/plan`, {
		method: 'POST',
		body: '{"a":',
		headers: {
			authorization: `Bearer ${first}`,
			'content-type': 'application/json',
		},
	});
	equal(broken.status, 400, 'broken JSON: 400');
	equal((await call('GET', '/api/v1/nothing')).status, 404, 'no such type: 404');
	equal((await call('GET', '/api/v1/plan/PLN-9999')).status, 404,
		'no such record: 404');
	equal((await call('GET', '/api/v1/plan', { who: 'wdr_nobody' })).status, 401,
		'no token: 401');
	equal((await call('GET', '/api/v1/plan?colour=red')).status, 422,
		'no such filter: 422');
	const plan = { title: 'x', kind: 'incident_response' };
	equal((await call('POST', '/api/v1/plan',
		{ who: reader, body: { fields: plan } })).status, 403, 'no right: 403');
});

await section('what one may not see', async () => {
	const title = 'Zanzibar plan';
	const hidden = (await call('POST', '/api/v1/plan', { body: { label: 30, fields: {
		title, kind: 'incident_response' } } })).json;
	const open = { title: 'Open exercise', kind: 'tabletop', plans: [hidden.code] };
	const evidence = (await call('POST', '/api/v1/exercise',
		{ body: { label: 0, fields: open } })).json;
	equal((await call('GET', `/api/v1/plan/${hidden.code}`, { who: reader })).status,
		404, 'it is not there');
	const seen = await call('GET', `/api/v1/exercise/${evidence.code}`,
		{ who: reader });
	equal(seen.json.fields.plans, [{ masked: true }], 'a link to it is masked');
	const found = await call('GET', '/api/v1/search?words=Zanzibar', { who: reader });
	equal(found.json.items, [], 'nor found by its words');
	check((await call('GET', '/api/v1/search?words=Zanzibar')).json.items.length === 1,
		'who may see it finds it');
	const all = await call('GET', '/api/v1/plan?count=yes&limit=200', { who: reader });
	equal(all.json.total, all.json.items.length, 'and it is not counted');
	const csv = await call('GET', '/api/v1/exercise/csv', { who: reader });
	check(csv.text.includes('***') && !csv.text.includes(hidden.code),
		'masked in CSV as well');
	const linked = await call('GET', `/api/v1/plan/${hidden.code}/links`,
		{ who: reader });
	equal(linked.status, 404, 'nor asked what links to it');
});

await section('a plan is checked', async () => {
	const document = (await call('POST', '/api/v1/document', { body: { fields: {
		title: 'Checked plan', kind: 'plan' } } })).json;
	const form = new FormData();
	form.set('record', JSON.stringify({ fields: { title: 'Checked 1',
		document: document.id, version_number: '1' } }));
	const words = '# Data backup\n\nAll databases are backed up every night to a ' +
		'second site; a full restore is tested each quarter.\n';
	form.set('file', new Blob([words], { type: 'text/markdown' }), 'plan.md');
	const version = await call('POST', '/api/v1/document_version/with-files', { form });
	const plan = (await call('POST', '/api/v1/plan',
		{ body: { fields: { title: 'Checked plan', kind: 'incident_response',
			pack: 'ma-is009', document: document.id } } })).json;
	equal((await call('POST', `/api/v1/plan/${plan.id}/check`, { body: {} })).status,
		422, 'a check needs a text');
	const checked = await call('POST', `/api/v1/plan/${plan.id}/check`,
		{ body: { version: version.json.code } });
	equal(checked.status, 201, 'a check is started');
	described(checked, 'POST', '/api/v1/plan/{id}/check', 'check');
	const where = `/api/v1/plan_check/${checked.json.id}`;
	const before = await call('GET', `${where}/judgement`);
	equal(before.status, 200, 'it is judged at any time');
	equal((await call('POST', `${where}/finding`, { body: {} })).status, 409,
		'no finding while parts are open');
	const element = before.json.elements?.map(e => e.id) ?? [];
	for (const id of element) {
		const parts = before.json.elements.find(e => e.id === id).parts;
		for (const part of parts) {
			const said = await call('POST', `${where}/answers`,
				{ body: { element: id, part: part.id, answer: 'reject' } });
			if (said.status !== 200)
				check(false, `${id} ${part.id} is answered`, said.text);
		}
	}
	const finding = await call('POST', `${where}/finding`, { body: {} });
	equal(finding.status, 201, 'the finding is written');
	described(finding, 'POST', '/api/v1/plan_check/{id}/finding', 'finding');
	check(finding.json.fields.gaps.en.split('\n').length === 5 ||
		finding.json.fields.gaps.en.length > 0, 'with its gaps',
		finding.json.fields.gaps);
	const text = `/api/v1/document_version/${version.json.id}`;
	const erased = await call('POST', `${text}/erase`,
		{ body: { reason: 'it named somebody' }, match: '*' });
	equal(erased.status, 200, 'its text is erased');
	const husk = await call('GET', where);
	equal(husk.json.fields.sha256, null, 'and the check that kept it as it was read');
	equal((await call('GET', `${where}/judgement`)).status, 404,
		'so it judges nothing');
	const elements = await call('GET',
		`/api/v1/plan_element?plan_check=${checked.json.id}&limit=100`);
	equal(elements.json.items.length, 0, 'nor do its elements quote it');
});

await section('pages of a list', async () => {
	const seen = new Set();
	let where = '/api/v1/plan?limit=2&sort=created&count=yes';
	let total = 0;
	for (let pages = 0; where && pages < 50; pages++) {
		const page = await call('GET', where);
		total = page.json.total;
		page.json.items.forEach(item => seen.add(item.id));
		where = page.json.next;
		if (where)
			check(page.headers.get('link') === `<${where}>; rel="next"`,
				'Link leads on');
	}
	equal(seen.size, total, 'every record once');
	const csv = await call('GET', '/api/v1/plan/csv?title=Zanzibar');
	equal(csv.text.trim().split('\r\n').length, 2, 'CSV of exactly what is filtered');
	const comment = await call('POST', `/api/v1/plan/PLN-0001/comments`,
		{ body: { text: 'Hello' } });
	equal(comment.status, 201, 'a comment');
	check((await call('GET', '/api/v1/plan/PLN-0001/comments')).json.items.some(c =>
		c.id === comment.json.id), 'stands at its record');
});

await section('a unit and what is below it', async () => {
	const top = await call('GET', '/api/v1/organisation?sort=created');
	const units = [top.json.items[0].id];
	for (const level of [1, 2, 3]) {
		const made = await call('POST', '/api/v1/organisation', { body: {
			unit: units[0], fields: { title: { en: `Level ${level}` },
				kind: 'branch', parent: units[level - 1] } } });
		equal(made.status, 201, `a unit on level ${level}`);
		units.push(made.json.id);
		const fields = { title: { en: 'Below' }, kind: 'incident_response' };
		const plan = await call('POST', '/api/v1/plan',
			{ body: { unit: made.json.id, fields } });
		equal(plan.status, 201, 'a plan of it', plan.text);
	}
	const count = async filter => (await call('GET',
		`/api/v1/plan?title=Below&count=yes&${filter}`)).json.total;
	equal(await count(`unit=${units[1]}`), 1, 'of one unit');
	equal(await count(`unit.below=${units[1]}`), 3, 'of it and all below');
	equal(await count(`unit.below=${units[3]}`), 1, 'of the lowest');
	equal((await call('GET', '/api/v1/plan?owner.below=PER-0001')).status, 422,
		'only units lie below each other');
});

await section('what no handler answers', async () => {
	const problem = async (what, answer, status, kind) => {
		equal(answer.status, status, what);
		equal(answer.media, 'application/problem+json', `${what}: for programs`);
		equal(answer.json?.type, `/api#problem-${kind}`, `${what}: its name`);
	};
	await problem('an unknown address', await call('GET', '/api/v1/plan/PLN-0001/no'),
		404, 'no-such-address');
	await problem('another method', await call('PUT', '/api/v1/plan/PLN-0001'),
		405, 'no-such-method');
	await problem('a body of another kind', await call('POST', '/api/v1/plan',
		{ body: {}, headers: { 'content-type': 'text/plain' } }),
		415, 'media-type');
	await problem('a place of no list', await call('GET', '/api/v1/plan?after=zz'),
		400, 'unreadable');
	const page = await fetch(`${server.url}/nothing/here/at/all`);
	check((await page.text()).includes('<!doctype html>'), 'people get a page');
});

await finish();
