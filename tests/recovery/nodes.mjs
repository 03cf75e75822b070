// nodes.mjs -- two servers on one database: one order, nothing stale, one of them killed.
import { execFile } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';
import { namesOf, writers } from '../support/clients.mjs';
import { pause, sharedOrganisation, untilReady } from '../support/nodes.mjs';
import { freshPostgres } from '../support/postgres.mjs';
import { login, password, scratchFolder } from '../support/server.mjs';
import { check, equal, finish, section } from '../support/test.mjs';
import { visitor } from '../support/visitor.mjs';

const url = await freshPostgres();
const shared = await sharedOrganisation(url);
const { call, run, token } = shared;
let a = await shared.node();
const b = await shared.node();
const acknowledged = new Map();

async function sql(text) {
	const place = new URL(url);
	const { stdout } = await promisify(execFile)('psql', ['-AtqX', '-U', 'wardroom',
		'-h', place.searchParams.get('host'), '-d', place.pathname.slice(1),
		'-c', text]);
	return stdout.trim();
}

async function allAreThereOnce(node, when) {
	const names = (await namesOf(node, token)).match(/writer \w+-\d+ x/g) ?? [];
	const there = new Set(names);
	const lost = [...acknowledged.keys()].filter(name => !there.has(name));
	check(lost.length === 0, `${when}: all ${acknowledged.size} acknowledged are there`,
		lost.slice(0, 5));
	equal(names.length, there.size, `${when}: none is there twice`);
}

async function isGreen(when) {
	const said = await run('verify').catch(error => error.message);
	check(!/exit/.test(said), `${when}: the ledger verifies`, said);
}

function crowdAt(node, count, word) {
	return writers(node, token, count, n => ({ name: `writer ${word}-${n} x` }));
}

async function end(...crowds) {
	for (const crowd of crowds) {
		await crowd.end();
		crowd.acknowledged.forEach((r, name) => acknowledged.set(name, r));
	}
}

await section('many write at both', async () => {
	const crowds = [crowdAt(a, 16, 'a'), crowdAt(b, 16, 'b')];
	await pause(4000);
	await end(...crowds);
	for (const [n, crowd] of crowds.entries()) {
		check(crowd.acknowledged.size > 20, `node ${n + 1} kept ` +
			`${crowd.acknowledged.size}`, crowd.refused[0]);
		equal(crowd.refused.length, 0, `node ${n + 1} refused none`);
	}
	await allAreThereOnce(a, 'under load');
	const codes = [...acknowledged.values()].map(r => Number(r.code.slice(4)));
	equal(new Set(codes).size, codes.length, 'each has a code of its own');
	equal(Math.max(...codes) - Math.min(...codes) + 1, codes.length,
		'the codes have no gaps');
	equal(await sql('select count(*) from (select made_at, lag(made_at) over' +
		' (partition by org order by seq) as before from history) h' +
		' where made_at <= before'), '0',
	'the instants of the history ascend');
	await isGreen('after the load');
});

await section('what may be there once is there once', async () => {
	const make = node => call(node, 'POST', '/person', { fields: { name: 'Same',
		email: 'same@example.ca' } });
	const made = await Promise.all(Array.from({ length: 16 }, (_, n) =>
		make(n % 2 ? a : b)));
	equal(made.filter(m => m.status === 201).length, 1, 'one of 16 has the address');
	check(made.every(m => m.status === 201 || m.status === 422),
		'the others are refused',
		made.map(m => m.status));
	const key = { 'idempotency-key': '"both-nodes"' };
	const once = () => Promise.all(Array.from({ length: 8 }, (_, n) =>
		call(n % 2 ? a : b, 'POST', '/person', { fields: { name: 'Once' } }, key)));
	const answers = [...await once(), ...await once()];
	const ids = new Set(answers.filter(m => m.status === 201).map(m => m.json.id));
	equal(ids.size, 1, 'a request with one key, sent to both, is done once');
	check(answers.every(m => m.status === 201 || m.status === 409), 'and answered so',
		answers.map(m => m.status));
});

