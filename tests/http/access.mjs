// access.mjs -- every route of the API × role × part of the organisation × classification,
// against rules written by hand: what a role may read, and what it may do to what it reads.
import { RULES, mayRead, mayWrite, ministry } from '../support/ministry.mjs';
import { command, startServer } from '../support/server.mjs';
import { check, equal, finish, section } from '../support/test.mjs';

const server = await startServer();
const { units, plans, tokens, officer, token, call, all } = await ministry(server);

// ---- the walk ----
const READING = ['', '/history', '/approvals', '/comments', '/evidence', '/links'];

for (const [role, rule] of Object.entries(RULES)) {
	const secret = tokens[role];
	await section(role, async () => {
		for (const plan of plans) {
			const what = `${role}, ${plan.unit}, ${plan.label}`;
			const reads = mayRead(rule, plan), writes = mayWrite(rule, plan);
			for (const route of READING)
				equal((await call(secret, 'GET',
					`/plan/${plan.id}${route}`)).status,
					reads ? 200 : 404, `GET ${route || '/'}: ${what}`);
			const match = { 'if-match': '"1"' };
			const title = `${plan.fields.title.en} by ${role}`;
			const change = { fields: { title: { en: title } } };
			const seen = await call(officer, 'GET', `/plan/${plan.id}`);
			match['if-match'] = `"${seen.json.version}"`;
			equal((await call(secret, 'PATCH', `/plan/${plan.id}`, change,
				match)).status,
				!reads ? 404 : writes ? 200 : 403, `PATCH: ${what}`);
			if (!(reads && rule.withdraws)) {
				const now = await call(officer, 'GET', `/plan/${plan.id}`);
				match['if-match'] = `"${now.json.version}"`;
				equal((await call(secret, 'DELETE',
					`/plan/${plan.id}?reason=x`, null, match)).status,
					reads ? 403 : 404, `DELETE: ${what}`);
				equal((await call(secret, 'POST',
					`/plan/${plan.id}/steps/retire`, { reason: 'x' },
					match)).status,
					reads ? 403 : 404, `step: ${what}`);
			}
			equal((await call(secret, 'POST', '/plan',
				{ unit: units[plan.unit], label: plan.label,
				fields: { title: { en: `New ${role}` },
					kind: 'incident_response' } })).status,
			writes ? 201 : 403, `POST: ${what}`);
		}
		// lists, counts, CSV and search hold exactly what may be read one by one
		const wanted = plans.filter(p => mayRead(rule, p)).map(p => p.id).sort();
		const list = await call(secret, 'GET', '/plan?limit=200');
		const listed = (list.json?.items ?? []).map(p => p.id).filter(id =>
			plans.some(p => p.id === id)).sort();
		equal(listed, wanted, `list: ${role}`);
		const csv = await call(secret, 'GET', '/plan/csv');
		equal(plans.filter(p => csv.text.includes(p.code)).map(p => p.id).sort(),
			wanted, `CSV: ${role}`);
		const found = await call(secret, 'GET', '/search?words=Plan&limit=200');
		const hits = plans.filter(p => found.text.includes(p.id)).map(p =>
			p.id).sort();
		check(hits.every(id => wanted.includes(id)), `search: ${role}`, hits);
	});
}

await section('without a token', async () => {
	for (const route of ['/plan', `/plan/${plans[0].id}`, '/plan/csv',
		'/search?q=plan', '/person'])
		equal((await call(null, 'GET', route)).status, 401, `GET ${route}`);
	equal((await call('wdr_' + '0'.repeat(64), 'GET', '/plan')).status, 401,
		'an unknown token');
});

await section('tokens are cut down', async () => {
	const reading = await token('officer', '--read-only');
	const narrow = await token('officer', '--scope', 'document.*');
	const plan = plans[0];
	equal((await call(reading, 'GET', `/plan/${plan.id}`)).status, 200,
		'a reading token reads');
	equal((await call(reading, 'POST', '/plan',
		{ fields: { title: { en: 'x' } } })).status, 403, 'and does not write');
	equal((await call(narrow, 'GET', `/plan/${plan.id}`)).status, 404,
		'another scope does not read');
});

await section('the end of an appointment counts with the next request', async () => {
	const mine = (await all('role_assignment')).find(r =>
		JSON.stringify(r.fields.title).includes('system-owner'));
	const plan = plans.find(p => p.unit === 'a' && p.label === 0);
	equal((await call(tokens['system-owner'], 'GET', `/plan/${plan.id}`)).status, 200,
		'before');
	equal((await call(officer, 'POST', `/role_assignment/${mine.id}/steps/end`,
		{ reason: 'left', fields: { ends_on: '2026-01-01' } },
			{ 'if-match': `"${mine.version}"` })).status, 200, 'ended');
	equal((await call(tokens['system-owner'], 'GET', `/plan/${plan.id}`)).status, 404,
		'afterwards');
});

const verified = await command('verify', '--db', server.db);
equal(verified.status, 0, 'and the history holds');
await finish();
