// A large plan is read by a job, whose page shows how far it is: with script it leads on by
// itself, without it by links; stopped, refused and in a list.  axe-core on each state.
import { bigDocuments } from '../support/big_documents.mjs';
import { noViolations } from '../support/browser.mjs';
import { openSite, refusedByPolicy, sidewaysScroll } from '../support/site.mjs';
import { check, equal, finish, section } from '../support/test.mjs';

const site = await openSite();
const { url } = site;
const mebibyte = 1024 * 1024;
const plan = bigDocuments(3 * mebibyte, mebibyte)['pictures.docx']();
const broken = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(2 * mebibyte, 'x')]);

async function send(page, name, buffer) {
	await page.goto(`${url}/check`);
	await page.setInputFiles('#f-file', { name, buffer,
		mimeType: 'application/octet-stream' });
	if (await page.locator('#f-pack').count() > 0)
		await page.selectOption('#f-pack', 'ma-is009');
	await page.fill('#f-new_title', name);
	await page.click('main form.form .btns button[type=submit]');
}

async function looksRight(page, what) {
	await noViolations(page, what);
	check(await sidewaysScroll(page) <= 0, `no sideways scroll: ${what}`);
	equal(await refusedByPolicy(page), [], `the policy refuses nothing: ${what}`);
}

await section('with script the page leads on by itself', async () => {
	const page = await site.visitor();
	await send(page, 'plan.docx', plan);
	await page.waitForURL(/\/plan_check\/PLC-\d+\/work/);
	equal(page.faults, [], 'no fault in the script');
	await page.context().close();
});

await section('without script by links', async () => {
	const page = await site.visitor({ script: false });
	await send(page, 'plan.docx', plan);
	await page.waitForURL(/\/jobs\//);
	for (let i = 0; i < 600 && await page.locator('#job-look').count() > 0; i++) {
		await page.click('#job-look');
		await new Promise(resolve => setTimeout(resolve, 100));
	}
	await page.click('#job-go');
	check(page.url().includes('/plan_check/PLC-'), 'to the check', page.url());
	await page.context().close();
});

// Where a job of each end is, made without script so that the page stays.
const jobs = {};
await section('stopped, refused, done', async () => {
	const page = await site.visitor({ script: false });
	for (const [end, name, bytes] of [['done', 'plan.docx', plan],
		['failed', 'broken.pdf', broken]]) {
		await send(page, name, bytes);
		await page.waitForURL(/\/jobs\//);
		jobs[end] = page.url();
		for (let i = 0; i < 600 && await page.locator('#job-look').count() > 0; i++)
			await page.click('#job-look');
	}
	check(await page.locator('main .reasons, main [role=alert]').count() > 0,
		'the reasons are shown');
	equal(await page.locator('#job-go').count(), 0, 'and nothing to go on to');
	await page.goto(`${url}/jobs`);
	equal(await page.locator('main tbody tr').count(), 4, 'each is in the list');
	await page.context().close();
});

await section('a job that is stopped while it runs', async () => {
	const page = await site.visitor({ script: false });
	await send(page, 'words.txt', bigDocuments(12 * mebibyte, 0)['words.txt']());
	await page.waitForURL(/\/jobs\//);
	if (await page.locator('#job-cancel').count() > 0)
		await page.click('#job-cancel');
	for (let i = 0; i < 600 && await page.locator('#job-look').count() > 0; i++)
		await page.click('#job-look');
	jobs.cancelled = page.url();
	jobs.list = `${url}/jobs`;
	equal(await page.locator('#job-cancel').count(), 0, 'it ended');
	await page.context().close();
});

for (const view of [{}, { dark: true }, { width: 390, lang: 'fr' },
	{ width: 390, dark: true, lang: 'fr' }])
	await section(`each state ${JSON.stringify(view)}`, async () => {
		const page = await site.visitor(view);
		for (const [end, where] of Object.entries(jobs)) {
			equal((await page.goto(where)).status(), 200, `${end} is shown`);
			if (new URL(page.url()).pathname.startsWith('/jobs'))
				await looksRight(page, `${end} ${JSON.stringify(view)}`);
		}
		await page.context().close();
	});

await finish();
