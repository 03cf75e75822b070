// keeping.mjs -- records whose time is over, over REST: handed over, destroyed, held.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { keeper } from '../support/keeper.mjs';
import { command, onPostgres, password } from '../support/server.mjs';
import { check, equal, finish, section } from '../support/test.mjs';
import { visitor } from '../support/visitor.mjs';

const k = await keeper();
const { folder, db, rai, vera, staff, unit, call, read, list, made, step, took, until,
	ruleSays, exercise, approved } = k;

const lineOf = async record => (await list('disposal_item')).find(i =>
	i.fields.code_of_record === record.code);

const hashOf = bytes => createHash('sha256').update(bytes).digest('hex');

async function unpacked(bytes) {
	const to = path.join(folder, `unpacked-${hashOf(bytes)}`);
	await mkdir(to, { recursive: true });
	execFileSync('tar', ['-xf', '-', '-C', to], { input: bytes });
	return to;
}

async function anyFileSays(words) {
	const files = await readdir(`${db}.files`,
		{ recursive: true, withFileTypes: true });
	const all = await Promise.all(files.filter(f => f.isFile()).map(f =>
		readFile(path.join(f.parentPath ?? f.path, f.name))));
	return all.some(bytes => bytes.includes(words));
}

await section('handed over to the archives', async () => {
	await ruleSays({ years: 0, afterwards: 'archive', own_target: true });
	const e = await exercise('Harbour drill', { label: 10 });
	const form = new FormData();
	form.set('record', JSON.stringify({ fields: { title: { en: 'Notes' },
		about: [e.id] } }));
	form.set('file', new Blob(['what was seen'], { type: 'text/plain' }),
		'seen.txt');
	const shown = await call(rai, 'POST', '/evidence/with-files', form);
	check(shown.status === 201, 'evidence', shown.text);
	const said = await call(rai, 'POST', `/exercise/${e.id}/comments`,
		{ text: 'Windy' });
	equal(said.status, 201, 'a comment');
	const d = await approved([e]);
	let line = await lineOf(e);
	equal(line.fields.afterwards, 'archive', 'goes to the archives');
	await until('the export is made', async () =>
		(line = await lineOf(e)).state === 'exported');
	equal((await read('exercise', e.id)).fields.title.en, 'Harbour drill',
		'nothing is destroyed before');

	const where = `/disposal_item/${line.id}/files/export`;
	const file = await call(vera.token, 'GET', where);
	check(file.status === 200, 'it is downloaded', file.text);
	const hash = hashOf(file.bytes);
	equal(hash, line.fields.export_sha256, 'with its hash');
	const to = await unpacked(file.bytes);
	const manifest = JSON.parse(await readFile(path.join(to, 'manifest.json')));
	equal(manifest.format, 'wardroom-records', 'says what it is');
	for (const part of manifest.parts)
		equal(hashOf(await readFile(path.join(to, part.name))), part.sha256,
			`${part.name} has its hash`);
	const record = JSON.parse(
		await readFile(path.join(to, `records/${e.code}.json`)));
	equal(record.fields.title.en, 'Harbour drill', 'the record');
	check(record.history.some(h => h.what === 'step:cancel' && h.opened.some(o =>
		o[0] === '@reason' && o[2] === 'not needed')), 'its history');
	const inIt = await readdir(path.join(to, 'records'));
	check(inIt.some(n => n.startsWith('COM-')), 'the comment that goes with it');
	check(!inIt.some(n => n.startsWith('EVD-')), 'not the evidence that stays');
	const types = JSON.parse(await readFile(path.join(to, 'types.json')));
	check(types.some(t => t.name === 'exercise') && types.length === 2,
		'the types that are in it');

	equal((await call(staff.token, 'GET', where)).status, 404, 'not for others');
	const early = await step(vera.token, 'disposal_item', line.id, 'hand_over');
	check(early.status === 422, 'not without the accession', early.text);
	const seen = await read('exercise', e.id);
	const changed = await call(rai, 'PATCH', `/exercise/${e.id}`,
		{ fields: { scenario: 'Two ships' } },
		{ 'if-match': `"${seen.version}"` });
	equal(changed.status, 200, 'changed meanwhile');
	const old = await step(vera.token, 'disposal_item', line.id, 'hand_over',
		{ reference: '2026-0012' });
	check(old.status === 422, 'what was changed is not in the export', old.text);
	await until('it is made anew', async () => {
		line = await lineOf(e);
		return line.state === 'exported' && line.fields.export_sha256 !== hash;
	});
	await took(vera.token, 'disposal_item', line.id, 'hand_over',
		{ reference: '2026-0012' });
	line = await lineOf(e);
	equal(line.state, 'destroyed', 'destroyed');
	equal(line.fields.export, null, 'and the export with it');
	equal(line.fields.parts, 1, 'and the comment');
	equal((await call(vera.token, 'GET', where)).status, 404, 'no copy is left');
	equal((await read('exercise', e.id)).fields.title, null, 'the record says nothing');
	await until('the certificate is complete', async () =>
		(await read('disposal', d.id)).state === 'done');
	if (!onPostgres)
		await until('no file holds what it said', async () =>
			!await anyFileSays('Harbour drill'));
});

