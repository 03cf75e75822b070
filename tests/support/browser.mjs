// browser.mjs -- Debian's Chromium, driven by playwright-core; accessibility by axe-core.
//
//     const browser = await openBrowser();
//     const page = await newPage(browser, { width: 320, dark: true, script: false });
//     await noViolations(page, 'list of plans, dark');
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { root } from './server.mjs';
import { check, onFinish } from './test.mjs';

const require = createRequire(import.meta.url);
const axeFile = path.join(root, 'node_modules/axe-core/axe.min.js');
const axeSource = readFileSync(axeFile, 'utf8');

export async function openBrowser() {
	const places = [process.env.CHROMIUM, '/usr/bin/chromium',
		'/usr/bin/chromium-browser'];
	const executablePath = places.find(place => place && existsSync(place));
	if (!executablePath)
		throw new Error('there is no Chromium: apt-get install chromium');
	const args = ['--disable-gpu', '--disable-dev-shm-usage'];
	if (process.getuid?.() === 0)
		args.push('--no-sandbox');
	const browser = await chromium.launch({ executablePath, args });
	onFinish(() => browser.close());
	return browser;
}

export async function newPage(browser, { width = 1280, height = 900, dark = false,
	script = true, lang = 'en-CA', forcedColours = false, storageState } = {}) {
	const context = await browser.newContext({
		viewport: { width, height },
		colorScheme: dark ? 'dark' : 'light',
		forcedColors: forcedColours ? 'active' : 'none',
		javaScriptEnabled: script,
		locale: lang,
		storageState,
		bypassCSP: false,
	});
	const page = await context.newPage();
	page.faults = [];
	page.on('pageerror', error => page.faults.push(`script: ${error.message}`));
	page.on('console', message => {
		if (message.type() === 'error')
			page.faults.push(`console: ${message.text()}`);
	});
	return page;
}

// axe-core over the whole page, in a world of its own, so that the page's content security
// policy stays as it is in production.
export async function violations(page) {
	const session = await page.context().newCDPSession(page);
	const { frameTree } = await session.send('Page.getFrameTree');
	const { executionContextId } = await session.send('Page.createIsolatedWorld',
		{ frameId: frameTree.frame.id, worldName: 'axe' });
	const evaluate = async (expression, awaitPromise) => {
		const answer = await session.send('Runtime.evaluate', { expression,
			awaitPromise, contextId: executionContextId, returnByValue: true });
		const fault = answer.exceptionDetails;
		if (fault)
			throw new Error(fault.exception?.description ?? 'axe failed');
		return answer.result.value;
	};
	await evaluate(axeSource + '\n;0', false);
	const found = await evaluate(`axe.run(document, { resultTypes: ['violations'] })
		.then(r => r.violations.map(v => v.id + ': ' + v.help + '\\n' + v.nodes
			.map(n => n.target + ' ' + n.failureSummary).join('\\n')))`, true);
	await session.detach();
	return found;
}

export async function noViolations(page, name) {
	const found = await violations(page);
	return check(found.length === 0, `axe: ${name}`, found.join('\n'));
}

export { require };
