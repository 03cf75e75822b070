// A policy acknowledged by keyboard from its link, with the code from the mail and signed
// in; an exemption from its request to its grant, by keyboard.
import {spawn} from 'node:child_process';
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';

import {newPage, noViolations, openBrowser} from '../support/browser.mjs';
import {command, freshDatabase, password, root, scratchFolder, startServer} from
	'../support/server.mjs';
import {sidewaysScroll, submit} from '../support/site.mjs';
import {check, equal, finish, onFinish, section} from '../support/test.mjs';

const folder = await scratchFolder();
const db = await freshDatabase(folder);
const secret = path.join(folder, 'secret');
await writeFile(secret, password + '\n', {mode : 0o600});
for (const [login, name, role] of [['kim', 'Kim Sato', 'staff'],
	     ['dana', 'Dana Whitford', 'executive'],
	     ['omar', 'Omar Reyes', 'system-owner']]) {
	const made = await command('user', 'add', login, '--db', db, '--name', name,
		'--role', role, '--password-file', secret);
	check(made.status === 0, `an account for ${login}`, made.stderr);
}

// ---- a mail server, and a server that uses it ----

const post = path.join(folder, 'post');
async function startPost() {
	await mkdir(post);
	const child = spawn('/usr/bin/python3',
		[path.join(root, 'tests/support/smtp.py'), post],
		{stdio : ['pipe', 'pipe', 'inherit']});
	onFinish(() => child.stdin.end());
	return new Promise((resolve, reject) => {
		child.once('exit', () => reject(new Error('the mail server ended')));
		child.stdout.once('data', line => resolve(Number(String(line).trim())));
	});
}
const configuration = path.join(folder, 'wardroom.conf');
await writeFile(configuration, `[mail]\nserver = 127.0.0.1\nport = ${await startPost()}\n` +
	'security = none\nretry_seconds = 1\nfrom = wardroom@agency.test\n');
const server = await startServer({db, args : ['--config', configuration]});
const {url} = server;
const browser = await openBrowser();

async function signedIn(login, options = {}) {
	const page = await newPage(browser, options);
	await page.goto(`${url}/sign-in`);
	await page.fill('#f-login', login);
	await page.fill('#f-password', password);
	await page.click('main button[type=submit]');
	await page.waitForSelector('h1');
	return page;
}

// ---- what was there before: over REST ----

async function newToken(login) {
	const made = await command('token', 'add', login, 'setting-up', '--db', db);
	check(made.status === 0, `a token of ${login}`, made.stderr);
	return made.stdout.trim();
}
const tokens = Object.fromEntries(await Promise.all(
	['officer', 'omar'].map(async login => [login, await newToken(login)])));

async function call(who, method, where, body, headers = {}) {
	const answer = await fetch(`${url}/api/v1${where}`, {method,
		headers : {authorization : `Bearer ${tokens[who]}`,
			...(body ? {'content-type' : 'application/json'} : {}), ...headers},
		body : body && JSON.stringify(body)});
	const json = await answer.json();
	check(answer.ok, `${method} ${where}`, JSON.stringify(json));
	return json;
}
const create = (who, type, fields) => call(who, 'POST', `/${type}`, {fields});
async function takeStep(type, record, name, fields = {}) {
	const {version} = await call('officer', 'GET', `/${type}/${record.id}`);
	return call('officer', 'POST', `/${type}/${record.id}/steps/${name}`, {fields},
		{'if-match' : `"${version}"`});
}

// ---- by keyboard: presses Tab until what has the focus matches; never a click ----

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
const enter = page =>
	Promise.all([ page.waitForNavigation(), page.keyboard.press('Enter') ]);
const press = async (page, selector) => {
	await tabTo(page, selector);
	await enter(page);
};
const typeInto = async (page, name, words) => {
	await tabTo(page, `#f-${name}`);
	await page.keyboard.type(words);
};

// The browser's own field for dates: reached by keyboard, its parts differ by language.
async function typeDate(page, name, date) {
	await tabTo(page, `#f-${name}`);
	await page.fill(`#f-${name}`, date);
}

const officer = await signedIn('officer');
const instrument = await create('officer', 'instrument',
	{title : {en : 'Appropriate use'}, kind : 'policy'});
const edition = await create('officer', 'edition', {title : {en : 'Appropriate use 1'},
	instrument : instrument.id, effective_from : '2026-01-01',
	address : 'https://policies.agency.test/appropriate-use'});

// ---- acknowledging ----

await takeStep('edition', edition, 'publish');
for (const person of (await call('officer', 'GET', '/person?limit=100')).items)
	await call('officer', 'PATCH', `/person/${person.id}`, {fields : {
		email : `${person.fields.name.split(' ')[0].toLowerCase()}@agency.test`}},
		{'if-match' : `"${person.version}"`});
const request = await create('officer', 'acknowledgement_request', {
	title : {en : 'Appropriate use of our systems'}, purpose : 'appropriate_use',
	edition : edition.id, summary : {en : 'What one may do with *our* systems.'},
	wording : {en : 'I have read it and follow it.'}, due_on : '2099-12-31'});
await takeStep('acknowledgement_request', request, 'open');
const asking = request.code;

async function people() {
	await officer.goto(`${url}/acknowledgement_request/${asking}/people`);
	return officer.innerText('h1');
}
equal(await people(), '0 of 4 have acknowledged', 'at first nobody has');
const link = await officer.getAttribute('main a[href^="/a/"]', 'href');