const officer = await visitor(k.server, 'officer', password);

await section('what is due', async () => {
	const office = await made('organisation', { title: { en: 'Office' },
		kind: 'branch', parent: unit }, { unit });
	await ruleSays({ afterwards: 'destroy' });
	const here = await exercise('Here', { unit });
	const there = await exercise('There', { unit: office.id });
	const hidden = await exercise('Hidden', { unit: office.id, label: 30 });
	const due = async (query, token = rai) =>
		call(token, 'GET', `/due?${query}`);
	const codes = async (query, token) =>
		(await due(query, token)).json.items.map(i => i.code);

	equal(await codes(''), [here.code, there.code, hidden.code], 'all that is due');
	equal(await codes('type=agreement'), [], 'of a type');
	equal(await codes(`unit=${office.code}`), [there.code, hidden.code], 'of a unit');
	equal(await codes(`unit.below=${unit}`), [here.code, there.code, hidden.code],
		'and below');
	equal(await codes('', staff.token), [here.code, there.code],
		'what the reader may not see is not there');
	const first = (await due('limit=2')).json;
	equal([first.items.length, first.next], [2, there.code], 'a page, and its end');
	equal(await codes(`limit=2&after=${first.next}`), [hidden.code], 'and the next');
	equal((await due(`after=${hidden.code}`)).json.next, null, 'until nothing follows');
	for (const wrong of ['by=soon', 'type=treaty', 'unit=nowhere', 'limit=0', 'x=1'])
		equal((await due(wrong)).status, 422, `${wrong} is refused`);
	const one = (await due('')).json.items[0];
	equal([one.type, one.rule, one.afterwards, one.hold],
		['exercise', 'security-administration', 'destroy', undefined],
		'says the rule, and what is done');

	const page = await officer.get(`/due?type=exercise&unit.below=${office.code}`);
	check(page.text.includes(there.code) && !page.text.includes(here.code),
		'the page filters as well');
	const csv = await officer.get(`/due.csv?unit.below=${office.code}`);
	equal(csv.text.trim().split('\n').length, 3, 'and its CSV');
	equal((await officer.get('/due?unit.below=nowhere')).status, 422,
		'a filter that is not understood is refused');

	const file = path.join(folder, 'token');
	await writeFile(file, `${staff.token}\n`);
	const listed = await command('due', '--db', db, '--token-file', file, '--json',
		'--below', 'Office');
	equal(JSON.parse(listed.stdout).items.map(i => i.code), [there.code],
		'the command sees what its token may');
	equal((await command('due', '--db', db)).status, 2, 'without a token: no');
});

