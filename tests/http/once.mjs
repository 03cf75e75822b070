// once.mjs -- Idempotency-Key: what is sent twice is done once, also across a kill.
import { command, freshDatabase, scratchFolder, startServer } from '../support/server.mjs';
import { check, equal, finish, section } from '../support/test.mjs';

const folder = await scratchFolder();
const db = await freshDatabase(folder);
const made = await command('token', 'add', 'officer', 'test', '--db', db);
const token = made.stdout.trim();
let server = await startServer({ db });

async function call(method, where, { body, key, match, form } = {}) {
	const answer = await fetch(server.url + where, {
		method,
		headers: {
			authorization: `Bearer ${token}`,
			...(body ? { 'content-type': 'application/json' } : {}),
			...(key ? { 'idempotency-key': key } : {}),
			...(match ? { 'if-match': match } : {}),
		},
		body: form ?? (body ? JSON.stringify(body) : undefined),
	});
	const text = await answer.text();
	return { status: answer.status, headers: answer.headers, text,
		json: text ? JSON.parse(text) : null };
}
const person = name => ({ fields: { name } });
async function count(words) {
	const found = await call('GET', `/api/v1/person?count=yes&words=${words}`);
	return found.json.total;
}

await section('created once', async () => {
	const first = await call('POST', '/api/v1/person',
		{ body: person('Olga Onceler'), key: '"one"' });
	const again = await call('POST', '/api/v1/person',
		{ body: person('Olga Onceler'), key: '"one"' });
	equal(first.status, 201, 'created');
	equal(again.status, 201, 'and told again that it was created');
	equal(again.text, first.text, 'in the same words');
	for (const name of ['location', 'etag'])
		equal(again.headers.get(name), first.headers.get(name), `same ${name}`);
	equal(await count('Onceler'), 1, 'and it is there once');
	const bare = await call('POST', '/api/v1/person',
		{ body: person('Olga Onceler'), key: 'one' });
	equal(bare.text, first.text, 'a key without its quotes is the same key');
});

await section('another request', async () => {
	const other = await call('POST', '/api/v1/person',
		{ body: person('Otto Other'), key: '"one"' });
	equal(other.status, 422, 'another body: 422');
	check(other.json.type.endsWith('#problem-idempotency-key-used'), 'and says why',
		other.text);
	equal((await call('POST', '/api/v1/role', { body: person('Olga Onceler'),
		key: '"one"' })).status, 422, 'another address: 422');
	equal(await count('Otto'), 0, 'nothing was made');
	equal((await call('POST', '/api/v1/person',
		{ body: person('Otto Other'), key: '"two words"' })).status, 400,
	'a key that cannot be one: 400');
});

await section('changes and steps', async () => {
	const one = await call('POST', '/api/v1/person', { body: person('Cara Change') });
	const where = `/api/v1/person/${one.json.id}`;
	const change = { body: person('Cara Changed'), key: '"c"', match: '"1"' };
	const first = await call('PATCH', where, change);
	const again = await call('PATCH', where, change);
	equal(first.status, 200, 'changed');
	equal(again.text, first.text, 'not stale the second time: the same answer');
	equal(again.headers.get('etag'), '"2"', 'and the same version');
	equal((await call('GET', where)).json.version, 2, 'changed once');
	equal((await call('PATCH', where, { ...change, match: '"2"' })).status, 422,
		'with another If-Match it is another request');
});

await section('what was refused was not done', async () => {
	const refused = await call('POST', '/api/v1/person',
		{ body: { fields: {} }, key: '"r"' });
	equal(refused.status, 422, 'refused');
	equal((await call('POST', '/api/v1/person',
		{ body: person('Rita Refused'), key: '"r"' })).status, 201,
	'so its key is free');
});

await section('at the same time', async () => {
	const all = await Promise.all(Array.from({ length: 12 }, () =>
		call('POST', '/api/v1/person', { body: person('Sina Same'), key: '"s"' })));
	const statuses = all.map(a => a.status);
	check(statuses.every(s => s === 201 || s === 409) && statuses.includes(201),
		'each is told the answer, or that it is being worked out', statuses);
	equal(await count('Sina'), 1, 'and it is there once');
});

await section('files', async () => {
	const form = text => {
		const data = new FormData();
		data.set('record', JSON.stringify({ fields: { title: { en: 'A file' } } }));
		data.set('file', new Blob([text]), 'a.txt');
		return data;
	};
	const first = await call('POST', '/api/v1/evidence/with-files',
		{ form: form('one'), key: '"f"' });
	equal(first.status, 201, 'uploaded');
	const again = await call('POST', '/api/v1/evidence/with-files',
		{ form: form('one'), key: '"f"' });
	equal(again.text, first.text, 'uploaded again: the same answer');
	const bytes = await call('GET', `/api/v1/evidence/${first.json.id}`);
	check(bytes.json.fields.file.sha256, 'and the file is there');
	equal((await call('POST', '/api/v1/evidence/with-files',
		{ form: form('two'), key: '"f"' })).status, 422, 'other bytes: 422');
});

// The core of a killed supervisor ends a moment after it.
async function startAgain() {
	for (let tries = 0; ; tries++) {
		await new Promise(resolve => setTimeout(resolve, 100));
		try {
			return await startServer({ db });
		} catch (error) {
			if (tries === 30)
				throw error;
		}
	}
}

await section('killed', async () => {
	for (let round = 0; round < 6; round++) {
		const sent = { body: person(`Kim${round} Killed`), key: `"k${round}"` };
		const lost = call('POST', '/api/v1/person', sent).catch(() => null);
		await new Promise(resolve => setTimeout(resolve, round * 3));
		await server.stop('SIGKILL');
		const told = await lost;
		server = await startAgain();
		const again = await call('POST', '/api/v1/person', sent);
		equal(again.status, 201, `round ${round}: answered after the kill`);
		if (told)
			equal(again.text, told.text, `round ${round}: as before the kill`);
		equal(await count(`Kim${round}`), 1, `round ${round}: it is there once`);
	}
});
await finish();