async function mailsTo(address) {
	const mails = [];
	for (const name of await readdir(post))
		if (name.endsWith('.eml')) {
			const text = await readFile(path.join(post, name), 'utf8');
			if (text.includes(`X-To: ${address}`))
				mails.push(text);
		}
	return mails;
}
async function codeFor(address, count = 1) {
	for (let tries = 0; tries < 600; tries++) {
		const mails = await mailsTo(address);
		if (mails.length >= count)
			return mails.at(-1).match(/\d{4} \d{4}/)[0];
		await new Promise(resolve => setTimeout(resolve, 100));
	}
	throw new Error(`no mail came for ${address}`);
}

for (const script of [true, false])
	await section(`by keyboard, the code from the mail, script ${script}`, async () => {
		const login = script ? 'kim' : 'omar', address = `${login}@agency.test`;
		const page = await newPage(browser, {width : 390, height : 844, script});
		const before = await people();
		await page.goto(url + link);
		await page.goto(url + link);
		equal(await people(), before, 'opening the link records nothing');
		if (script)     // axe itself needs it
			await noViolations(page, 'a policy to acknowledge');
		check(await sidewaysScroll(page) <= 0, 'it fits a telephone');
		await typeInto(page, 'email', address);
		await enter(page);
		check(!page.url().includes('@'), 'the address is in no address of ours');
		await typeInto(page, 'code', '1234 5678');
		await enter(page);
		check((await page.innerText('main')).includes('not the code'),
			'a wrong code confirms nothing');
		equal(await people(), before, 'and records nothing');
		await typeInto(page, 'code', await codeFor(address));
		await enter(page);
		check((await page.innerText('main')).includes('on record'),
			'it is on record');
		if (script)
			await noViolations(page, 'a policy acknowledged');
		equal(await people(), script ? '1 of 4 have acknowledged'
					      : '2 of 4 have acknowledged', 'and counted');
		await page.context().close();
	});

await section('unknown addresses get the same answer', async () => {
	const page = await newPage(browser);
	const answers = [];
	for (const address of ['kim@agency.test', 'nobody@agency.test']) {
		await page.goto(url + link);
		await page.fill('#f-email', address);
		await Promise.all([ page.waitForNavigation(),
			page.click('main button.main') ]);
		answers.push((await page.innerText('main')).replaceAll(address, ''));
	}
	equal(answers[0], answers[1], 'whether an address is known is not told');
	await page.fill('#f-code', await codeFor('kim@agency.test'));
	await Promise.all([ page.waitForNavigation(),
		page.click('main button.main >> nth=0') ]);
	equal(await people(), '2 of 4 have acknowledged', 'the same person counts once');
	equal((await mailsTo('kim@agency.test')).length, 1, 'no second code for who has');
	await page.context().close();
});

await section('signed in, one button', async () => {
	const page = await signedIn('dana');
	await page.goto(url + link);
	check((await page.innerText('main')).includes('as Dana Whitford'),
		'it says as whom');
	await press(page, 'main button.main');
	equal(await people(), '3 of 4 have acknowledged', 'three have');
	check((await officer.innerText('main ul')).includes('officer') ||
		await officer.locator('main ul.plain li').count() === 1, 'one is missing');
	await noViolations(officer, 'who has acknowledged');
	await takeStep('acknowledgement_request', request, 'close');
	await page.goto(url + link);
	check((await page.innerText('main')).includes('closed'), 'a closed link says so');
	const gone = await page.goto(`${url}/a/0123456789abcdef0123456789abcdef`);
	equal(gone.status(), 404, 'no link of ours');
	await page.context().close();
});

// ---- an exemption ----

await section('an exemption, from the request to the grant, by keyboard', async () => {
	const held = [];
	for (const title of ['Risk assessment', 'Privacy assessment'])
		held.push(await create('officer', 'evidence', {title : {en : title},
			kind : 'record', note : 'On file.', received_on : '2026-01-05'}));
	const {code} = await create('omar', 'exemption', {
		title : {en : 'Old counter machines'}, kind : 'later', edition : edition.id,
		duties : 'MISO-077', grounds : {en : 'They cannot be updated.'},
		wanted_until : '2099-06-30', risk_assessment : held[0].id,
		privacy_assessment : held[1].id, standard_owner : {en : 'Central office'},
		faqs_read : true, needed : true});
	const dana = await signedIn('dana');
	const today = new Date().toLocaleDateString('en-CA',
		{timeZone : 'America/Vancouver'});
	const step = async (page, name, words = {}, dates = {}) => {
		await page.goto(`${url}/exemption/${code}`);
		await press(page, `main a[href*="/step/${name}"]`);
		for (const [field, date] of Object.entries(dates))
			await typeDate(page, field, date);
		for (const [field, text] of Object.entries(words))
			await typeInto(page, field === 'reason' ? 'reason_' : field, text);
		await press(page, submit);
		check(!page.url().includes('/step/'), `${name} is taken`,
			await page.innerText('main'));
	};
	await step(officer, 'check');
	await step(officer, 'endorse', {reason : 'The counter is watched.'});
	await step(dana, 'approve', {reason : 'The risk is small.'});
	await step(officer, 'submit');
	await step(dana, 'grant', {reference : 'EX-7', rationale : 'Small.'},
		{decided_on : today, starts_on : today, ends_on : '2098-12-31'});
	check((await dana.innerText('main')).includes('Granted'), 'it is granted');
	await noViolations(dana, 'a granted exemption');
	await dana.goto(`${url}/duty_decision/DDC-1`);
	check((await dana.innerText('main')).includes('MISO-077'), 'its duty is set aside');
	await dana.context().close();
});

await finish();
