// settings.mjs -- settings of an organisation by API, page and command line: who may look,
// who may choose, and that each change is in the history.
import { loginOf, ministry } from '../support/ministry.mjs';
import { command, password, startServer } from '../support/server.mjs';
import { check, equal, finish, section } from '../support/test.mjs';

const server = await startServer();
const m = await ministry(server);
const settings = (...args) => command('settings', ...args, '--db', server.db);
const choose = (who, name, value, reason = '') =>
	m.call(who, 'PATCH', `/settings/${name}`, { value, reason });

// Written by hand: the roles of the walk are appointed to one branch only, so that nobody
// among them chooses for the whole organisation.
const LOOKS = { 'security-officer': true, executive: true, 'system-owner': true,
	staff: false, auditor: true, 'audit-lead': true, administrator: true,
	'central-office': true, nobody: false };
const OPEN_TO_ADMINISTRATOR = [['operator.may_read', 'no'], ['plan.reading', 'strict'],
	['plan.reading', 'literal']];

await section('who may look and choose', async () => {
	for (const [role, looks] of Object.entries(LOOKS)) {
		const secret = m.tokens[role];
		equal((await m.call(secret, 'GET', '/settings')).status, looks ? 200 : 404,
			`${role} looks`);
		equal((await choose(secret, 'operator.may_read', 'yes')).status,
			looks ? 403 : 404, `${role} lets operators read`);
		for (const [name, value] of OPEN_TO_ADMINISTRATOR)
			equal((await choose(secret, name, value)).status,
				role === 'administrator' ? 200 : looks ? 403 : 404,
				`${role} chooses ${name} = ${value}`);
	}
	equal((await m.call(null, 'GET', '/settings')).status, 401, 'without a token');
});

await section('what is wrong is said', async () => {
	equal((await choose(m.officer, 'no.such', 'yes')).status, 404, 'no such');
	const wrong = await choose(m.officer, 'plan.reading', 'loosely');
	equal(wrong.status, 422, 'no such choice');
	check(wrong.text.includes('literal, strict'), 'the choices are named', wrong.text);
	equal((await m.call(m.officer, 'PATCH', '/settings/plan.reading')).status, 400,
		'no body');
});

await section('the command line, while a server runs', async () => {
	const refused = await settings('set', 'operator.may_read', 'yes');
	equal(refused.status, 2, 'an operator does not let operators read');
	check(refused.stderr.includes('security officer or the executive'),
		'and is told who may', refused.stderr);
	const proof = () => command('ledger', 'proof', 'PER-0001', '--values', '--db',
		server.db);
	check((await proof()).status !== 0, 'so nothing is read');
	const said = await choose(m.officer, 'operator.may_read', 'yes', 'Review of May');
	equal(said.status, 200, 'the security officer of the whole organisation may');
	equal((await settings('get', 'operator.may_read')).stdout, 'yes\n', 'in force');
	const list = JSON.parse((await settings('list', '--json')).stdout).settings[0];
	equal(list.reason, 'Review of May', 'with its reason');
	check(list.chosen_by.length > 0, 'and who chose');
	equal((await settings('set', 'operator.may_read', 'no')).status, 0,
		'anybody who runs the installation may take it back');
	equal((await settings('set', 'plan.reading', 'strict', '--reason', 'x')).status, 0,
		'what is open to the operator');
	equal((await settings('get', 'plan.speed')).status, 2, 'no such setting');
});

await section('the page', async () => {
	const cookies = new Map();
	const send = async (where, fields) => {
		const answer = await fetch(server.url + where, { redirect: 'manual',
			method: fields ? 'POST' : 'GET',
			body: fields && new URLSearchParams(fields),
			headers: { cookie: [...cookies].map(c => c.join('=')).join('; ') },
		});
		for (const cookie of answer.headers.getSetCookie()) {
			const [pair] = cookie.split(';');
			cookies.set(...pair.split(/=(.*)/s).slice(0, 2));
		}
		return { status: answer.status, text: await answer.text() };
	};
	const token = page => page.text.match(/name="_csrf" value="([^"]+)"/)?.[1];
	const enter = async login => {
		cookies.clear();
		const door = await send('/sign-in');
		await send('/sign-in', { login, password, next: '/', _csrf: token(door) });
		return token(await send('/account'));
	};
	await enter(loginOf('staff'));
	equal((await send('/admin/settings')).status, 404, 'staff sees no settings');
	let csrf = await enter(loginOf('executive'));
	const looked = await send('/admin/settings');
	equal(looked.status, 200, 'the executive of a branch looks');
	check(!looked.text.includes('<select'), 'and is offered nothing');
	equal((await send('/admin/settings', { _csrf: csrf, name: 'operator.may_read',
		value: 'yes' })).status, 422, 'nor may post');
	csrf = await enter('officer');
	equal((await send('/admin/settings', { name: 'operator.may_read',
		value: 'yes' })).status, 403, 'a post carries its token');
	equal((await send('/admin/settings', { _csrf: csrf, name: 'operator.may_read',
		value: 'yes', reason: '<b>Review</b>' })).status, 303, 'an officer does');
	const after = await send('/admin/settings');
	check(/<option value="yes"\s+selected>/.test(after.text), 'it is shown');
	check(after.text.includes('&lt;b&gt;Review'), 'with its reason');
});

const verified = await command('verify', '--db', server.db);
equal(verified.status, 0, 'and the history holds');
await finish();
