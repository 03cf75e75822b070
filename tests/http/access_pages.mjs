// access_pages.mjs -- every page × role × part of the organisation × classification,
// against rules written by hand.  Of what a role may not read no page holds a word:
// each title, file name and comment carries the mark of its unit and classification.
import { readdir } from 'node:fs/promises';
import { RULES, loginOf, markOf, mayRead,
	mayWrite, ministry } from '../support/ministry.mjs';
import { command, password, startServer } from '../support/server.mjs';
import { check, equal, finish, section } from '../support/test.mjs';
import { visitor } from '../support/visitor.mjs';

// What else a role may do to what it reads.  staff reads a few kinds of record only.
const ALSO = {
	'security-officer': ['comment', 'evidence', 'confirm', 'gaps', 'run'],
	'executive': ['comment'],
	'system-owner': ['comment', 'evidence', 'confirm', 'run'],
	'staff': ['comment'],
	'auditor': [],
	'audit-lead': ['comment', 'evidence', 'gaps'],
	'administrator': [],
	'central-office': ['comment'],
	'nobody': [],
};
const STAFF_READS = ['plan', 'document', 'document_version', 'comment'];
const may = (role, what) => ALSO[role].includes(what);
const readsType = (role, type) => role !== 'staff' || STAFF_READS.includes(type);

const server = await startServer();
const m = await ministry(server);
const { plans, units } = m;

// ---- what stands around each plan ----
const text = '# Purpose\n\nThis plan is for incidents.\n\n# Roles\n\nThe lead decides.\n';
const versionOf = async (type, record) =>
	(await m.call(m.officer, 'GET', `/${type}/${record.id}`)).json.version;
for (const plan of plans) {
	const mark = markOf(plan.unit, plan.label);
	const place = { unit: units[plan.unit], label: plan.label };
	const title = what => ({ en: `${what} ${mark}` });
	const around = { plan };

	around.document = await m.made('document', { ...place,
		fields: { title: title('Document'), kind: 'plan' } });
	around.document_version = await m.madeWithFile('document_version', { ...place,
		fields: { title: `Version ${mark}`, document: around.document.id,
			version_number: '1' } }, `version-${mark}.md`,
				`${text}\n${mark}\n`);
	await m.call(m.officer, 'PATCH', `/plan/${plan.id}`,
		{ fields: { document: around.document.id } }, { 'if-match': '"1"' });
	const checked = await m.call(m.officer, 'POST', `/plan/${plan.id}/check`,
		{ version: around.document_version.code, pack: 'ma-is009' });
	if (checked.status !== 201)
		throw new Error(`check: ${checked.status} ${checked.text}`);
	around.plan_check = checked.json;
	around.finding = await m.made('finding', { ...place,
		fields: { title: title('Finding'), source: 'own_check', plan: plan.id,
			condition: title('Condition') } });
	around.recommendation = await m.made('recommendation', { ...place,
		fields: { title: title('Recommendation'), finding: around.finding.id,
			wording: title('Words') } });
	around.comment = await m.made('comment', { ...place,
		fields: { text: `Said ${mark}`, about: plan.id } });
	around.evidence = await m.madeWithFile('evidence', { ...place,
		fields: { title: title('Evidence'), about: [plan.id],
			received_on: '2026-01-01' } }, `${mark}.txt`, mark);
	plan.around = around;
}
// Everybody who reads evidence reads this; it links to what nobody here may read.
const open = plans.find(p => p.unit === 'a' && p.label === 0);
const far = plans.filter(p => p.unit === 'b').map(p => p.around.evidence.id);
const bundle = await m.madeWithFile('evidence', { unit: units.a, label: 0,
	fields: { title: { en: 'Bundle' }, about: [open.id], replaces: far[3],
		received_on: '2026-01-01' } }, 'bundle.txt', 'bundle');
// And everything links to the open plan: what is hidden of it is not "linked from".
for (const plan of plans)
	plan.around.link = await m.made('evidence', { unit: units[plan.unit],
		label: plan.label, fields: {
			title: { en: `Link ${markOf(plan.unit, plan.label)}` },
			about: [open.id], note: 'seen', received_on: '2026-01-01' } });
// So do findings that everybody reads, about plans that they do not.
for (const plan of plans)
	await m.made('finding', { unit: units.a, label: 0, fields: { source: 'own_check',
		title: { en: `About the plan of another, ${plan.label}` }, plan: plan.id,
		condition: { en: 'Open.' } } });
// The history of the bundle names hidden records as well.
await m.call(m.officer, 'PATCH', `/evidence/${bundle.id}`,
	{ fields: { replaces: far[0] } },
	{ 'if-match': `"${await versionOf('evidence', bundle)}"` });

