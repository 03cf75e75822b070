// Who may do what around quizzes and courses; what an anonymous attempt leaves behind; what
// a form without its token, an old link or a closed quiz gets.
import path from 'node:path';
import { command, login, password, startServer } from '../support/server.mjs';
import { check, equal, finish, section } from '../support/test.mjs';
import { visitor } from '../support/visitor.mjs';

const server = await startServer();
const secret = path.join(server.folder, 'password');
for (const role of ['staff', 'auditor', 'executive'])
	await command('user', 'add', role, '--db', server.db, '--name', `A ${role}`,
		'--role', role, ...(role === 'auditor' ? ['--until', '2099-12-31'] : []),
		'--password-file', secret);
const token = (await command('token', 'add', login, 'test', '--db',
	server.db)).stdout.trim();
const officer = await visitor(server, login, password);
const staff = await visitor(server, 'staff', password);
const auditor = await visitor(server, 'auditor', password);

async function call(method, where, body, match) {
	const answer = await fetch(`${server.url}/api/v1${where}`, { method,
		body: body && JSON.stringify(body), headers: {
			authorization: `Bearer ${token}`, 'content-type':
				'application/json',
			...(match ? { 'if-match': `"${match}"` } : {}) } });
	return { status: answer.status, json: await answer.json().catch(() => null) };
}

async function openQuiz(title, results) {
	const quiz = (await call('POST', '/quiz', { fields: { title: { en: title },
		results, asked: 1 } })).json;
	await call('POST', '/quiz_question', { fields: { question: { en: 'Whom?' },
		quiz: quiz.id, answer_1: { en: 'Nobody' }, answer_2: { en: 'The desk' },
		right_answer: 'second' } });
	const open = await call('POST', `/quiz/${quiz.id}/steps/open`,
		{ fields: { opens_on: '2026-01-01' } }, quiz.version);
	equal(open.status, 200, `${title} is open`);
	return (await call('GET', `/quiz/${quiz.id}`)).json;
}

const keyOf = quiz => quiz.fields.link_key;
const attempts = async () => (await call('GET', '/quiz_attempt?sort=created')).json.items;

// Without an account: a cookie and the token of the form, no more.
async function take(quiz, answer, cookie = '') {
	const get = await fetch(`${server.url}/q/${keyOf(quiz)}`, { headers: { cookie } });
	const page = await get.text();
	const visit = get.headers.getSetCookie().map(c => c.split(';')[0]).join('; ');
	const form = page.slice(page.indexOf('<main'));
	const value = name => form.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1];
	const question = form.match(/QZQ-\d+/)?.[0];
	const body = new URLSearchParams({ _csrf: value('_csrf') ?? '', draw:
		value('draw') ?? '',
		nth: '1', ...(question ? { [question]: answer } : {}) });
	const post = await fetch(`${server.url}/q/${keyOf(quiz)}`, { method: 'POST', body,
		redirect: 'manual', headers: { cookie: [visit,
			cookie].filter(Boolean).join('; ') } });
	return { get: get.status, post: post.status, where: post.headers.get('location'),
		question, body, text: await post.text() };
}

const quiz = await openQuiz('Anonymous quiz', 'anonymous');

await section('anonymous', async () => {
	const done = await take(quiz, '2');
	equal(done.post, 303, 'handed in without an account');
	equal((await fetch(server.url + done.where)).status, 200, 'and reviewed');
	equal((await attempts()).length, 1, 'one attempt is kept');
	equal((await take(quiz, '2', staff.cookies())).post, 303,
		'handed in by somebody known');
	for (const attempt of await attempts()) {
		const row = (await call('GET', `/quiz_attempt/${attempt.id}`)).json;
		check(!row.fields.person && !row.owner, 'an attempt names nobody', row);
		const history = (await call('GET',
			`/quiz_attempt/${attempt.id}/history`)).json;
		check(!JSON.stringify(history).includes('A staff'), 'nor does its history',
			history);
	}
});

await section('what a quiz refuses', async () => {
	const before = (await attempts()).length;
	const done = await take(quiz, '7');
	equal(done.post, 422, 'an answer that there is not');
	const bare = await fetch(`${server.url}/q/${keyOf(quiz)}`, { method: 'POST',
		body: done.body });
	equal(bare.status, 422, 'a form without its cookie');
	equal((await fetch(`${server.url}/q/${keyOf(quiz).slice(0, 8)}`)).status, 404,
		'half a key');
	equal((await fetch(`${server.url}/q/${keyOf(quiz)}/${quiz.id}`)).status, 404,
		'a review of what is no attempt');
	equal((await attempts()).length, before, 'nothing was kept of all that');
	const old = keyOf(quiz);
	const row = (await call('GET', `/quiz/${quiz.id}`)).json;
	equal((await call('POST', `/quiz/${quiz.id}/steps/withdraw_link`,
		{ reason: 'sent to the wrong list' }, row.version)).status, 200,
			'another link');
	equal((await fetch(`${server.url}/q/${old}`)).status, 404,
		'the old one opens nothing');
	equal((await call('POST', '/quiz_attempt', { fields: { title: 'By hand', quiz:
		quiz.id,
		percent: 100, passed: true } })).status, 422, 'no attempt is typed');
});

await section('named', async () => {
	const named = await openQuiz('Named quiz', 'named');
	equal((await take(named, '2')).question, undefined,
		'no question before the sign-in');
	equal((await take(named, '2', staff.cookies())).post, 303, 'handed in, signed in');
	const [own] = (await attempts()).filter(a => a.fields.person);
	check(Boolean(own), 'kept with the person');
	equal((await staff.get(`/quiz_attempt/${own.code}`)).status, 200, 'who sees it');
	const other = (await attempts()).find(a => !a.fields.person);
	equal((await staff.get(`/quiz_attempt/${other.code}`)).status, 404, 'and no other');
	equal((await staff.get('/quiz_question')).status, 404, 'nor the questions');
});

await section('roles', async () => {
	const results = `/quiz/${quiz.code}/results`;
	equal((await staff.get(results)).status, 404, 'staff see no results');
	equal((await auditor.get(results)).status, 200, 'the auditor does');
	const list = 'E-mail,Course,Completed on\nx@y.example,Security,2026-01-01\n';
	for (const [who, name] of [[staff, 'staff'], [auditor, 'the auditor']]) {
		equal((await who.get('/training_completion/list')).status, 404,
			`no list from ${name}`);
		equal((await who.post('/training_completion/list', { list, do:
			'store' })).status,
			404, `nor stored for ${name}`);
	}
	equal((await officer.get('/training_completion/list')).status, 200,
		'the officer may');
});

equal((await command('verify', '--db', server.db)).status, 0, 'and the history holds');
await finish();
