// fields.mjs -- without script and by keyboard: a field is added, a list is saved as a view
// and shared, many records are changed at once; with script, all rows of a page are chosen.
import process from 'node:process';

import {noViolations} from '../support/browser.mjs';
import {openSite, sidewaysScroll, submit} from '../support/site.mjs';
import {check, equal, finish, section} from '../support/test.mjs';

const site = await openSite();
const {url} = site;
const page = await site.visitor({script : false});
page.setDefaultTimeout(8000);
const main = () => page.innerText('main');

// axe is a script: it sees the same address in a visit that has script.
const seeing = await site.visitor();
async function noViolationsHere(name) {
	await seeing.goto(page.url());
	await noViolations(seeing, name);
}

// Tab until the control has the focus; nothing is clicked.
async function reach(selector) {
	for (let tabs = 0; tabs < 150; tabs++) {
		if (await page.locator(selector).first().evaluate(
			    element => element === document.activeElement))
			return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`${selector} is not reached by keyboard`);
}
async function enter(selector) {
	await reach(selector);
	await Promise.all([ page.waitForNavigation(), page.keyboard.press('Enter') ]);
}

await section('a field of the organisation', async () => {
	await site.create(page, 'local_field', {
		title : 'Region',
		title_fr : 'Région',
		record_type : 'plan',
		key : 'region',
		kind : 'choice',
		options : 'north: North | Nord\nsouth: South | Sud',
		listed : 'yes'
	});
	await noViolationsHere('the page of a field');
	for (const [title, region] of [['Northern plan', 'north'],
		     ['Southern plan', 'south'], ['Other plan', 'south']])
		await site.create(page, 'plan',
			{title, kind : 1, local_region : region});
	check((await main()).includes('Region'), 'it stands on the record');
	await page.goto(`${url}/plan?local_region=north`);
	const list = await main();
	check(list.includes('Northern plan') && !list.includes('Southern plan'),
		'the list filters by it');
	check((await page.textContent('thead')).includes('Region'), 'and has its column');
	await noViolationsHere('a list with it');
});

await section('a view, by keyboard', async () => {
	await page.goto(`${url}/plan?local_region=north&sort=title`);
	await enter('.views .act');
	await noViolationsHere('saving a view');
	await reach('#f-title');
	await page.keyboard.type('The north');
	await reach('input[name=shared]');
	await page.keyboard.press('Space');
	await enter(submit);
	check(page.url().includes('view=LVW-'), 'it is saved and open');
	equal((await page.textContent('.views [aria-current]')).trim(), 'The north',
		'as the tab that is open');
	check(!(await main()).includes('Southern plan'), 'with its filter');
});

await section('many at once, by keyboard', async () => {
	await page.goto(`${url}/plan`);
	await reach('#f-do');
	await page.keyboard.type('Change: Region');
	for (const code of ['PLN-0001', 'PLN-0002']) {
		await reach(`input[value^="${code}:"]`);
		await page.keyboard.press('Space');
	}
	await enter('.bulk button');
	check((await main()).includes('2 records can be done'), 'it says what to expect');
	await noViolationsHere('before many are changed');
	await page.selectOption('#f-local_region', 'south');
	await page.fill('#f-reason_', 'one region now');
	// Meanwhile somebody changes one of them.
	const other = await site.visitor({script : false});
	await other.goto(`${url}/plan/PLN-0002/edit`);
	await other.fill('#f-title', 'Southern plan, second edition');
	await Promise.all([ other.waitForNavigation(), other.click(submit) ]);
	await other.context().close();
	await enter('main form.bulkform > .btns button');
	const said = await main();
	check(said.includes('1 record was done') && said.includes('1 record was refused'),
		'one is done, the other refused for itself', said);
	check(said.includes('Somebody has changed it'), 'with the reason');
	await page.goto(`${url}/plan?local_region=south`);
	check((await main()).includes('Northern plan'), 'the list follows');
});
await page.context().close();
await seeing.context().close();

await section('all rows of a page, with script', async () => {
	const one = await site.visitor({});
	await one.goto(`${url}/plan`);
	const chosen = () => one.locator('input[name=r]:checked').count();
	await one.check('[data-all]');
	equal(await chosen(), 3, 'all are chosen');
	await one.locator('input[name=r]').first().uncheck();
	check(await one.evaluate(() => document.querySelector('[data-all]').indeterminate),
		'one less: neither all nor none');
	await one.check('[data-all]');
	await one.uncheck('[data-all]');
	equal(await chosen(), 0, 'none');
	await noViolations(one, 'a list whose rows are chosen');
	equal(one.faults.join('; '), '', 'no fault of the script');
	await one.context().close();
});

function picture(look, where) {
	const name = `${Object.keys(look)}-${where.replace(/\W/g, '_')}.png`;
	return `${process.env.WARDROOM_SHOTS}/${name}`;
}
for (const look of [{width : 390}, {dark : true}, {lang : 'fr'}])
	await section(`as it looks: ${JSON.stringify(look)}`, async () => {
		const one = await site.visitor(look);
		for (const where of ['plan', 'plan?view=LVW-0001', 'plan/bulk?r=PLN-0001&' +
			     'do=field:local_region', 'local_field', 'list_view']) {
			await one.goto(`${url}/${where}`);
			await noViolations(one, where);
			check(await sidewaysScroll(one) <= 0, `${where}: nothing sideways`);
			if (process.env.WARDROOM_SHOTS)
				await one.screenshot({path : picture(look, where)});
		}
		await one.context().close();
	});
await finish();
