// cut.mjs -- the connection to the database is lost at every point of an answer: what
// comes is the whole answer or a 503 that says when to come back, and the server goes on.
//
// The answers come from the demonstration, moved to PostgreSQL.  With --long from every
// type of record, and the connection is cut at every piece.
import { pause } from '../support/nodes.mjs';
import { startPostgres } from '../support/postgres.mjs';
import { command, long, scratchFolder, startServer } from '../support/server.mjs';
import { check, finish, section } from '../support/test.mjs';
import { visitor } from '../support/visitor.mjs';
import { openWire } from '../support/wire.mjs';

const cluster = await startPostgres();
const folder = await scratchFolder();
const direct = await cluster.database();
async function run(...args) {
	const ran = await command(...args);
	if (ran.status !== 0)
		throw new Error(`${args[0]}: exit ${ran.status}: ${ran.stderr}`);
	return ran.stdout.trim();
}
await run('demo', '--keep', folder);
await run('backup', `${folder}/demo.tar`, '--db', `${folder}/demo.db`);
await run('restore', `${folder}/demo.tar`, '--db', direct);
const token = await run('token', 'add', 'dana', 'cut', '--db', direct);

const wire = await openWire(cluster.folder);
const server = await startServer({ db: direct.replace(cluster.folder, wire.folder) });
const dana = await visitor(server, 'dana', 'wardroom demonstration');
const headers = { authorization: `Bearer ${token}`, cookie: dana.cookies() };

async function get(where) {
	const answer = await fetch(server.url + where, { headers, redirect: 'manual',
		signal: AbortSignal.timeout(20_000) });
	return { status: answer.status, text: await answer.text(),
		after: answer.headers.get('retry-after') };
}

// Without what differs each time: names of requests, marks of forms, signatures; and
// numbers, for the clock writes history too.
const still = text => text.replace(/[0-9a-f]{16,}|[A-Za-z0-9+/]{40,}=*|\d+/g, '');

async function isWhole(where, answer) {
	// Asked for again: the clock may have signed the history in between.
	return answer.status === 200 &&
		still(answer.text) === still((await get(where)).text);
}

// From the first byte on that differs.
function differing(...texts) {
	const [got, wanted] = texts.map(still);
	let at = 0;
	while (at < got.length && got[at] === wanted[at])
		at++;
	return `${got.slice(at, at + 150)} / ${wanted.slice(at, at + 150)}`;
}

const seen = { cuts: 0, refused: 0, wrong: [] };

async function cutOnce(where, pieces) {
	wire.cutAfter(pieces);
	const asked = get(where);
	// A page may write as well (a signature), and then asks for a while what was kept.
	await Promise.race([asked, pause(300)]);
	const { cut } = wire;
	if (cut)
		wire.mend();
	const answer = await asked;
	if (!cut)
		return false;
	seen.cuts++;
	seen.refused += answer.status === 503;
	if (answer.status === 503 ? !answer.after : !await isWhole(where, answer))
		seen.wrong.push({ where, pieces, status: answer.status,
			text: differing(answer.text, (await get(where)).text) });
	return true;
}

async function walk(where) {
	wire.mend();
	const whole = await get(where);
	if (!check(whole.status === 200, where, whole.status, whole.text.slice(0, 300)))
		return;
	for (let pieces = 0; await cutOnce(where, pieces);)
		pieces += long || pieces < 8 ? 1 : 5;
}

const chosen = ['plan', 'finding', 'plan_check', 'evidence'];
const { types } = JSON.parse((await get('/api/v1')).text);
const records = [];
for (const { name } of types.filter(type => long || chosen.includes(type.name))) {
	const { items } = JSON.parse((await get(`/api/v1/${name}?limit=1`)).text);
	if (items?.length > 0)
		records.push(items[0]);
}

await section('the API', async () => {
	for (const where of ['', '/search?words=plan', '/settings', '/jobs',
		'/ledger/checkpoint'])
		await walk(`/api/v1${where}`);
	for (const { type, id } of records) {
		await walk(`/api/v1/${type}?limit=3&count=yes`);
		for (const part of ['', '/history', '/proof', '/approvals', '/comments',
			'/evidence', '/links'])
			await walk(`/api/v1/${type}/${id}${part}`);
	}
});

await section('the pages', async () => {
	for (const where of ['/', '/search?words=plan', '/due', '/due.csv', '/bin', '/jobs',
		'/account', '/admin', '/admin/settings', '/checkpoint', '/check'])
		await walk(where);
	for (const { type, code } of records) {
		await walk(`/${type}`);
		for (const part of ['', '/history', '/proof', '/edit'])
			await walk(`/${type}/${code}${part}`);
	}
});

wire.mend();
await section('afterwards', async () => {
	check(seen.cuts > 300, `${seen.cuts} times cut, ${seen.refused} times refused`);
	check(seen.wrong.length === 0, 'all of an answer or nothing of it',
		seen.wrong.slice(0, 5));
	check((await get('/readyz')).status === 200, 'and it goes on');
	check(!/"event":"bug"|core\.ended|Sanitizer|runtime error/.test(server.log()),
		'without a bug', server.log().slice(-3000));
});
await finish();
