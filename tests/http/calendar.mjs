// calendar.mjs -- somebody's calendar: what it shows, and that its address is a secret of
// theirs that ends when they say so.
import { loginOf, ministry } from '../support/ministry.mjs';
import { command, password, startServer } from '../support/server.mjs';
import { check, equal, finish, section } from '../support/test.mjs';
import { visitor } from '../support/visitor.mjs';

const server = await startServer();
const m = await ministry(server);
const owner = m.persons['system-owner'].id;
const person = await visitor(server, loginOf('system-owner'), password);

const unfolded = text => text.replace(/\r\n /g, '');
const fetched = address => fetch(server.url + address);

// A recommendation of which a date runs.
const place = { unit: m.units.a, label: 10, owner };
const finding = await m.made('finding', { ...place, fields: {
	title: { en: 'Restores' }, source: 'own_check', condition: { en: 'Untested.' } } });
const dated = (title, more = {}) => m.made('recommendation', { ...place, fields: {
	title: { en: title }, finding: finding.id, wording: { en: 'Test them.' },
	due_on: '2027-01-15' }, ...more });

const act = what => person.post('/account', { do: what });

const addressIn = answer => /\/calendar\/[0-9a-f]{64}\.ics/.exec(answer.text)?.[0];

const dear = await dated('Test a restore; twice');
await dated('Of somebody else', { owner: m.persons.executive.id });
await dated('For a few', { need_to_know: [owner] });
const first = addressIn(await act('make-calendar'));

await section('what it shows', async () => {
	check(first, 'an address is shown');
	const answer = await fetched(first);
	equal(answer.status, 200, 'without a sign-in');
	equal(answer.headers.get('content-type'), 'text/calendar; charset=utf-8', 'as one');
	check(/no-store/.test(answer.headers.get('cache-control')), 'kept by nobody');
	const text = unfolded(await answer.text());
	check(text.includes(
		`SUMMARY:Due: ${dear.code} Test a restore\\; twice\r\n`),
	'what they look after', text);
	check(text.includes('DTSTART;VALUE=DATE:20270115\r\n'), 'on its day', text);
	check(text.includes(`UID:${dear.id}-due_on@wardroom\r\n`), 'by its id', text);
	check(!text.includes('Of somebody else'), 'nothing of others');
	check(!text.includes('For a few'), 'nothing that is for named persons');
});

await section('it changes with the record', async () => {
	const sequence = text => Number(/SEQUENCE:(\d+)/.exec(text)[1]);
	const before = await (await fetched(first)).text();
	await m.call(m.officer, 'PATCH', `/recommendation/${dear.id}`,
		{ fields: { due_on: '2026-01-15' } }, { 'if-match': '*' });
	const after = await (await fetched(first)).text();
	check(after.includes('SUMMARY:Overdue: '), 'what is over says so', after);
	check(sequence(after) > sequence(before), 'programs take the change');
});

await section('the address is a secret', async () => {
	equal((await fetched(`/calendar/${'0'.repeat(64)}.ics`)).status, 404,
		'it is not guessed');
	equal((await fetched(first.replace('.ics', ''))).status, 404, 'nor without ending');
	equal((await fetched('/calendar/x.ics')).status, 404, 'nor anything else');
	const page = await person.get('/account');
	check(!page.text.includes(first), 'it is shown once');
	const api = await fetch(`${server.url}/api/v1/plan`,
		{ headers: { authorization: `Bearer ${first.slice(10, 74)}` } });
	equal(api.status, 401, 'it opens nothing else');
	check(!server.log().includes(first.slice(10, 74)), 'it stands in no log');
});

await section('it ends', async () => {
	const second = addressIn(await act('make-calendar'));
	equal((await fetched(first)).status, 404, 'when there is a new one');
	equal((await fetched(second)).status, 200, 'which holds');
	await act('revoke-calendar');
	equal((await fetched(second)).status, 404, 'when it is revoked');
	const third = addressIn(await act('make-calendar'));
	const off = await command('user', 'disable', loginOf('system-owner'),
		'--db', server.db);
	equal(off.status, 0, 'the account is disabled');
	equal((await fetched(third)).status, 404, 'with the account');
});

await finish();