// ---- rules for the pages of one record ----
const OF_ANY = ['', '/history', '/proof', '/proof.json', '/compare', '/withdraw'];
const PAGES = {
	plan: [...OF_ANY, '/step/retire'],
	document: OF_ANY,
	document_version: [...OF_ANY, '/file/file', '/step/submit'],
	plan_check: [...OF_ANY, '/work', '/report', '/report.json', '/report.csv'],
	finding: [...OF_ANY, '/gaps'],
	recommendation: OF_ANY,
	comment: OF_ANY,
	evidence: [...OF_ANY, '/file/file'],
};
const LISTS = ['', '?sort=title', '?state=draft', '?view=cards', '?q=Zq'];

const visitors = {};
let written = 0;                // plans made by the walk itself, beside the open one

async function walk(role, rule) {
	const visit = visitors[role] = await visitor(server, loginOf(role), password);
	const hidden = plans.filter(p => !mayRead(rule, p));
	const seenPlans = plans.filter(p => mayRead(rule, p));
	const hiddenMarks = hidden.map(p => markOf(p.unit, p.label));
	const codes = ps => ps.flatMap(p => Object.values(p.around).map(r => r.code));
	// of records that are hidden by their place or by their kind
	const hiddenCodes = codes(hidden).concat(seenPlans.flatMap(p =>
		Object.entries(p.around).filter(([type]) => !readsType(role,
			type === 'link' ? 'evidence' : type)).map(([, r]) => r.code)));
	const silent = (page, what, withCodes = true) => {
		const said = hiddenMarks.filter(mark => page.text.includes(mark)).concat(
			withCodes ? hiddenCodes.filter(code => new RegExp(`${code}(?!\\d)`)
				.test(page.text)) : []);
		return check(said.length === 0, `nothing hidden: ${role}, ${what}`, said);
	};
	const get = async (where, withCodes) => {
		const page = await visit.get(where);
		silent(page, where, withCodes);
		return page;
	};

	// one record after the other
	for (const plan of plans)
		for (const [type, pages] of Object.entries(PAGES)) {
			const record = plan.around[type];
			const reads = mayRead(rule, plan) && readsType(role, type);
			for (const page of pages) {
				const where = `/${type}/${record.code}${page}`;
				equal((await get(where, reads)).status, reads ? 200 : 404,
					`GET ${where}: ${role},
						${plan.unit}, ${plan.label}`);
			}
		}

	for (const plan of plans)
		equal((await get(`/plan/${plan.code}/edit`, mayRead(rule, plan))).status,
			!mayRead(rule, plan) ? 404 : mayWrite(rule, plan) ? 200 : 403,
			`GET /plan/${plan.code}/edit: ${role}`);
	for (const page of ['', '/history', '/compare', '/edit', '/withdraw']) {
		const reads = rule.reads >= 0 && readsType(role, 'evidence');
		const status = (await get(`/evidence/${bundle.code}${page}`)).status;
		check(reads ? [200, 403].includes(status) : status === 404,
			`GET /evidence/${bundle.code}${page}: ${role}`, status);
	}

	// what is chosen by its code in the address
	for (const plan of plans)
		await get(`/plan/bulk?do=owner&r=${plan.code}`, false);
	await get('/plan/views?open=yes');

	// many at once: lists, counts, tables, choosers, search, home
	for (const type of [...Object.keys(PAGES), 'plan_element']) {
		for (const asked of LISTS)
			await get(`/${type}${asked}`);
		await get(`/export/${type}`);
		await get(`/bin/${type}`);
		await get(`/${type}/new`);
		await get(`/find/${type}?q=Zq`);
		await get(`/find/${type}?q=`);
	}
	const wanted = seenPlans.map(p => p.code).sort();
	const table = await get('/export/plan');
	equal(plans.filter(p => table.text.includes(p.code)).map(p => p.code)
		.sort(), wanted,
		`table of plans: ${role}`);
	const list = await get('/plan');
	equal(Number(list.text.match(/(\d+) records?\./)?.[1] ?? 0), wanted.length +
		(mayRead(rule, open) ? written : 0), `count of plans: ${role}`);
	for (const page of ['/', '/?whose=mine', '/bin', '/due?by=2999-12-31',
		'/due.csv?by=2999-12-31', '/check', '/search?q=Plan',
		'/search?q=Zq', '/find/any?q=Plan', '/find/any?q=Zq', '/help', '/account',
		'/jobs', '/checkpoint', '/notices?show=all', '/admin/mail',
		'/recommendation/new'])
		await get(page);
	for (const plan of plans) {
		const { code, label, unit } = plan;
		const by = await visit.get(`/search?q=${code}`);
		equal(by.status, mayRead(rule, plan) ? 303 : 200,
			`search ${code}: ${role}`);
		const found = await visit.get(`/find/plan?q=${markOf(unit, label)}`);
		equal(found.text.includes(code), mayRead(rule, plan),
			`chooser ${code}: ${role}`);
		if (!mayRead(rule, plan)) {
			equal((await visit.get(`/search?q=${markOf(unit, label)}`)).text
				.includes(code), false, `search by title ${code}: ${role}`);
			await get(`/check?plan=${code}`, false);
		}
	}

	// the forms, each with what it takes
	for (const plan of plans)
		await writes(role, rule, visit, plan, silent);
	const kinds = await visit.post('/plan/new', { title: 'Mine',
		kind: 'incident_response', unit_: units.a });
	equal(kinds.status, rule.writes >= 0 ? 303 : 403, `POST /plan/new: ${role}`);
	written += kinds.status === 303;

	// what is about the installation
	const administers = role === 'administrator';
	for (const page of ['/admin', '/admin/new', `/admin/user/${m.persons[role].id}`])
		equal((await get(page)).status,
			administers && !page.includes('user') ? 200 : 404,
				`${page}: ${role}`);
	for (const page of ['/admin/new', `/admin/user/${m.persons.staff.id}`])
		equal((await visit.post(page, { do: 'disable' })).status,
			administers && page === '/admin/new' ? 422 : 404,
			`POST ${page}: ${role}`);
	equal((await visit.get('/account')).status, 200, `/account: ${role}`);
}

