// large_plans.mjs -- plans as large as may be sent, through the page, the API and the job:
// with pictures they are read whole; of more text than one document may hold the beginning
// is, which the job, the work page, the report and the command say.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bigDocuments } from '../support/big_documents.mjs';
import { command, long, password, startServer } from '../support/server.mjs';
import { check, equal, finish, section } from '../support/test.mjs';
import { visitor } from '../support/visitor.mjs';

const mebibyte = 1024 * 1024;
const documents = bigDocuments((long ? 50 : 12) * mebibyte, mebibyte);
// What is so much text that reading it takes more than the walled process may have.
const mayBeTooMuch = ['words.pdf', 'words.html'];
const tried = long ? Object.keys(documents)
	: ['pictures.docx', 'pictures.pdf', 'words.docx', 'words.txt'];
const tooMuch = /more time or memory than is allowed/;
const cut = /holds more text than is read of one document/;
const server = await startServer();
const visit = await visitor(server, 'officer', password);

// The page of a job that has ended; where the check is, when it made one.
async function ended(job) {
	for (let i = 0; i < 3000; i++) {
		const page = await visit.get(job);
		if (!/data-poll="yes"/.test(page.text))
			return { page, work: page.text.match(/data-go="([^"]*)"/)?.[1] };
		await new Promise(resolve => setTimeout(resolve, 200));
	}
	throw new Error(`${job} does not end`);
}

for (const name of tried)
	await section(name, async () => {
		const bytes = documents[name](), isCut = name.startsWith('words');
		const sent = await visit.upload('/check',
			{ pack: 'ma-is009', new_title: name }, name, bytes);
		equal(sent.status, 303, `${bytes.length} bytes are taken`);
		let work = sent.where.split('?')[0];
		if (work.startsWith('/jobs/')) {
			const end = await ended(work);
			if (mayBeTooMuch.includes(name) && !end.work) {
				check(tooMuch.test(end.page.text), 'refused, and says why');
				return;
			}
			work = end.work;
			equal(cut.test(end.page.text), isCut, 'the job says what was read');
		}
		const base = work.replace(/\/work$/, '');
		for (const page of ['/work', '/report', '/report.json']) {
			const answer = await visit.get(base + page);
			equal(answer.status, 200, `${page} is shown`);
			equal(cut.test(answer.text), isCut, `${page} says what was read`);
		}
	});

await section('The command says it as well', async () => {
	for (const name of ['pictures.docx', 'words.txt']) {
		const file = path.join(server.folder, name);
		await writeFile(file, documents[name]());
		for (const more of [[], ['--json']]) {
			const end = await command('plan', 'check', file, '--against',
				'ma-is009', ...more);
			check(end.status !== 2, `${name} ${more} is read`, end.stderr);
			equal(cut.test(end.stdout + end.stderr),
				name.startsWith('words'), `${name}: what was read`);
		}
	}
});

await finish();
