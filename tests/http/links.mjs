// links.mjs -- no link of a list leads to an error: columns that sort, tabs, pages.
import { freshDatabase, login, password, scratchFolder, startServer } from
	'../support/server.mjs';
import { check, equal, finish, section } from '../support/test.mjs';
import { visitor } from '../support/visitor.mjs';

const server = await startServer({ db: await freshDatabase(await scratchFolder()) });
const officer = await visitor(server, login, password);

const linksOf = text => [...text.matchAll(/href="(\/[^"#]*)/g)]
	.map(found => found[1].replaceAll('&amp;', '&'));

await section('lists', async () => {
	const lists = linksOf((await officer.get('/')).text)
		.filter(where => /^\/[a-z_]+$/.test(where));
	const from = new Map();
	for (const list of new Set(lists)) {
		const page = await officer.get(list);
		equal(page.status, 200, list);
		for (const where of linksOf(page.text))
			if (where.startsWith(`${list}?`))
				from.set(where, list);
	}
	check(from.size > 60, `${from.size} links of ${lists.length} lists`);
	for (const [where, list] of from) {
		const { status } = await officer.get(where);
		if (status !== 200)
			equal(status, 200, `${where}, on ${list}`);
	}
});

await finish();
