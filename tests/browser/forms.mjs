// Forms: without script they post; what was typed is never lost; a foreign token changes
// nothing; the script's conveniences do what they say.
import {login, password} from '../support/server.mjs';
import {openSite, submit} from '../support/site.mjs';
import {check, equal, finish, section} from '../support/test.mjs';

const site = await openSite();
const {url} = site;

await section('nothing typed is lost', async () => {
	const page = await site.visitor({script : false});
	await page.goto(`${url}/finding/new`);
	await page.fill('#f-title', 'A title');
	await page.fill('#f-condition', 'First line\n<script>alert(1)</script>');
	await page.fill('#f-response_due_on', '2027-02-03');
	await page.click(submit);
	check(await page.locator('.errors a[href="#f-source"]').count() === 1,
		'the reason leads to its field');
	equal(await page.inputValue('#f-title'), 'A title', 'the line is kept');
	equal(await page.inputValue('#f-condition'),
		'First line\n<script>alert(1)</script>', 'the text is kept');
	equal(await page.inputValue('#f-response_due_on'), '2027-02-03',
		'the date is kept');
	await page.selectOption('#f-source', {index : 1});
	await page.click(submit);
	check(/\/finding\/FND-\d+$/.test(new URL(page.url()).pathname), 'then it is made');
	check((await page.innerText('main')).includes('<script>alert(1)</script>'),
		'what was typed is text, never markup');
	await page.context().close();
});

// Ends every session of the account but that of this visit.
async function endOtherSessions() {
	const page = await site.visitor({script : false});
	await page.goto(`${url}/account`);
	const others = page.locator('button[value=end-session]');
	while (await others.count() > 0)
		await others.first().click();
	await page.context().close();
}

for (const script of [true, false]) {
	await section(`a session that ends while one types, script ${script}`, async () => {
		const page = await site.visitor({script});
		const title = `Typed for an hour, script ${script}`;
		await page.goto(`${url}/finding/new`);
		await page.fill('#f-title', title);
		await page.fill('#f-condition', 'A long text\n"quoted" & <b>.');
		await page.selectOption('#f-source', {index : 1});
		await endOtherSessions();
		await page.click(submit);
		await page.waitForSelector('#f-password');
		await page.fill('#f-login', login);
		await page.fill('#f-password', 'mistaken');
		await page.click('main button[type=submit]');
		await page.fill('#f-password', password);
		await page.click('main button[type=submit]');
		check((await page.innerText('.typed >> nth=1')).includes('"quoted" & <b>.'),
			'after the sign-in the text is there');
		await page.click(submit);
		check(/\/finding\/FND-\d+$/.test(new URL(page.url()).pathname),
			'and is saved when it is sent again', page.url());
		check((await page.innerText('main')).includes('"quoted" & <b>.'),
			'letter by letter');
		equal(page.faults.filter(fault => !/status of 4(03|22)/.test(fault)), [],
			'no fault in the script');
		await page.context().close();
	});
}

await section('a file is kept while its form is refused', async () => {
	const page = await site.visitor({script : false});
	await page.goto(`${url}/evidence/new`);
	await page.setInputFiles('#f-file', {
		name : 'proof.txt',
		mimeType : 'text/plain',
		buffer : Buffer.from('proof')
	});
	await page.click(submit);
	check(await page.locator('.errors').count() === 1, 'the form is refused');
	check(await page.locator('input[name=file_kept]').count() === 1,
		'the file is kept');
	await page.fill('#f-title', 'Proof');
	await page.context().close();
});

await section('tokens', async () => {
	const page = await site.visitor();
	for (const token of ['', 'x', '0'.repeat(64)]) {
		const answer = await page.request.post(`${url}/plan/new`, {
			form : {_csrf : token, title : 'forged', kind : 'incident_response'}
		});
		equal(answer.status(), 403, `a form with the token "${token}" is refused`);
	}
	await page.goto(`${url}/plan?words=forged`);
	equal(await page.locator('tbody tr').count(), 0, 'nothing was made');
	const away = await page.request.get(
		`${url}/language/fr?back=//example.org/`, {maxRedirects : 0});
	equal(away.headers().location, '/', 'no way out through the language link');
	await page.context().close();
});

await section('the bin', async () => {
	const page = await site.visitor({script : false});
	const code = await site.create(page, 'person', {name : 'Temporary Person'});
	await page.goto(`${url}/person/${code}/withdraw`);
	await page.click(submit);
	check(await page.locator('.errors').count() === 1, 'a reason is asked for');
	await page.fill('#f-reason_', 'entered twice');
	await page.click(submit);
	await page.goto(`${url}/bin/person`);
	check((await page.innerText('tbody')).includes(code), 'it lies in the bin');
	await page.click('tbody button');
	equal(new URL(page.url()).pathname, `/person/${code}`, 'and comes back');
	await page.context().close();
});

await section('language keeps the place', async () => {
	const page = await site.visitor();
	await page.goto(`${url}/plan?sort=-title&limit=50`);
	await page.click('.barlinks a[hreflang="fr-CA"]');
	equal(new URL(page.url()).pathname + new URL(page.url()).search,
		'/plan?sort=-title&limit=50', 'the same address');
	equal(await page.getAttribute('html', 'lang'), 'fr-CA', 'in French');
	await page.context().close();
});

await section('search box on Ctrl K', async () => {
	const page = await site.visitor();
	const code = await site.create(page, 'person', {name : 'Octavia Brandt'});
	await page.goto(`${url}/`);
	await page.keyboard.press('Control+k');
	await page.keyboard.type('octavia');
	await page.waitForSelector('dialog li[role=option]');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await page.waitForURL(`${url}/person/${code}`);
	check(true, 'leads to the record');
	await page.focus('.brand');
	await page.keyboard.press('Control+k');
	await page.keyboard.type('octav');
	await page.waitForSelector('dialog li[role=option]');
	check((await page.innerText('dialog li')).includes('Octavia Brandt'),
		'half a word finds it');
	await page.keyboard.press('Escape');
	equal(await page.locator('dialog').count(), 0, 'Escape closes the box at once');
	check(await page.evaluate(() => document.activeElement.matches('.brand')),
		'and gives the focus back');
	await page.goto(`${url}/search?q=${code}`);
	equal(new URL(page.url()).pathname, `/person/${code}`, 'an ID goes there at once');
	await page.context().close();
});

await section('parts are swapped', async () => {
	const page = await site.visitor();
	await page.goto(`${url}/person`);
	await page.evaluate(() => { window.stayed = true; });
	await page.click('thead a >> nth=0');
	await page.waitForURL(/sort=/);
	check(await page.evaluate(() => window.stayed === true),
		'without loading the page');
	check(await page.locator('th[aria-sort]').count() === 1, 'the order is said');
	await page.context().close();
});

await finish();
