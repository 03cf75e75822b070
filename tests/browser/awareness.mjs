// A quiz taken by its link, without signing in, without script and by keyboard; the
// awareness plan signed by the executive on a telephone; a list of courses looked at before
// it is stored.
import path from 'node:path';

import {newPage, noViolations} from '../support/browser.mjs';
import {command, password} from '../support/server.mjs';
import {openSite, refusedByPolicy, sidewaysScroll, submit} from '../support/site.mjs';
import {check, equal, finish, section} from '../support/test.mjs';

const site = await openSite();
const {url} = site;

// Presses Tab until what has the focus matches; never a click.
async function tabTo(page, selector, most = 250) {
	for (let presses = 0; presses < most; presses++) {
		if (await page.evaluate(
			    wanted => document.activeElement?.matches(wanted) ?? false,
			    selector))
			return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab does not reach ${selector}`);
}

const press = async (page, selector) => {
	await tabTo(page, selector);
	await Promise.all([ page.waitForNavigation(), page.keyboard.press('Enter') ]);
};

async function takeStep(page, type, code, step, values = {}) {
	await page.goto(`${url}/${type}/${code}/step/${step}`);
	for (const [name, value] of Object.entries(values))
		await site.fill(page, name, value);
	await Promise.all([ page.waitForNavigation(), page.click(submit) ]);
	const main = await page.innerText('main');
	check(!page.url().includes('/step/'), `${step} of ${code} is taken`, main);
}

const officer = await site.visitor();
const plan = await site.create(officer, 'awareness_plan',
	{title : 'Awareness 2026', starts_on : '2026-04-01', ends_on : '2027-03-31'});

// ---- a quiz ----

async function makeQuiz(title, values) {
	const code = await site.create(officer, 'quiz', {title, ...values});
	for (const [question, right] of [['What is phishing?', 2],
		     ['Whom do you tell of a lost laptop?', 1]])
		await site.create(officer, 'quiz_question', {question, quiz : code,
			answer_1 : 'The service desk', answer_2 : 'A trick to get secrets',
			answer_3 : 'Nobody', right_answer : right,
			explanation : 'Because *it matters*.'});
	await takeStep(officer, 'quiz', code, 'open', {opens_on : '2026-01-01'});
	const link = await officer.getAttribute('main a[href^="/q/"]', 'href');
	return {code, link};
}

await section('anonymous, on a telephone, by keyboard', async () => {
	const quiz = await makeQuiz('Phishing', {results : 'anonymous', asked : '2'});
	for (const script of [true, false]) {
		const page = await newPage(site.browser, {width : 390, height : 800,
			script});
		await page.goto(url + quiz.link);
		equal(await page.locator('fieldset.asked').count(), 2, 'two questions');
		check(!(await page.innerText('body')).includes('matters'),
			'no answer is given away');
		await press(page, '.btns button.main');
		equal(await page.locator('#errors a').count(), 2, 'both are asked for');
		await tabTo(page, 'fieldset:nth-of-type(1) input[value="1"]');
		await page.keyboard.press('Space');
		await page.keyboard.press('ArrowDown');
		await tabTo(page, 'fieldset:nth-of-type(2) input');
		await page.keyboard.press('Space');
		await press(page, '.btns button.main');
		const text = await page.innerText('main');
		check(text.includes('2 of 2 right: 100 percent'), 'both are right', text);
		check(text.includes('Because it matters.'), 'and explained');
		if (script) {
			equal(await sidewaysScroll(page), 0, 'nothing to scroll sideways');
			await noViolations(page, 'review of a quiz, 390 px');
			equal(await refusedByPolicy(page), [],
				'nothing against the policy');
		}
		await press(page, 'a.btn[href*="nth=2"]');
		if (script)
			await noViolations(page, 'questions of a quiz, 390 px');
		await page.context().close();
	}
	await officer.goto(`${url}/quiz/${quiz.code}/results`);
	const results = await officer.innerText('main');
	check(/People who took it\s+2/.test(results), 'two people took it', results);
	await noViolations(officer, 'results of a quiz');
	await officer.goto(`${url}/quiz_attempt`);
	check(!(await officer.innerText('main')).includes('officer'),
		'no attempt names anybody');

	await takeStep(officer, 'quiz', quiz.code, 'close', {closes_on : '2026-02-01'});
	const late = await newPage(site.browser, {width : 390});
	await late.goto(url + quiz.link);
	check((await late.innerText('main')).includes('not open'), 'closed is closed');
	const answer = await late.goto(`${url}/q/aaaaaaaaaaaaaaaa`);
	equal(answer.status(), 404, 'a link that was never made');
	await late.context().close();
});

await section('named: only after signing in', async () => {
	const quiz = await makeQuiz('Named quiz', {results : 'named', asked : '2'});
	const page = await newPage(site.browser, {width : 390});
	await page.goto(url + quiz.link);
	equal(await page.locator('fieldset.asked').count(), 0, 'no question before that');
	check(await page.locator('main a[href^="/sign-in?next="]').count() === 1,
		'sign in first');
	await page.context().close();
	await officer.goto(url + quiz.link);
	for (const n of [1, 2])
		await officer.check(`fieldset:nth-of-type(${n}) input[value="3"]`);
	await Promise.all([ officer.waitForNavigation(), officer.click(submit) ]);
	check((await officer.innerText('main')).includes('Not passed yet'),
		'nothing was right');
	const review = new URL(officer.url()).pathname;
	const other = await newPage(site.browser);
	equal((await other.goto(url + review)).status(), 404,
		'nobody else sees the review');
	await other.context().close();
	await officer.goto(`${url}/quiz_attempt`);
	check((await officer.innerText('main')).includes('0'), 'it is kept with the name');
});

// ---- the executive signs ----

async function executive(options) {
	const secret = path.join(site.server.folder, 'password');
	await command('user', 'add', 'paola', '--db', site.server.db, '--name',
		'Paola Marchetti', '--role', 'executive', '--clearance', 'PB',
		'--password-file', secret);
	const page = await newPage(site.browser, options);
	await page.goto(`${url}/sign-in`);
	await page.fill('#f-login', 'paola');
	await page.fill('#f-password', password);
	await Promise.all([ page.waitForNavigation(),
		page.click('main button[type=submit]') ]);
	return page;
}

await section('the executive signs on a telephone, by keyboard', async () => {
	await site.create(officer, 'awareness_item', {title : 'Phishing poster',
		plan : plan,
		method : 'poster', planned_for : '2026-05-04'});
	await officer.goto(`${url}/awareness_plan/${plan}/edit`);
	await takeStep(officer, 'awareness_plan', plan, 'submit',
		{lead : 1, goals : 'Fewer clicks, more reports.'});
	const page = await executive({width : 390, height : 800});
	await page.goto(`${url}/awareness_plan/${plan}`);
	equal(await sidewaysScroll(page), 0, 'the plan fits');
	await press(page, 'a[href$="/step/sign"]');
	const text = await page.innerText('main');
	check(text.includes('2026-05-04, Poster: Phishing poster'),
		'what is signed is read', text);
	check(/[0-9a-f]{64}/.test(text.replace(/\s/g, '')), 'with its hash');
	equal(await sidewaysScroll(page), 0, 'and fits');
	await noViolations(page, 'signing a plan, 390 px');
	await press(page, submit);
	const signed = await page.innerText('main');
	check(signed.includes('Paola Marchetti'), 'signed by the executive', signed);
	check(/signed/i.test(signed), 'and says so');
	await page.context().close();
});

// ---- courses ----

await section('a list of courses is looked at first', async () => {
	await site.create(officer, 'person', {name : 'Kim Sato',
		email : 'kim@ferries.example'});
	await site.create(officer, 'person', {name : 'Lea Roy',
		email : 'lea@ferries.example'});
	const list = ['E-mail,Course,Completed on,Score',
		'kim@ferries.example,Security 101,2026-01-05,88',
		'lea@ferries.example,Security 101,5 January,88',
		'nobody@ferries.example,Security 101,2026-01-05,188'];
	for (const script of [true, false]) {
		const page = await site.visitor({script});
		await page.goto(`${url}/training_completion/list`);
		await page.fill('#f-list', list.join('\n'));
		await press(page, 'button[value=look]');
		const text = await page.innerText('main');
		check(/3\s+Completed on\s+5 January/.test(text),
			'a wrong cell by line and column',
			text);
		check(/4\s+E-mail\s+nobody@/.test(text) && /4\s+Score\s+188/.test(text),
			'and all of a line');
		if (script) {
			await noViolations(page, 'a list of courses');
			await officer.goto(`${url}/training_completion`);
			check(!(await officer.innerText('main')).includes('Security 101'),
				'nothing is stored by looking');
		}
		await press(page, 'button[value=store]');
		equal(new URL(page.url()).pathname, '/training_completion', 'stored');
		list[1] = 'kim@ferries.example,Security 102,2026-02-05,88';
		await page.context().close();
	}
	await officer.goto(`${url}/training_completion`);
	const stored = await officer.innerText('main');
	check(stored.includes('Security 101') && stored.includes('Security 102') &&
		!stored.includes('Lea Roy'), 'what was right, and no more', stored);
});

await finish();
