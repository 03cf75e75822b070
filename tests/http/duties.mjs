// duties.mjs -- the pages about duties: the register, why, another day, what changed, the
// year.  What somebody may not see is asked by access_pages.mjs.
import { command, freshDatabase, login, password, scratchFolder, startServer } from
	'../support/server.mjs';
import { pause } from '../support/raw.mjs';
import { check, equal, finish, section } from '../support/test.mjs';
import { visitor } from '../support/visitor.mjs';

const folder = await scratchFolder();
const db = await freshDatabase(folder);
const token = (await command('token', 'add', 'officer', 'test', '--db', db)).stdout.trim();
const server = await startServer({ db });
const officer = await visitor(server, login, password);

async function call(method, where, body) {
	const answer = await fetch(`${server.url}/api/v1${where}`, { method,
		headers: { authorization: `Bearer ${token}`, 'if-match': '*',
			'content-type': 'application/json' },
		body: body && JSON.stringify(body) });
	return { status: answer.status, json: await answer.json() };
}
const page = async where => {
	const answer = await officer.get(where);
	equal(answer.status, 200, `${where} answers`, answer.text.slice(0, 400));
	return answer.text;
};
// The clock works everything out soon after the server starts.
async function workedOut() {
	for (let i = 0; i < 600; i++) {
		const register = (await officer.get('/duties?duty=MISO-041')).text;
		if (register.includes('MISO-041/organisation'))
			return true;
		await pause(200);
	}
	return false;
}
const today = new Date().toISOString().slice(0, 10);

await section('a new organisation', async () => {
	check(await workedOut(), 'its duties are worked out by themselves');
	const register = await page('/duties?sort=id');
	check(register.includes('>MISO-041<') || register.includes('>BC-01<'),
		'the register names duties');
	const none = await page('/duties?state=met_late');
	check(none.includes('No duty matches'), 'a filter that nothing fits says so');
	const why = await page('/duties/MISO-041/organisation');
	check(why.includes('<h1>Review the awareness plan each year.</h1>'),
		'a duty of the organisation has a page');
	check(why.includes('handbook, H5'), 'with its clause');
	const rules = await page('/duties/MISO-041');
	check(rules.includes('It is done again after a given time'),
		'and its rule in words');
	equal((await officer.get('/duties/MISO-999')).status, 404,
		'one that is none is not');
	equal((await officer.get('/duties/MISO-041/PLN-0001')).status, 404,
		'nor one for a record that is none of its subjects');
	const home = await page('/');
	check(home.includes('Duties by area'), 'the first page counts them by area');
});

await section('what a record changes', async () => {
	const made = await call('POST', '/incident', { fields: {
		title: { en: 'Laptop lost on the ferry' }, class: 'incident',
		reported_at: new Date(Date.now() - 3600e3).toISOString() } });
	equal(made.status, 201, 'an incident is recorded', made.json);
	const code = made.json.code;
	const person = await call('POST', '/person', { fields: { name: 'R. Lindqvist' } });
	const before = await page(`/duties/MISO-123/${code}`);
	check(!/<strong class="">Met<\/strong>/.test(before), 'its duty is not met');
	const listed = await page(`/duties?subject=${code}`);
	check(listed.includes(`/duties/MISO-123/${code}`), 'it stands in the register');
	const changed = await call('PATCH', `/incident/${made.json.id}`, { fields: {
		supervisor: person.json.id,
		supervisor_told_at: new Date().toISOString() } });
	equal(changed.status, 200, 'the supervisor was told', changed.json);
	const after = await page(`/duties/MISO-123/${code}`);
	check(/<strong class="">Met( late)?<\/strong>/.test(after),
		'which meets it at once', after.slice(after.indexOf('<h1>'), 900));
	const changes = await page(`/duties/changes?from=${today.slice(0, 8)}01`);
	check(changes.includes(code) || changes.includes('Laptop lost'),
		'and is told among what changed');
	const then = await page('/duties/then?at=2020-01-01');
	check(then.includes('Nothing that was entered later'), 'long ago nothing was owed');
});

await section('the year', async () => {
	check((await page('/year')).includes('<h1>Year plan</h1>'),
		'twelve months on a page');
});
await finish();
