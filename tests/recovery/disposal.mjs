// disposal.mjs -- killed amid a disposal and amid erasing: each record is destroyed whole,
// or not at all; what was broken off goes on; the history verifies, here and where an
// export of it is taken in.
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { keeper } from '../support/keeper.mjs';
import { command, coreOf, long, onPostgres, startServer } from '../support/server.mjs';
import { check, equal, finish, section } from '../support/test.mjs';

const COUNT = long ? 600 : 150;
const KILLS = long ? 12 : 4;
const k = await keeper();
const { rai, call, list } = k;
const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

const verified = async (what, db = k.db) => {
	const done = await command('verify', '--db', db);
	check(done.status === 0, `${what}: it verifies`, done);
};

// Each of them with a comment and a file of its own.
async function exercises(word) {
	const all = [];
	for (let i = 0; i < COUNT; i++) {
		const e = await k.exercise(`${word} ${i}`, {}, `${word} report ${i}`);
		await call(rai, 'POST', `/exercise/${e.id}/comments`,
			{ text: `${word} said ${i}` });
		all.push(e);
	}
	return all;
}

// Where servers share a database, the clock is another's five minutes after one is lost.
const clockIsFree = () => promisify(execFile)('psql', ['-qX', '-d', k.db, '-c',
	'update clock_turn set not_before = 0']);

// As it stands between two starts: an export, which is one moment.
let exports = 0;
async function killed() {
	const core = await coreOf(k.server.child.pid);
	k.server.child.kill('SIGKILL');
	if (core > 1)
		process.kill(core, 'SIGKILL');
	await k.server.stop('SIGKILL');
	if (onPostgres)
		await clockIsFree();
	await verified('killed');
	const to = path.join(k.folder, `as-it-was-${exports++}`);
	const done = await command('export', '--db', k.db, '--to', to);
	check(done.status === 0, 'killed: it can be exported', done);
	k.server = await startServer({ db: k.db });
	const records = {};
	for (const type of ['exercise', 'comment', 'disposal_item'])
		records[type] = (await readFile(path.join(to, `records/${type}.jsonl`),
			'utf8')).trim().split('\n').map(line => JSON.parse(line));
	return records;
}

// A line says destroyed exactly when its record says nothing, and nor does its comment.
function wholeOrNot(was) {
	const says = new Set(was.exercise.filter(e => e.fields.title).map(e => e.id));
	const said = new Set(was.comment.filter(c => c.fields.text)
		.map(c => c.fields.about));
	const wrong = was.disposal_item.filter(l => {
		const gone = l.state === 'destroyed';
		return gone === says.has(l.fields.record) ||
			gone === said.has(l.fields.record);
	});
	equal(wrong.map(l => l.code), [], 'each record is destroyed whole, or not at all');
	return was.disposal_item.filter(l => l.state === 'destroyed').length;
}

await section('a disposal', async () => {
	await k.ruleSays({ years: 0, afterwards: 'destroy', own_target: true });
	const all = await exercises('Zqdisposed');
	const disposal = await k.approved(all);
	const destroyed = async () => (await call(rai, 'GET',
		'/disposal_item?state=destroyed&limit=1&count=yes')).json.total;
	let amid = 0;
	await k.restart();
	for (let i = 0, now = 0; i < KILLS && now < COUNT; i++) {
		const before = now;
		await k.wait('some are destroyed', async () =>
			await destroyed() > before, 1);
		await pause(Math.random() * 30);
		now = wholeOrNot(await killed());
		amid += now > 0 && now < COUNT;
	}
	check(amid > 0, `killed in the middle of it ${amid} times`);
	await k.wait('the rest follows', async () =>
		(await k.read('disposal', disposal.id)).state === 'done');
	const after = await killed();
	equal(wholeOrNot(after), COUNT, 'all of it is carried out');
	check(after.disposal_item.every(l => l.fields.sha256 && l.fields.parts === 1),
		'each line has its hash, and the comment that went with it');
	const twice = [];
	for (const e of all.slice(0, 20)) {
		const told = await call(rai, 'GET', `/exercise/${e.id}/history`);
		if (told.json.items.filter(h => h.what === 'dispose').length !== 1)
			twice.push(e.code);
	}
	equal(twice, [], 'none was destroyed twice');
	await verified('carried out');
});

await section('erasing', async () => {
	const all = await exercises('Zqerased');
	const erased = new Set();
	const queue = [...all];
	for (let i = 0; i < KILLS; i++) {
		let going = true;
		const worker = async () => {
			while (going && queue.length > 0) {
				const e = queue.shift();
				const answer = await call(rai, 'POST',
					`/exercise/${e.id}/erase`, { reason: 'asked for' },
					{ 'if-match': '*' }).catch(() => null);
				if (answer?.status === 200)
					erased.add(e.id);
				else
					queue.push(e);
				if (!answer)
					return;
			}
		};
		const before = erased.size;
		const workers = [1, 2, 3, 4].map(worker);
		await k.wait('some are erased', async () =>
			erased.size > before || queue.length === 0);
		const dead = killed();
		await Promise.all(workers);
		going = false;
		const was = await dead;
		equal(was.exercise.filter(e => erased.has(e.id) && e.fields.title), [],
			`all ${erased.size} that were answered are erased`);
		check(was.exercise.every(e => e.fields.title ? e.fields.report :
			!e.fields.report && !e.fields.kind), 'each says all, or nothing');
	}
	for (const e of queue)
		await call(rai, 'POST', `/exercise/${e.id}/erase`, { reason: 'asked for' },
			{ 'if-match': '*' });
	equal(await list('exercise'), [], 'the rest can be erased');
	await verified('erased');
});

async function anyPartSays(folder, word) {
	const parts = await readdir(folder, { recursive: true, withFileTypes: true });
	for (const part of parts.filter(p => p.isFile())) {
		const file = path.join(part.parentPath ?? part.path, part.name);
		if ((await readFile(file)).includes(word))
			return part.name;
	}
	return '';
}

await section('where it is taken in', async () => {
	await k.wait('the files of what is gone have left', async () =>
		onPostgres || !await anyPartSays(`${k.db}.files`, 'Zqdisposed'));
	await k.server.stop();
	const out = path.join(k.folder, 'export');
	const copy = path.join(k.folder, 'copy.db');
	const exported = await command('export', '--db', k.db, '--to', out);
	equal(exported.status, 0, 'exported');
	equal(await anyPartSays(out, 'Zqdisposed'), '', 'with nothing of what is gone');
	const taken = await command('import', out, '--db', copy);
	check(taken.status === 0, 'taken in', taken);
	await verified('taken in', copy);
	const held = await command('ledger', 'checkpoint', '--db', copy);
	check(held.status === 0, 'and goes on there', held);
	k.server = await startServer({ db: k.db });
});
await finish();
