// notices.mjs -- from a write to a list and a mail: who is told, what it says, and what
// becomes of it when the mail server or the program does not play along.
import { readdir, readFile } from 'node:fs/promises';
import { onPostgres, startServer } from '../support/server.mjs';
import { readable, startMail, until } from '../support/mail.mjs';
import { ministry } from '../support/ministry.mjs';
import { check, equal, finish, section } from '../support/test.mjs';

const mail = await startMail();
const args = ['--config', await mail.config()];
let server = await startServer({ args });
const m = await ministry(server);
const { administrator, executive } = m.tokens;

const notices = async (who, more = '') =>
	(await m.call(who, 'GET', `/notices${more}`)).json;
const mailsSeen = async (more = '') =>
	(await m.call(administrator, 'GET', `/mails${more}`)).json.items;

// A version of a document, put before whoever approves.
async function putForApproval(title, label = 10) {
	const place = { unit: m.units.a, label };
	const document = await m.made('document',
		{ ...place, fields: { title: { en: title }, kind: 'plan' } });
	const version = await m.madeWithFile('document_version', { ...place,
		fields: { title, document: document.id, version_number: '1' } },
	'plan.md', '# Plan\n');
	const put = await m.call(m.officer, 'POST',
		`/document_version/${version.id}/steps/submit`, {}, { 'if-match': '*' });
	if (put.status !== 200)
		throw new Error(`submit: ${put.status} ${put.text}`);
	return version;
}

// The last mail that was made, once it is what `holds` says.
const mailWhere = (what, holds) => until(what, async () =>
	(await mailsSeen()).find(holds) ?? null);

await section('people have addresses', async () => {
	for (const role of ['executive', 'administrator']) {
		const { id } = m.persons[role];
		const set = await m.call(m.officer, 'PATCH', `/person/${id}`,
			{ fields: { email: `${role}@example.org` } }, { 'if-match': '*' });
		equal(set.status, 200, `${role} has one`);
	}
});

await section('given to somebody', async () => {
	const plan = m.plans.find(p => p.unit === 'a' && p.label === 10);
	const given = await m.call(m.officer, 'PATCH', `/plan/${plan.id}`,
		{ owner: m.persons['system-owner'].id }, { 'if-match': '*' });
	equal(given.status, 200, 'the plan is given');
	const list = await notices(m.tokens['system-owner']);
	equal(list.items.map(n => [n.kind, n.record.id]), [['assigned', plan.id]],
		'the new owner is told');
	equal((await notices(m.tokens.staff)).items, [], 'nobody else is');
	equal((await m.call(null, 'GET', '/notices')).status, 401, 'nor a stranger');
	equal((await m.call(m.tokens.staff, 'POST', '/notices/read',
		{ id: list.items[0].id })).status, 404, 'it is nobody else’s to read');
	equal((await m.call(m.tokens['system-owner'], 'POST', '/notices/read',
		{ id: list.items[0].id })).json, { unread: 0 }, 'it is read');
});

await section('how one is told is chosen', async () => {
	const set = body => m.call(executive, 'PATCH', '/notices/choice', body);
	equal((await m.call(executive, 'GET', '/notices/choice')).json.hour, 8, 'at eight');
	equal((await set({ hour: 24 })).status, 422, 'no such hour');
	equal((await set({ kinds: ['loud'] })).status, 422, 'no such kind');
	equal((await set({ hour: 6 })).json.hour, 6, 'at six');
});

await section('what became of mails is for administrators', async () => {
	for (const [role, secret] of Object.entries(m.tokens))
		equal((await m.call(secret, 'GET', '/mails')).status,
			role === 'administrator' ? 200 : 404, role);
	const tried = await m.call(administrator, 'POST', '/mails/test', {});
	equal(tried.status, 202, 'one is tried');
	const [text] = await mail.until(1);
	check(text.includes('X-To: administrator@example.org'), 'to oneself', text);
	const seen = await mailWhere('the answer', s => s.state === 'sent');
	check(seen.answer.startsWith('250 2.0.0 Ok'), 'the server’s words are kept', seen);
});

await section('what waits for a decision is mailed at once', async () => {
	const version = await putForApproval('Ferry plan');
	const all = await mail.until(2);
	const text = readable(all[1]);
	check(all[1].includes('X-To: executive@example.org'), 'to who approves', all[1]);
	check(text.includes(`${version.code} Ferry plan`), 'it names the record', text);
	check(text.includes(`https://w.example.org/document_version/${version.code}\n`),
		'and links to it', text);
	check(!/Subject:.*(Ferry|DOV)/.test(all[1]), 'its subject does not', all[1]);
	const list = await notices(executive, '?unread=yes');
	equal(list.items.map(n => [n.kind, n.record.code]), [['sign_off', version.code]],
		'it is on the list');
	check(list.items[0].mailed_at, 'as mailed');
	await m.call(m.officer, 'POST',
		`/document_version/${version.id}/steps/send_back`,
		{ fields: { advice: 'Not yet.' }, reason: 'Not yet.' },
		{ 'if-match': '*' });
	equal((await notices(executive, '?unread=yes')).items, [], 'until it is settled');
});