// The fields of a form as the page shows them.
function formOf(html) {
	const fields = {};
	const unescaped = t => t.replace(/&#39;/g, "'").replace(/&quot;/g, '"')
		.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
	const form = html.slice(html.indexOf('<form class="form"'));
	for (const [input, name, value] of form.matchAll(
		/<input[^>]*?name="([^"]+)"[^>]*?value="([^"]*)"[^>]*>/g))
		if (!input.includes('type="checkbox"') || input.includes(' checked'))
			fields[name] = unescaped(value);
	for (const [, name, inside] of form.matchAll(
		/<select[^>]*?name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
		fields[name] = inside.match(/value="([^"]*)" selected/)?.[1] ?? '';
	for (const [, name, text] of form.matchAll(
		/<textarea[^>]*?name="([^"]+)"[^>]*>(.*?)<\/textarea>/gs))
		fields[name] = unescaped(text).trim();
	return fields;
}

await section('what a changed rule touches', async () => {
	const rule = await k.rule();
	const where = `/retention_rule/${rule.code}`;
	const touches = async (query, token = rai) =>
		(await call(token, 'GET', `${where}/touches?${query}`)).json;
	const many = (await call(rai, 'GET', '/due?type=exercise')).json.items.length;

	const later = await touches('years=3');
	equal([later.becomes_due, later.due_no_more, later.done_otherwise], [0, many, 0],
		'kept longer');
	equal(later.first[0].what, 'due_no_more', 'and which');
	equal((await touches('afterwards=archive')).done_otherwise, many, 'handed over');
	equal((await touches('years=')).due_no_more, many, 'kept for ever');
	equal((await touches('')).first, [], 'nothing changes');
	equal((await touches('years=3', staff.token)).due_no_more, many - 1,
		'what the reader may not see is not counted');
	equal((await call(rai, 'GET', `${where}/touches?title=x`)).status, 422,
		'nothing else is asked');

	const form = formOf((await officer.get(`${where}/edit`)).text);
	delete form._csrf;
	const shown = await officer.post(`${where}/edit`, { ...form, years: '3' });
	equal(shown.status, 200, 'shown before it is saved');
	check(shown.text.includes(`${many} records are due no more`) &&
		shown.text.includes(later.first[0].code), 'how many, and the first');
	equal((await read('retention_rule', rule.id)).fields.years, 0,
		'nothing is saved');
	const seen = formOf(shown.text).seen_;
	const other = await officer.post(`${where}/edit`,
		{ ...form, years: '4', seen_: seen });
	check(other.status === 200 && other.text.includes('Nothing is saved yet'),
		'another change is shown again');
	const saved = await officer.post(`${where}/edit`,
		{ ...form, years: '3', seen_: seen });
	equal(saved.status, 303, 'what was shown is saved');
	equal((await read('retention_rule', rule.id)).fields.years, 3, 'as it was shown');
	equal((await call(rai, 'GET', '/due?type=exercise')).json.items, [], 'and holds');
	const renamed = formOf((await officer.get(`${where}/edit`)).text);
	delete renamed._csrf;
	equal((await officer.post(`${where}/edit`, { ...renamed, source: 'Schedule 1' }))
		.status, 303, 'what decides nothing is saved at once');
	await ruleSays({ years: 0 });
});

await section('erased', async () => {
	const held = await exercise('Personal one', { unit });
	const hold = await made('legal_hold', { title: { en: 'A claim' },
		grounds: { en: 'A claim' }, starts_on: '2020-01-01', records: [held.id] });
	const file = path.join(folder, 'officer-token');
	await writeFile(file, `${rai}\n`);
	const erase = (code, ...more) => command('erase', code, '--db', db,
		'--token-file', file, ...more);
	const where = `/exercise/${held.code}`;

	const shown = (await officer.get(`${where}/erase`)).text;
	check(shown.includes(`under the legal hold ${hold.code}`),
		'the page says the hold');
	const refusal = await officer.post(`${where}/erase`,
		{ reason_: 'asked for', confirm_: held.code });
	equal(refusal.status, 422, 'the page refuses');
	check(refusal.text.includes(`under the legal hold ${hold.code}`), 'and says why');
	const no = await erase(held.code, '--reason', 'asked for');
	check(no.status === 2 && no.stderr.includes(hold.code), 'so does the command', no);
	await took(rai, 'legal_hold', hold.id, 'release', { released_on: '2020-01-02' },
		'settled');

	const empty = await officer.post(`${where}/erase`,
		{ reason_: '', confirm_: 'EXR' });
	check(empty.status === 422 && /erasing needs a reason/i.test(empty.text) &&
		empty.text.includes('not what you typed'),
	'a reason and the code are asked for', empty.status);
	check((await officer.get(where)).text.includes('Erase for good'),
		'there is a button');
	const done = await officer.post(`${where}/erase`,
		{ reason_: 'asked for', confirm_: held.code });
	check(done.status === 303 && done.where.includes(where), 'erased', done);
	equal((await read('exercise', held.id)).fields.title, null, 'it says nothing');
	check(!(await officer.get(where)).text.includes('Erase for good'),
		'and offers it no more');

	const other = await exercise('Personal two', { unit });
	equal((await erase(other.code)).status, 2, 'the command needs a reason');
	const staffFile = path.join(folder, 'token');
	const denied = await command('erase', other.code, '--db', db, '--token-file',
		staffFile, '--reason', 'no');
	check(denied.status === 2 && denied.stderr.includes('none of your roles'),
		'and a right', denied);
	const yes = await erase(other.code, '--reason', 'asked for', '--json');
	equal(JSON.parse(yes.stdout || '{}').code, other.code, 'the command erases');
	const history = await call(rai, 'GET', `/exercise/${other.id}/history`);
	const last = history.json.items.at(-1);
	equal([last.what, last.reason], ['erase', 'asked for'], 'the history says it');
	const newest = await call(rai, 'GET', `/exercise/${other.id}/history?limit=1`);
	equal(newest.json.items, [last], 'of which one may ask for the newest');
	equal((await call(rai, 'GET', `/exercise/${other.id}/history?limit=no`)).status,
		422, 'so many as a number says');
});

const verified = await command('verify', '--db', db);
check(verified.status === 0, 'the history verifies', verified);
await finish();