await section('nothing is stale', async () => {
	const clerk = 'clerk';
	await run('user', 'add', clerk, '--name', 'Clerk', '--password-file',
		shared.secret);
	const people = (await call(a, 'GET', '/person?words=Clerk')).json.items;
	const roles = (await call(a, 'GET', '/role?limit=100')).json.items;
	const unit = (await call(a, 'GET', '/organisation')).json.items[0].id;
	const officer = roles.find(r => r.fields.name === 'security-officer');
	const given = await call(a, 'POST', '/role_assignment', { unit, fields: {
		title: { en: 'Clerk' }, role: officer.id, person: people[0].id,
		starts_on: '2020-01-01' } });
	equal(given.status, 201, 'an appointment is made on A');
	const seat = await visitor(a, clerk, password);
	const cookies = seat.cookies();
	const elsewhere = where => fetch(b.url + where, { redirect: 'manual',
		headers: { cookie: cookies } });
	equal((await elsewhere('/agreement/new')).status, 200,
		'signed in on A is signed in on B, with the rights given on A');

	const field = await call(a, 'POST', '/local_field', { fields: {
		title: { en: 'Tally stick' }, record_type: 'agreement', key: 'tally',
		kind: 'line' } });
	equal(field.status, 201, 'a field is added on A', field.text);
	check((await (await elsewhere('/agreement/new')).text()).includes('Tally stick'),
		'and is on the form of B');

	const set = await call(a, 'PATCH', '/settings/plan.reading', { value: 'strict' });
	equal(set.status, 200, 'a setting is chosen on A', set.text);
	const settings = await call(b, 'GET', '/settings');
	check(/"plan.reading"[^}]*"strict"/.test(settings.text), 'and is so on B',
		settings.text.slice(0, 600));

	const taken = await call(a, 'DELETE', `/role_assignment/${given.json.id}`,
		null, { 'if-match': `"${given.json.version}"` });
	check(taken.status < 300, 'the role is taken away on A', taken.status, taken.text);
	check((await elsewhere('/agreement/new')).status >= 400, 'and is gone on B');

	equal((await seat.post('/sign-out')).status, 303, 'signed out on A');
	equal((await elsewhere('/')).status, 303, 'is signed out on B');
});

await section('a guesser is counted by both', async () => {
	const guess = async (node, word) => {
		try {
			await visitor(node, 'guessed', word);
			return 'in';
		} catch (error) { return error.message; }
	};
	await run('user', 'add', 'guessed', '--name', 'Guessed', '--password-file',
		shared.secret);
	const told = await Promise.all(Array.from({ length: 12 }, (_, n) =>
		guess(n % 2 ? a : b, 'guess')));
	const wrong = told.filter(page => /is not right/.test(page)).length;
	check(wrong >= 5, `${wrong} guesses were answered`, told.map(page => page.length));
	equal(await sql('select max(failed) from sign_in_attempt'), `${wrong}`,
		'and each was counted');
	for (const [name, node] of [['A', a], ['B', b]])
		check(/too many attempts/i.test(await guess(node, password)),
			`${name} makes them wait`);
});

await section('one signature, one turn', async () => {
	const one = await run('ledger', 'checkpoint');
	process.env.WARDROOM_DATA = await scratchFolder();
	equal(await run('ledger', 'checkpoint'), one, 'a machine with another key signs ' +
		'nothing that is signed');
	process.env.WARDROOM_DATA = shared.folder;
	const done = await sql("select count(*) from clock_turn where holder is null");
	check(Number(done) >= 5, 'the clock\'s duties are shared out', done);
	const early = /"event":"clock.failed"/;
	check(!early.test(a.log()) && !early.test(b.log()), 'and none of them failed',
		a.log().slice(-1500));
});

await section('the command line beside them', async () => {
	const crowd = crowdAt(a, 4, 'beside');
	const made = await run('token', 'add', login, 'beside');
	const asked = await fetch(`${b.url}/api/v1/person?limit=1`,
		{ headers: { authorization: `Bearer ${made}` } });
	equal(asked.status, 200, 'a token made beside the servers holds at once');
	await run('backup', `${shared.folder}/live.tar`);
	await isGreen('while they write');
	await end(crowd);
	equal(crowd.refused.length, 0, 'nobody was refused meanwhile');
});

await section('one is killed', async () => {
	const crowds = [crowdAt(a, 32, 'dies'), crowdAt(b, 16, 'lives')];
	for (let n = 0; n < 400 && crowds[0].acknowledged.size < 20; n++)
		await pause(10);
	const waiting = crowds[0].waiting;
	a.child.kill('SIGKILL');
	await a.stop('SIGKILL');
	const before = crowds[1].acknowledged.size;
	await pause(1500);
	check(crowds[1].acknowledged.size > before + 5,
		`with ${waiting} writes on their way; the other goes on`,
		crowds[1].acknowledged.size - before, crowds[1].refused[0]);
	await end(...crowds);
	equal(crowds[1].refused.length, 0, 'and refuses none');
	await allAreThereOnce(b, 'after the kill');
	await isGreen('after the kill');
	a = await shared.node();
	check(await untilReady(a), 'it starts again');
	await allAreThereOnce(a, 'on the one that is back');
});

for (const node of [a, b]) {
	const text = node.log();
	check(!/"level":"error"|runtime error|AddressSanitizer/.test(text),
		'no error in the log',
		text.split('\n').filter(l => /error/i.test(l)).slice(0, 5));
}
await finish();
