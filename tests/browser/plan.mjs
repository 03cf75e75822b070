// The plan check, from the dropped file to the finding with its owners and dates, by
// keyboard alone; and the same without script.
import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';

import {noViolations} from '../support/browser.mjs';
import {openSite, refusedByPolicy, sidewaysScroll} from '../support/site.mjs';
import {check, equal, finish, section} from '../support/test.mjs';

const samples = process.env.WARDROOM_SAMPLES ?? 'tests/samples';
const plan = path.join(samples, 'plans/plan.docx');

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

const main = 'main button.btn.main';

async function startByKeyboard(page, url) {
	await page.goto(`${url}/check`);
	await tabTo(page, '#f-file');
	// What the browser's own file dialog does cannot be typed in a test.
	await page.setInputFiles('#f-file', plan);
	await tabTo(page, '#f-pack');
	await page.keyboard.type('IS.009');
	await tabTo(page, main);
	await page.keyboard.press('Enter');
	await page.waitForURL(/plan_check.+work/, {timeout : 60000});
	await page.waitForSelector('#h-part');
}

const openParts = page => page.locator('.parts svg.i:not(.ok):not(.no)').count();

// Waits without script of ours in the page: its policy forbids that, and rightly.
async function until(holds) {
	for (let tries = 0; tries < 200; tries++) {
		if (await holds())
			return;
		await new Promise(resolve => setTimeout(resolve, 50));
	}
	throw new Error('waited in vain');
}

// Where nothing was proposed the heading has the focus: Enter there records nothing.
async function enterIsHarmless(page, open) {
	await page.keyboard.press('Enter');
	await new Promise(resolve => setTimeout(resolve, 150));
	equal(await openParts(page), open, 'Enter on the heading records nothing');
}

// Enter on the first button: accept the best passage, or say that there is none.
async function answerAll(page) {
	let answers = 0;
	for (; answers < 60; answers++) {
		const open = await openParts(page);
		if (open === 0)
			break;
		const none = await page.locator('button[data-first]').count() === 0;
		if (none && await page.evaluate(() => document.activeElement.matches('h2')))
			await enterIsHarmless(page, open);
		await tabTo(page, none ? 'button[value=reject]' : '[data-first]');
		await page.keyboard.press('Enter');
		await until(async () => await openParts(page) < open);
	}
	return answers;
}

async function findingByKeyboard(page) {
	await tabTo(page, '.pagehead a.btn.main');
	await page.keyboard.press('Enter');
	await page.waitForSelector('.gates');
	await noViolations(page, 'judgement');
	if (await page.locator(main).count() === 0)
		return false;
	await firstGapByKeyboard(page);
	await tabTo(page, '#f-finding button.btn.main');
	await page.keyboard.press('Enter');
	await page.waitForURL(/gaps/);
	await page.waitForSelector('.gapset');
	return true;
}

// Who closes the first gap, by when and how: settled in the form that writes the finding.
async function firstGapByKeyboard(page) {
	await tabTo(page, '#f-finding select');
	await page.keyboard.press('ArrowDown');
	await tabTo(page, '#f-finding input[type=date]');
	await page.locator('#f-finding input[type=date] >> nth=0').fill('2027-02-01');
	await tabTo(page, '#f-finding [id^=f-measures]');
	await page.keyboard.type('Write the two sections.');
}

// The one click wrote the action as well; what the other gaps lack is warned of.
async function firstGapIsSettled(page) {
	const first = page.locator('.gapset >> nth=0');
	equal(await first.locator('input[type=date]').inputValue(), '2027-02-01',
		'the day of the first gap');
	check(await first.locator('select').inputValue() !== '', 'and its owner');
	equal(await first.locator('[id^=f-measures]').inputValue(),
		'Write the two sections.', 'and what will be done');
	check(await first.locator('a[href*=corrective_action]').count() === 1,
		'the corrective action is written');
	const sets = await page.locator('.gapset').count();
	check(sets === 1 || await page.locator('details.warn li').count() >= 2 * (sets - 1),
		'each other gap is warned of');
	await noViolations(page, 'gaps');
}

async function ownersByKeyboard(page) {
	const sets = await page.locator('.gapset').count();
	for (let i = 0; i < sets; i++) {
		const id = await page.locator('.gapset').nth(i).getAttribute('id');
		const code = id.slice(2);
		await tabTo(page, `#f-owner-${code}`);
		await page.keyboard.press('ArrowDown');
		await tabTo(page, `#f-due-${code}`);
		await page.fill(`#f-due-${code}`, '2027-03-01');
	}
	await tabTo(page, main);
	await page.keyboard.press('Enter');
	await page.waitForSelector('.said');
	return sets;
}

