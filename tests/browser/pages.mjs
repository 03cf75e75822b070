// Every kind of page: axe-core in light, dark, 320 and 390 px, English and French; no
// sideways scroll; nothing refused by the content security policy; within the page budgets.
import {gzipSync} from 'node:zlib';

import {noViolations} from '../support/browser.mjs';
import {openSite, refusedByPolicy, sidewaysScroll, submit} from '../support/site.mjs';
import {check, equal, finish, section} from '../support/test.mjs';

const budget = {
	page : 60_000,
	css : 12_000,
	script : 15_000,
	fonts : 60_000
};
const site = await openSite();
const {url} = site;

// Something true to show on each kind of page.
async function furnish() {
	const page = await site.visitor({script : false});
	const person = await site.create(page, 'person', {name : 'Rahul Lindqvist'});
	const plan = await site.create(page, 'plan', {
		title : 'Ferry incident plan',
		title_fr : 'Plan d’intervention des traversiers',
		kind : 1,
		review_due_on : '2026-01-15'
	});
	const finding = await site.create(page, 'finding', {
		title : 'Restores are untested',
		source : 1,
		condition : 'No restore was **tested**.\n\n- file server\n- database',
		response_due_on : '2027-01-15'
	});
	await site.create(page, 'recommendation',
		{title : 'Test a restore each quarter', finding : 1});
	await page.goto(`${url}/finding/${finding}/edit`);
	await page.fill('#f-condition', 'No restore was tested since 2024.');
	await page.click(submit);
	await page.goto(`${url}/finding/${finding}`);
	await page.fill('#c-text', 'Asked the *owner*.');
	await page.click('#comments button');
	check(await page.locator('.comment em').count() === 1,
		'a comment is shown formatted');
	await page.setInputFiles('#e-file', {
		name : 'log.txt',
		mimeType : 'text/plain',
		buffer : Buffer.from('restored')
	});
	await page.fill('#e-title', 'Log of the restore');
	await page.click('#evidence form button[type=submit]');
	check(await page.locator('#evidence tbody tr').count() === 1, 'evidence is kept');
	await page.context().close();
	return {person, plan, finding};
}

const made = await furnish();
const finding = `/finding/${made.finding}`;
const kinds = [
	'/', `/?why=${made.plan}.review_due_on`, '/?plan=hours',
	'/duties', '/duties?view=missing',
	'/duties/IR-06', '/duties/MISO-041/organisation?at=2026-01-31', '/duties/changes',
	'/duties/then?at=2026-01-31', '/year', '/plan', '/plan?words=nothing-of-it',
	'/plan?columns=kind&columns=owner&sort=-title&limit=50', `/plan/${made.plan}`,
	'/plan/new', finding, `${finding}/edit`, `${finding}/step/issue`,
	`${finding}/history`, `${finding}/proof`, '/checkpoint', '/jobs',
	`${finding}/compare?from=1&to=2`, `${finding}/withdraw`,
	`${finding}/gaps`, '/search?q=incident', '/search', '/bin', '/bin/plan', '/due',
	'/account',
	'/notices', '/notices?show=all', '/admin', '/admin/new', '/admin/settings',
	'/admin/mail', '/help', '/check',
	`/check?plan=${made.plan}`, '/plan/views?open=yes', '/local_field/new',
	'/list_view',
	`/plan/bulk?do=step:adopt&r=${made.plan}&r=PLN-0999`,
	`/plan/bulk?do=owner&r=${made.plan}`
];
const refused = [ '/nothing', '/plan/PLN-9999', '/plan?no_such_field=1' ];

async function look(page, place, name) {
	const answer = await page.goto(url + place);
	const wanted = refused.includes(place) ? [ 404, 422 ] : [ 200 ];
	check(wanted.includes(answer.status()), `${place} answers${name}`, answer.status());
	await noViolations(page, place + name);
	check(await sidewaysScroll(page) <= 0, `no sideways scroll: ${place}${name}`);
	equal(await refusedByPolicy(page), [],
		`the policy refuses nothing: ${place}${name}`);
	return answer;
}

await section('every list and every form', async () => {
	const page = await site.visitor();
	await page.goto(`${url}/help`);
	const types =
		await page.locator('#main dl.fields dt a')
			.evaluateAll(links => links.map(link => link.getAttribute('href')));
	check(types.length > 10, 'the kinds of record are listed', types.length);
	for (const type of types) {
		await look(page, type, '');
		const form = await page.goto(`${url}${type}/new`);
		if (form.status() === 200)
			await noViolations(page, `${type}/new`);
	}
	await page.context().close();
});

for (const view of [{}, {dark : true}, {width : 320}, {width : 390, lang : 'fr'},
	     {width : 320, dark : true, lang : 'fr'}, {forcedColours : true}]) {
	await section(`views ${JSON.stringify(view)}`, async () => {
		const page = await site.visitor(view);
		for (const place of [...kinds, ...refused])
			await look(page, place, ` ${JSON.stringify(view)}`);
		const faults =
			page.faults.filter(fault => !/status of 4(04|22)/.test(fault));
		equal(faults, [], `no fault in the script ${JSON.stringify(view)}`);
		await page.context().close();
	});
}

await section('budgets', async () => {
	const page = await site.visitor();
	const sizes = new Map();
	page.on('response', async answer => {
		if (/\.(css|js)$/.test(answer.url()))
			sizes.set(answer.url(),
				gzipSync(await answer.body().catch(() => '')).length);
	});
	for (const place of kinds) {
		const answer = await page.goto(url + place);
		const size = gzipSync(await answer.body()).length;
		check(size <= budget.page, `${place}: ${size} bytes`);
	}
	await page.waitForTimeout(300);
	const sum = end => [...sizes].filter(([name]) => name.endsWith(end))
		.reduce((all, [, size]) => all + size, 0);
	check(sum('.css') <= budget.css && sum('.css') > 0, `styles: ${sum('.css')} bytes`);
	check(sum('.js') <= budget.script && sum('.js') > 0, `script: ${sum('.js')} bytes`);
	await page.context().close();
});

// Plain pages take the small cut of the font; names that need its marks take the whole.
async function fontsOf(place) {
	const page = await site.visitor();
	const fonts = [];
	page.on('response', answer => {
		if (/\.woff2$/.test(answer.url()))
			fonts.push(answer.body().then(body => body.length));
	});
	await page.goto(url + place);
	await page.evaluate(() => document.fonts.ready.then(() => 0));
	const sizes = await Promise.all(fonts);
	await page.context().close();
	return sizes.reduce((all, size) => all + size, 0);
}

await section('fonts', async () => {
	const plain = await fontsOf('/plan'), marks = await fontsOf('/search?q=W\u0331');
	check(plain > 0 && plain <= budget.fonts, `fonts of a plain page: ${plain} bytes`);
	check(marks > 200_000, `fonts where a name needs the marks: ${marks} bytes`);
});

await section('signed out', async () => {
	const page = await site.visitor({lang : 'fr'});
	await page.click('.barlinks button');
	equal(new URL(page.url()).pathname, '/sign-in', 'signing out leads to the door');
	equal(await page.getAttribute('html', 'lang'), 'fr-CA',
		'in the language of the visit');
	await noViolations(page, 'sign-in');
	await page.goto(`${url}${finding}`);
	equal(new URL(page.url()).pathname, '/sign-in', 'a record asks for a sign-in');
	await page.context().close();
});

await finish();
