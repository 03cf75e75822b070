// keeping.mjs -- what is due, chosen and proposed; a rule changed; a record erased: without
// script, wide and narrow, dark and French; nothing for axe to find.
import path from 'node:path';
import process from 'node:process';
import { newPage, noViolations, openBrowser } from '../support/browser.mjs';
import { keeper } from '../support/keeper.mjs';
import { login, password } from '../support/server.mjs';
import { sidewaysScroll } from '../support/site.mjs';
import { check, equal, finish, section } from '../support/test.mjs';

const k = await keeper();
// The address of the server changes when it is started again.
const at = where => k.server.url + where;
await k.ruleSays({ years: 0, afterwards: 'archive', own_target: true });
const first = await k.exercise('Harbour drill', {}, 'what was seen');
const held = await k.exercise('Collision at the narrows');
const last = await k.exercise('Call-out of the night watch');
const hold = await k.made('legal_hold', { title: { en: 'Collision', fr: 'Collision' },
	grounds: { en: 'A claim was made' }, starts_on: '2026-01-05', records: [held.id] });
const rule = await k.rule();

const browser = await openBrowser();
async function visitor(options) {
	const page = await newPage(browser, options);
	page.setDefaultTimeout(30000);
	await page.goto(at('/sign-in'));
	await page.fill('#f-login', login);
	await page.fill('#f-password', password);
	await Promise.all([page.waitForURL(at('/')), page.press('#f-password', 'Enter')]);
	return page;
}
// KEEPING_SHOTS=FOLDER keeps a picture of each page.
async function shot(page, name) {
	if (process.env.KEEPING_SHOTS)
		await page.screenshot({ fullPage: true,
			path: path.join(process.env.KEEPING_SHOTS, `${name}.png`) });
}
const submit = (page, selector) =>
	Promise.all([page.waitForNavigation(), page.click(selector)]);

const plain = await visitor({ script: false });
let disposal, line;
await section('chosen from what is due, without script', async () => {
	await plain.goto(at('/due?type=exercise'));
	const text = await plain.innerText('main');
	check([first, held, last].every(e => text.includes(e.code)), 'all that is due');
	equal(await plain.locator('input[name=record]').count(), 2, 'what is held is not');
	for (const e of [first, last])
		await plain.check(`input[value="${e.code}"]`);
	await plain.fill('#f-grounds', 'Their time is over');
	await submit(plain, 'form[method=post] .filters button');
	disposal = plain.url().match(/DSP-\d+/)[0];
	check((await plain.innerText('main')).includes('Draft'), 'a draft of a disposal');
	const id = (await k.read('disposal', disposal)).id;
	await k.took(k.rai, 'disposal', id, 'propose');
	await k.took(k.vera.token, 'disposal', id, 'approve', {}, 'Over');
	await k.until('the exports are made', async () => (await k.list('disposal_item'))
		.every(l => l.state === 'exported'));
	line = (await k.list('disposal_item'))[0].code;
});

await section('a rule is changed, without script', async () => {
	await plain.goto(at(`/retention_rule/${rule.code}/edit`));
	await plain.fill('#f-years', '3');
	await submit(plain, 'form.form .btns button');
	check((await plain.innerText('#touches')).includes('3 records are due no more'),
		'what it touches is shown');
	await submit(plain, 'form.form .btns button');
	equal((await k.rule()).fields.years, 3, 'and then it is saved');
	await k.ruleSays({ years: 0 });
});

await section('erased, without script', async () => {
	const where = at(`/exercise/${held.code}`);
	await plain.goto(where);
	await submit(plain, 'text=Erase for good');
	check((await plain.innerText('main')).includes(hold.code),
		'a hold is named at once');
	const other = await k.exercise('To be erased');
	await plain.goto(at(`/exercise/${other.code}/erase`));
	await plain.fill('#f-reason_', 'asked for');
	await plain.fill('#f-confirm_', other.code);
	await submit(plain, 'form.form .btns button');
	check((await plain.innerText('main')).includes('in the bin'),
		'what is left is empty');
});

const pages = () => [
	['due', '/due'], ['due-none', '/due?type=plan'],
	['hold', `/legal_hold/${hold.code}`], ['disposal', `/disposal/${disposal}`],
	['line', `/disposal_item/${line}`],
	['hand-over', `/disposal_item/${line}/step/hand_over`],
	['rule', `/retention_rule/${rule.code}`], ['held', `/exercise/${held.code}`],
	['erase', `/exercise/${held.code}/erase`],
];
for (const [name, options, french] of [['wide', {}], ['narrow', { width: 390 }],
	['dark', { dark: true }], ['french', { lang: 'fr-CA' }, true]])
	await section(`looked at: ${name}`, async () => {
		const page = await visitor(options);
		if (french)
			await page.goto(at('/language/fr?back=/'));
		for (const [what, where] of pages()) {
			await page.goto(at(where));
			await noViolations(page, `${what}, ${name}`);
			equal(await sidewaysScroll(page), 0, `${what}, ${name}: no scroll`);
			await shot(page, `${what}-${name}`);
		}
		await page.goto(at(`/retention_rule/${rule.code}/edit`));
		await page.fill('#f-years', '5');
		await submit(page, 'form.form .btns button');
		await noViolations(page, `what a rule touches, ${name}`);
		equal(await sidewaysScroll(page), 0, `touches, ${name}: no scroll`);
		await shot(page, `touches-${name}`);
		equal(page.faults, [], 'nothing went wrong in the script');
	});
await finish();
