// site.mjs -- going about in the pages as a person does, with or without script.
//
//     const site = await openSite();                // a fresh organisation, or
//     WARDROOM_URL const page = await site.visitor({ script: false, lang: 'fr' }); await
//     site.create(page, 'plan', { title: 'Incident plan', kind: 1 });
import process from 'node:process';

import {newPage, openBrowser} from './browser.mjs';
import {login, password, startServer} from './server.mjs';

export const submit = 'main form.form > .btns button[type=submit]';

// Counts what the content security policy refuses, from before the first script on.
async function watchPolicy(page) {
	await page.addInitScript(() => {
		window.refusedByPolicy = [];
		document.addEventListener('securitypolicyviolation',
			event => window.refusedByPolicy.push(
				`${event.violatedDirective} ${event.blockedURI}`));
	});
}

export async function refusedByPolicy(page) {
	return page.evaluate(() => window.refusedByPolicy ?? []);
}

async function signIn(page, url) {
	await page.goto(`${url}/sign-in`);
	await page.fill('#f-login', process.env.WARDROOM_LOGIN ?? login);
	await page.fill('#f-password', process.env.WARDROOM_PASSWORD ?? password);
	await page.click('main button[type=submit]');
	await page.waitForSelector('h1');
}

// A number chooses the option of that place.
async function fill(page, name, value) {
	const control = page.locator(`#f-${name}`);
	const kind = await control.evaluate(element => element.tagName);
	if (kind === 'SELECT')
		await control.selectOption(
			typeof value === 'number' ? {index : value} : value);
	else
		await control.fill(value);
}

export async function openSite() {
	const browser = await openBrowser();
	const server = process.env.WARDROOM_URL ? {url : process.env.WARDROOM_URL}
						: await startServer();
	const {url} = server;

	async function visitor({lang = 'en', ...options} = {}) {
		const page = await newPage(browser, {lang : `${lang}-CA`, ...options});
		await watchPolicy(page);
		await signIn(page, url);
		await page.goto(`${url}/language/${lang}?back=/`);
		return page;
	}

	// The code of the record that was made ("PLN-0003").
	async function create(page, type, values) {
		await page.goto(`${url}/${type}/new`);
		for (const [name, value] of Object.entries(values))
			await fill(page, name, value);
		await Promise.all([ page.waitForNavigation(), page.click(submit) ]);
		const made = new URL(page.url()).pathname.match(/^\/\w+\/([A-Z]+-\d+)$/);
		if (!made)
			throw new Error(
				`${type} was not made: ${await page.innerText('main')}`);
		return made[1];
	}

	return {url, browser, server, visitor, create, fill};
}

export async function sidewaysScroll(page) {
	return page.evaluate(() => document.documentElement.scrollWidth -
			document.documentElement.clientWidth);
}