// What the form of the first open part sends; of a page that is not there, anything.
async function partOf(visit, check1) {
	const page = await visit.get(`${check1}/work`);
	const value = name =>
		page.text.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1];
	return { element: value('element') ?? '6.1', part: value('part') ?? 'x',
		version: value('version') ?? '1' };
}

async function writes(role, rule, visit, plan, silent) {
	const { code, around } = plan;
	const reads = mayRead(rule, plan), changes = mayWrite(rule, plan);
	const what = `${role}, ${plan.unit}, ${plan.label}`;
	const answers = async (where, wanted, sent) => {
		const page = await sent;
		silent(page, where, !wanted.includes(404));
		return check(wanted.includes(page.status), `POST ${where}: ${what}`,
			`${page.status}, wanted ${wanted}`, page.text.slice(0, 3000));
	};
	const allowed = (yes, seen = reads) => [!seen ? 404 : yes ? 303 : 403];
	const here = `/plan/${code}`;

	await answers(`${here}/edit`, allowed(changes), visit.post(`${here}/edit`, {
		title: `${plan.fields.title.en} by ${role}`, kind: 'incident_response',
		_version: String(await versionOf('plan', plan)) }));
	const version = String(await versionOf('plan', plan));
	if (!rule.withdraws || !reads)
		await answers(`${here}/step/retire`, allowed(false),
			visit.post(`${here}/step/retire`, { reason_: 'x',
				_version: version }));
	await answers(`${here}/withdraw`, allowed(rule.withdraws),
		visit.post(`${here}/withdraw`, { reason_: 'x', _version: version }));
	await answers(`${here}/restore`, rule.withdraws ? allowed(true) :
		[reads ? 403 : 404], visit.post(`${here}/restore`));
	await answers(`${here}/comment`, allowed(may(role, 'comment')),
		visit.post(`${here}/comment`, { text: `Read by ${role}` }));
	await answers(`${here}/evidence`, allowed(may(role, 'evidence')),
		visit.upload(`${here}/evidence`, { title: `Seen by ${role}` }, 'seen.txt',
			`seen by ${role} ${code}`));

	const checks = reads && readsType(role, 'plan_check');
	const check1 = `/plan_check/${around.plan_check.code}`;
	const part = await partOf(visit, check1);
	await answers(`${check1}/answer`, allowed(may(role, 'confirm') && changes, checks),
		visit.post(`${check1}/answer`, { ...part, do: 'reject', reason: 'x' }));
	await answers(`${check1}/finding`, checks ? [403, 422] : [404],
		visit.post(`${check1}/finding`));
	const finds = reads && readsType(role, 'finding');
	const gaps = `/finding/${around.finding.code}/gaps`;
	const rec = around.recommendation.code;
	await answers(gaps, allowed(may(role, 'gaps'), finds), visit.post(gaps, {
		[`words_${rec}`]: `Words by ${role}`,
		[`version_${rec}`]: String(await versionOf('recommendation',
			around.recommendation)) }));
	// Nobody links to what is hidden, or learns that it is there.
	if (!reads && rule.writes >= 0) {
		const linked = await visit.post('/exercise/new', { title: 'x', plan: code,
			plans: code });
		check(linked.status !== 303, `a link to ${code} is refused: ${role}`);
		await answers('/check', [404, 422], visit.upload('/check', { plan: code,
			pack: 'ma-is009' }, 'plan.txt', text));
	}
}