await section('of what somebody may not see nobody tells them', async () => {
	await putForApproval('Hidden plan', 30);
	const list = await until('the notice', async () => {
		const { items } = await notices(executive, '?unread=yes');
		return items.length > 0 ? items : null;
	});
	equal(list.length, 1, 'who may see it is told');
	equal((await notices(m.tokens['central-office'])).items, [], 'who may not is not');
	await mail.until(3);
});

await section('greylisted, then taken', async () => {
	await mail.behave('later');
	await putForApproval('Grey plan');
	const off = await mailWhere('it is put off', s => s.attempts > 0 &&
		s.state === 'queued');
	check(off.answer.includes('451 4.7.1 Greylisted'), 'the answer is shown', off);
	check((await mailsSeen('?open=yes')).some(s => s.id === off.id), 'as not taken');
	await mail.behave('take');
	const all = await mail.until(4);
	const sent = await mailWhere('it is taken', s => s.id === off.id &&
		s.state === 'sent');
	check(sent.attempts > 1, 'it was tried again', sent);
	check(all[3].includes(`Message-ID: <${off.id}@example.org>`),
		'its name is that of its row', all[3]);
});

await section('refused for good', async () => {
	await mail.behave('refuse');
	await putForApproval('Refused plan');
	const is = await mailWhere('it is refused', s => s.state === 'refused');
	check(is.answer.includes('550 5.1.1'), 'with the server’s words', is);
	equal(is.attempts, 1, 'it is not tried again');
});

await section('no answer to the text: never sent again', async () => {
	await mail.behave('hang');
	await putForApproval('Hanging plan');
	const is = await mailWhere('nobody knows', s => s.state === 'unsure');
	equal(is.attempts, 1, 'it is not tried again');
	equal((await mail.mails()).length, 5, 'it was there once');
	equal((await notices(executive, '?unread=yes')).items[0].mailed_at, undefined,
		'what it said counts as not told');
});

// The children of the supervisor that run as a role.
async function roleOf(role) {
	for (const entry of await readdir('/proc')) {
		const read = name => readFile(`/proc/${entry}/${name}`, 'utf8')
			.catch(() => '');
		if (/^\d+$/.test(entry) &&
			(await read('cmdline')).includes(`--role=${role}\0`) &&
			/^PPid:\s*(\d+)/m.exec(await read('status'))?.[1] ===
				String(server.child.pid))
			return Number(entry);
	}
	return null;
}

await section('killed while the server takes it', async () => {
	await putForApproval('Killed plan');
	await mail.until(6);
	process.kill(await until('the core', () => roleOf('core')), 'SIGKILL');
	await until('the server is back', async () =>
		(await fetch(`${server.url}/readyz`).catch(() => null))?.ok);
	await mail.behave('take');
	// Where servers share the table, whose mail it was is known when the lease ends.
	const is = await mailWhere('it is known', s => onPostgres ? s.state === 'handed'
		: s.state === 'unsure' && s.answer.includes('the program ended'));
	equal(is.attempts, 1, 'it is not tried again');
	await m.call(administrator, 'POST', '/mails/test', {});
	await mail.until(7);
	equal((await mail.mails()).length, 7, 'the next mail is another one');
});

await section('killed before the server had it', async () => {
	await mail.behave('stall');
	await putForApproval('Early plan');
	const is = await mailWhere('it is tried', s => s.state === 'trying');
	process.kill(await until('the sender', () => roleOf('out')), 'SIGKILL');
	await mail.behave('take');
	await mailWhere('it is sent', s => s.id === is.id && s.state === 'sent');
	equal((await mail.mails()).length, 8, 'once');
});

await section('the password and what is said stand in no log', async () => {
	const log = server.log();
	check(!log.includes('executive@example.org') && !log.includes('Ferry plan'),
		'neither address nor title', log.slice(-2000));
});

await section('without a mail server', async () => {
	await server.stop();
	server = await startServer({ db: server.db });
	const answer = await fetch(`${server.url}/api/v1/mails/test`, { method: 'POST',
		headers: { authorization: `Bearer ${administrator}`,
			'content-type': 'application/json' }, body: '{}' });
	equal(answer.status, 422, 'none is tried');
	equal(await roleOf('out'), null, 'no process leaves the machine');
	const list = await fetch(`${server.url}/api/v1/notices`,
		{ headers: { authorization: `Bearer ${executive}` } });
	check((await list.json()).items.length > 3, 'the list is there');
});

await finish();
