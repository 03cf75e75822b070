// notices.mjs -- from a write to a list and a mail: what is told at once, to whom, what it
// says, and what becomes of it when the mail server or the program does not play along.
import { readdir, readFile } from 'node:fs/promises';
import { command, startServer } from '../support/server.mjs';
import { readable, startMail, until } from '../support/mail.mjs';
import { ministry } from '../support/ministry.mjs';
import { check, equal, finish, section } from '../support/test.mjs';

const mail = await startMail();
const config = await mail.config();
const server = await startServer({ args: ['--config', config] });
const m = await ministry(server);
const executive = m.tokens.executive;

const notices = async (who, more = '') =>
	(await m.call(who, 'GET', `/notices${more}`)).json;
const mailList = async () => (await m.call(m.tokens.administrator, 'GET', '/mails')).json;

// A plan document version put before whoever approves.
async function askForApproval(title, label = 10) {
	const document = await m.made('document', { unit: m.units.a, label,
		fields: { title: { en: title }, kind: 'plan' } });
	const version = await m.madeWithFile('document_version', { unit: m.units.a, label,
		fields: { document: document.id, version: '1' } }, 'plan.md', '# Plan\n');
	const put = await m.call(m.officer, 'POST',
		`/document_version/${version.id}/steps/submit`, {}, { 'if-match': '*' });
	if (put.status !== 200)
		throw new Error(`submit: ${put.status} ${put.text}`);
	return version;
}

await section('who is told', async () => {
	const emails = { executive: 'executive@example.org',
		'security-officer': 'second@example.org' };
	for (const [role, email] of Object.entries(emails)) {
		const person = m.persons[role];
		const set = await m.call(m.officer, 'PATCH', `/person/${person.id}`,
			{ fields: { email } }, { 'if-match': '*' });
		equal(set.status, 200, `${role} has an address`);
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
	equal((await notices(null))?.items, undefined, 'nobody without a token');
	equal((await m.call(m.tokens['system-owner'], 'POST', '/notices/read',
		{ id: list.items[0].id })).json, { unread: 0 }, 'it is read');
	equal((await m.call(m.tokens.staff, 'POST', '/notices/read',
		{ id: list.items[0].id })).status, 404, 'not by others');
});

await section('how one is told is chosen', async () => {
	const set = body => m.call(executive, 'PATCH', '/notices/choice', body);
	equal((await m.call(executive, 'GET', '/notices/choice')).json.hour, 8, 'at eight');
	equal((await set({ hour: 24 })).status, 422, 'no such hour');
	equal((await set({ kinds: ['loud'] })).status, 422, 'no such kind');
	equal((await set({ hour: 6 })).json.hour, 6, 'at six');
});

await finish();