for (const [role, rule] of Object.entries(RULES))
	await section(role, () => walk(role, rule));

await section('only those who need to know, and the owner', async () => {
	const owner = await visitor(server, 'officer', password);
	const chosen = m.persons['central-office'].code;
	const form = { title: 'Closed Zqclosed', kind: 'incident_response', unit_: units.a,
		label_: '0', place_: '1', need_to_know_: chosen,
		owner_: (await m.all('person')).find(p => !JSON.stringify(p.fields)
			.includes('Walk ')).code };
	const made = await owner.post('/plan/new', form);
	equal(made.status, 303, 'a closed plan is made with the form');
	const here = made.where.split('?')[0];
	check((await owner.get(here)).text.includes('Walk central-office'),
		'its page names who needs to know');
	check((await owner.get(`${here}/edit`)).text.match(
		new RegExp(`value="${chosen}"\\s+checked|value="${chosen} `)),
		'its form has them chosen');
	equal((await visitors['central-office'].post(`${here}/comment`,
		{ text: 'Said Zqclosed' })).status, 303, 'they comment on it');
	equal((await owner.upload(`${here}/evidence`, { title: 'Shown Zqclosed' },
		'Zqclosed.txt', 'Zqclosed')).status, 303, 'evidence is added to it');
	equal((await owner.upload('/check',
		{ plan: here.split('/').pop(), pack: 'ma-is009' },
		'Zqclosed.txt', `${text}\nZqclosed\n`)).status, 303, 'it is checked');

	for (const [role, visit] of Object.entries(visitors)) {
		const chosenRole = role === 'central-office';
		equal((await visit.get(here)).status, chosenRole ? 200 : 404,
			`the closed plan: ${role}`);
		if (chosenRole)
			check((await visit.get(here)).text.includes('Said Zqclosed'),
				'who needs to know reads the comments');
		for (const page of [...Object.keys(PAGES).flatMap(t => [`/${t}`,
			`/export/${t}`, `/find/${t}?q=`]), '/plan_element', '/', '/bin',
		'/export/plan_element', '/check', '/find/any?q=Said'])
			if (!chosenRole)
				equal((await visit.get(page)).text.includes('Zqclosed'),
					false, `${page} says nothing: ${role}`);
	}

	// A form that did not show the list leaves it; one that did may empty it.
	const code = here.split('/').pop();
	const now = async () => (await owner.get(`${here}/edit`)).text
		.match(/name="_version" value="(\d+)"/)[1];
	const { place_, need_to_know_, ...rest } = form;
	equal((await owner.post(`${here}/edit`, { ...rest, title: 'Closed Zqclosed still',
		_version: await now() })).status, 303,
			`${code} is changed without the list`);
	equal((await visitors.auditor.get(here)).status, 404, 'and stays closed');
	equal((await owner.post(`${here}/edit`, { ...rest, place_, title: 'Zqclosed open',
		_version: await now() })).status, 303, 'the list is emptied');
	equal((await visitors.auditor.get(here)).status, 200, 'then the plan is open');
	equal((await visitors.auditor.post(`${here}/edit`, { ...form,
		_version: await now() })).status, 403, 'who only reads closes nothing');
	equal(need_to_know_, chosen, 'one person was chosen');
});

await section('files of what was refused leave the disk', async () => {
	const files = async () => {
		const all = await readdir(`${server.db}.files`, { recursive: true });
		return all.filter(name => /\/[0-9a-f]{64}$/.test(name)).length;
	};
	const before = await files();
	const seen = plans.find(p => p.unit === 'a' && p.label === 0);
	equal((await visitors.auditor.upload(`/plan/${seen.code}/evidence`, { title: 'x' },
		'x.txt', 'bytes that nobody keeps')).status, 403, 'evidence is refused');
	equal((await visitors.auditor.upload('/evidence/new', { title: 'x',
		about: seen.code }, 'x.txt', 'nor these')).status, 403,
			'a form is refused');
	equal((await visitors.auditor.upload('/check', { plan: seen.code,
		pack: 'ma-is009' }, 'x.md', `${text}\nnor this one\n`)).status, 403,
	'a check is refused');
	equal(await files(), before, 'nothing stays');
});

await section('without signing in', async () => {
	for (const where of ['/', '/plan', `/plan/${open.code}`, '/export/plan', '/admin',
		`/evidence/${bundle.code}/file/file`, '/search?q=Zq', '/find/any?q=Zq']) {
		const answer = await fetch(server.url + where, { redirect: 'manual' });
		equal(answer.status, 303, `${where} asks to sign in`);
		equal((await answer.text()).includes('Zq'), false, `${where} says nothing`);
	}
});

const verified = await command('verify', '--db', server.db);
equal(verified.status, 0, 'and the history holds');
await finish();
