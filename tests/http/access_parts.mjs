// access_parts.mjs -- a record is closed off, relabelled, moved: what hangs on it follows
// at once.  Whoever may not see the record any more finds its comment, evidence and file by
// no way; whoever still may, finds them all.  Nobody reads what hangs on a kind of record
// that they may not read, unless that record is theirs.  The rules are written by hand.
import { ministry } from '../support/ministry.mjs';
import { command, startServer } from '../support/server.mjs';
import { check, equal, finish, section } from '../support/test.mjs';

const server = await startServer();
const { units, persons, tokens, officer, call, made, madeWithFile, all } =
	await ministry(server);
const WORD = 'Zqhiddenx';

const plan = await made('plan', { unit: units.a, label: 0,
	fields: { title: { en: 'Plan that is closed off' }, kind: 'incident_response' } });
const other = await made('plan', { unit: units.a, label: 0,
	fields: { title: { en: 'Plan that stays open' }, kind: 'incident_response' } });
// Written by the system owner: whoever wrote a comment is no exception.
const said = await call(tokens['system-owner'], 'POST', `/plan/${plan.id}/comments`,
	{ text: `${WORD} said` });
equal(said.status, 201, 'somebody comments');
const comment = said.json;
const evidence = await madeWithFile('evidence', { fields: {
	title: { en: `${WORD} shown` }, about: [plan.id, other.id] } }, 'seen.txt', WORD);
const answer = await made('comment', { fields: { text: `${WORD} about evidence`,
	about: evidence.id } });
const part = await made('plan_element', { fields: { title: { en: `${WORD} part` },
	plan: plan.id, element: '1' } });
const parts = [['comment', comment], ['evidence', evidence], ['comment', answer],
	['plan_element', part]];

// Every way to find one of them; those that found it.
async function waysTo(secret, type, record) {
	const ways = [];
	const finds = (way, yes) => { if (yes) ways.push(way); };
	const get = where => call(secret, 'GET', where);

	for (const where of ['', '/history', '/approvals', '/links', '/comments'])
		finds(`page${where}`,
			(await get(`/${type}/${record.id}${where}`)).status === 200);
	const list = (await get(`/${type}?limit=100&count=yes`)).json;
	finds('list', list?.items?.some(r => r.id === record.id));
	finds('CSV', (await get(`/${type}/csv`)).text.includes(record.code));
	finds('search', (await get(`/search?words=${WORD}`)).text.includes(record.id));
	for (const about of [plan, other]) {
		finds(`links of ${about.code}`,
			(await get(`/plan/${about.id}/links`)).text.includes(record.id));
		finds(`comments of ${about.code}`,
			(await get(`/plan/${about.id}/comments`)).text.includes(record.id));
		finds(`evidence of ${about.code}`,
			(await get(`/plan/${about.id}/evidence`)).text.includes(record.id));
	}
	if (type === 'evidence')
		finds('file',
			(await get(`/evidence/${record.id}/files/file`)).status === 200);
	return ways;
}

const counted = async (secret, type) =>
	(await call(secret, 'GET', `/${type}?count=yes`)).json.total;

async function change(what) {
	const now = (await call(officer, 'GET', `/plan/${plan.id}`)).json;
	const changed = await call(officer, 'PATCH', `/plan/${plan.id}`, what,
		{ 'if-match': `"${now.version}"` });
	equal(changed.status, 200, JSON.stringify(what));
}

// Staff read comments and plans, no evidence and no actions.
const action = await made('corrective_action', { unit: units.a, label: 0,
	fields: { title: { en: 'Action of somebody' } } });
const onAction = await made('comment', { fields: { text: `${WORD} about an action`,
	about: action.id } });
const theirs = await made('corrective_action', { unit: units.a, label: 0,
	owner: persons.staff.id, fields: { title: { en: 'Action of theirs' } } });
const onTheirs = await made('comment', { fields: { text: `${WORD} about one of theirs`,
	about: theirs.id } });

await section('what hangs on a kind of record that one may not read', async () => {
	const page = await call(tokens.staff, 'GET', `/corrective_action/${action.id}`);
	equal(page.status, 404, 'staff may not read the action');
	for (const [kind, record] of [['action', onAction], ['evidence', answer]])
		equal(await waysTo(tokens.staff, 'comment', record), [],
			`nor what is said about it: ${kind}`);
	const own = await waysTo(tokens.staff, 'comment', onTheirs);
	check(own.includes('page') && own.includes('list') && own.includes('search'),
		'but what is said about an action of their own', own);
	equal(await counted(tokens.staff, 'comment'), 2, 'counts say no more');
	equal((await call(tokens.staff, 'GET', '/comment?limit=1&count=yes')).json.total, 2,
		'nor does a page of one');
	const shared = await made('evidence', { fields: { title: { en: `${WORD} of both` },
		note: 'Seen.', about: [plan.id, action.id] } });
	const said = await made('comment', { fields: { text: `${WORD} of both`,
		about: shared.id } });
	equal(await waysTo(tokens.staff, 'comment', said), [],
		'also two steps away');
	const seen = await waysTo(tokens['system-owner'], 'comment', onAction);
	check(seen.includes('page') && seen.includes('list') && seen.includes('search'),
		'whoever reads actions reads it', seen);
	for (const record of [said, onTheirs, onAction])
		equal((await call(officer, 'DELETE', `/comment/${record.id}`, null,
			{ 'if-match': `"${record.version}"` })).status, 200, 'put away');
	await call(officer, 'DELETE', `/evidence/${shared.id}`, null,
		{ 'if-match': `"${shared.version}"` });
});