const site = await openSite();

await section('by keyboard alone', async () => {
	const page = await site.visitor();
	await startByKeyboard(page, site.url);
	await noViolations(page, 'workbench');
	check(await page.locator('mark').count() > 0,
		'the words that spoke for it are marked');
	const answers = await answerAll(page);
	check(answers >= 11, 'every part has an answer', answers);
	const found = await findingByKeyboard(page);
	check(found, 'the finding is written');
	if (found) {
		await firstGapIsSettled(page);
		const sets = await ownersByKeyboard(page);
		check(sets > 0, 'each gap has an owner and a date', sets);
	}
	equal(await refusedByPolicy(page), [], 'nothing was refused by the policy');
	equal(page.faults, [], 'no fault in the script');
	await page.context().close();
});

await section('without script', async () => {
	const page = await site.visitor({script : false});
	await page.goto(`${site.url}/check`);
	await page.setInputFiles('#f-file', plan);
	await page.selectOption('#f-pack', 'ma-is009');
	await page.click(main);
	await page.waitForSelector('.bench');
	const code = page.url().match(/PLC-\d+/)[0];
	await page.click('.use >> nth=0');
	check((await page.innerText('.said')).length > 0, 'a passage is pointed to');
	await page.goto(`${site.url}/plan_check/${code}/work?part=6.5.1.1:cause`);
	await page.fill('#f-find', 'incident');
	await page.click('.text .filters button');
	check(await page.locator('.pass').count() > 0, 'words are found in the text');
	for (const kind of ['json', 'csv']) {
		const answer = await page.request.get(
			`${site.url}/plan_check/${code}/report.${kind}`);
		equal(answer.status(), 200, `the report as ${kind}`);
	}
	await page.context().close();
});

// The container that an encrypted DOCX is kept in.
function lockedDocument() {
	const file = Buffer.alloc(4096);
	file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
	file.write('EncryptedPackage', 1024, 'utf16le');
	return file;
}

// One page with a line drawn on it.
function pdfWithoutText() {
	const drawn = '0 0 m 100 100 l S';
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>',
		`<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`];
	let file = '%PDF-1.4\n', table = '0000000000 65535 f \n';
	objects.forEach((object, i) => {
		table += `${String(file.length).padStart(10, '0')} 00000 n \n`;
		file += `${i + 1} 0 obj\n${object}\nendobj\n`;
	});
	const start = file.length;
	return Buffer.from(`${file}xref\n0 5\n${table}trailer\n` +
		`<< /Size 5 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
}

await section('what cannot be read', async () => {
	const page = await site.visitor();
	await page.goto(`${site.url}/check`);
	const text = readFileSync(plan);
	for (const [name, buffer, reason] of [
		['plan.docx', text.subarray(0, 5000), /damaged/],
		['plan.pdf', text, /name says PDF/],
		['locked.docx', lockedDocument(), /protected by a password/],
		['pages.pdf', pdfWithoutText(), /pictures of pages/]]) {
		await page.goto(`${site.url}/check`);
		await page.setInputFiles('#f-file',
			{name, mimeType : 'application/octet-stream', buffer});
		await page.selectOption('#f-pack', 'ma-is009');
		await page.click(main);
		await page.waitForSelector('.errors');
		check(reason.test(await page.innerText('.errors')), `${name}: ${reason}`,
			await page.innerText('.errors'));
		check(await page.evaluate(() => document.activeElement.matches('.errors')),
			'the reasons have the focus');
	}
	await noViolations(page, 'a file that cannot be read');
	await page.context().close();
});

for (const view of [{dark : true}, {width : 320}, {width : 390, lang : 'fr'}]) {
	await section('other views', async () => {
		const page = await site.visitor(view);
		const name = JSON.stringify(view);
		await page.goto(`${site.url}/plan_check`);
		const href = await page.getAttribute('tbody a.t >> nth=0', 'href');
		for (const place of ['work', 'report']) {
			await page.goto(`${site.url}${href}/${place}`);
			await noViolations(page, `${place} ${name}`);
			check(await sidewaysScroll(page) <= 0,
				`no sideways scroll: ${place} ${name}`);
		}
		await page.context().close();
	});
}

await finish();