await section('a right for a part of the organisation, comments everywhere', async () => {
	const label = (await all('classification')).find(c => c.fields.rank === 10).id;
	const role = await made('role', { fields: { name: 'listener', duties: { en: 'x' },
		title: { en: 'Listener' }, rights: 'comment.read.everywhere\nplan.read',
		clearance: label } });
	await made('role_assignment', { unit: units.office, fields: {
		title: { en: 'Listener' }, role: role.id, person: persons.nobody.id,
		starts_on: '2020-01-01' } });
	const here = await made('plan', { unit: units.office, label: 0, fields: {
		title: { en: 'Of the office' }, kind: 'incident_response' } });
	const heard = await made('comment', { fields: { text: `${WORD} heard`,
		about: here.id } });
	const ways = await waysTo(tokens.nobody, 'comment', heard);
	check(ways.includes('page') && ways.includes('list') && ways.includes('search'),
		'what is said in their part is heard', ways);
	equal(await waysTo(tokens.nobody, 'comment', comment), [],
		'what is said about a plan elsewhere is not');
	equal(await counted(tokens.nobody, 'comment'), 1, 'nor is it counted');
	equal((await call(officer, 'DELETE', `/comment/${heard.id}`, null,
		{ 'if-match': `"${heard.version}"` })).status, 200, 'put away');
});

const before = {};
for (const role of ['system-owner', 'staff'])
	before[role] = { comment: await counted(tokens[role], 'comment') };
const ways = [];
for (const [type, record] of parts)
	ways.push(await waysTo(tokens['system-owner'], type, record));
check(ways.every(w => w.includes('page') && w.includes('list') && w.includes('search')),
	'before, the system owner finds each', ways);

async function hidden(role, why) {
	for (const [type, record] of parts)
		equal(await waysTo(tokens[role], type, record), [],
			`${role}: ${type}, ${why}`);
	// Staff never saw the one about evidence.
	equal(await counted(tokens[role], 'comment'),
		before[role].comment - (role === 'staff' ? 1 : 2),
		`${role}: counts, ${why}`);
	const still = await waysTo(officer, 'evidence', evidence);
	check(still.includes('file'), `the officer still sees it, ${why}`, still);
}

async function found(role, why) {
	for (const [i, [type, record]] of parts.entries())
		if (role === 'system-owner')
			equal(await waysTo(tokens[role], type, record), ways[i],
				`${role}: ${type}, ${why}`);
	equal(await counted(tokens[role], 'comment'), before[role].comment,
		`${role}: counts, ${why}`);
}

await section('classified higher, and lower again', async () => {
	await change({ label: 30 });
	await hidden('system-owner', 'Protected C');
	await hidden('staff', 'Protected C');
	await change({ label: 10 });
	await found('system-owner', 'Protected A');
	await change({ label: 0 });
});

await section('for a few only, and for everybody again', async () => {
	await change({ need_to_know: [persons['security-officer'].id] });
	const reads = await waysTo(tokens['security-officer'], 'evidence', evidence);
	check(reads.includes('file'), 'who needs to know sees it', reads);
	for (const role of ['system-owner', 'staff'])
		for (const [type, record] of parts)
			equal(await waysTo(tokens[role], type, record), [],
				`${role}: ${type}, need to know`);
	await change({ need_to_know: [] });
	await found('system-owner', 'open again');
});

await section('moved to another part of the organisation', async () => {
	await change({ unit: units.b });
	await hidden('system-owner', 'branch B');
	await change({ unit: units.a });
	await found('system-owner', 'back in branch A');
});

await section('a mark of its own outlasts its record', async () => {
	const now = (await call(officer, 'GET', `/evidence/${evidence.id}`)).json;
	equal((await call(officer, 'PATCH', `/evidence/${evidence.id}`, { label: 20 },
		{ 'if-match': `"${now.version}"` })).status, 200, 'marked Protected B');
	await change({ label: 30 });
	await change({ label: 0 });
	equal((await call(officer, 'GET', `/evidence/${evidence.id}`)).json.label, 20,
		'Protected B again, not Public');
	equal((await call(officer, 'GET', `/comment/${comment.id}`)).json.label, 0,
		'the comment follows down');
});

await section('what is wider than its record is refused', async () => {
	await change({ label: 20 });
	const wider = await call(officer, 'POST', '/comment',
		{ label: 10, fields: { text: 'x', about: plan.id } });
	equal(wider.status, 422, 'a comment of a lower classification');
	await change({ label: 0 });
});

const verified = await command('verify', '--db', server.db);
equal(verified.status, 0, 'and the history holds');
await finish();
