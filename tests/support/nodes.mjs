// nodes.mjs -- several servers on one database of PostgreSQL.
//
//     const shared = await sharedOrganisation(url);   // { url, token, command(...) }
//     const a = await shared.node(), b = await shared.node();
//
// Each node keeps what is beside the database in a folder of its own, as on a machine of
// its own; the command line has one too.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { command, login, password, scratchFolder, startServer } from './server.mjs';

export const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

export async function untilReady(node, tries = 200) {
	for (let n = 0; n < tries; n++) {
		const answer = await fetch(`${node.url}/readyz`).catch(() => null);
		if (answer?.status === 200)
			return true;
		await pause(50);
	}
	return false;
}

export async function sharedOrganisation(url) {
	const folder = await scratchFolder();
	const secret = path.join(folder, 'password');
	process.env.WARDROOM_DATA = folder;
	await writeFile(secret, password + '\n', { mode: 0o600 });
	const run = async (...args) => {
		const ran = await command(...args, '--db', url);
		if (ran.status !== 0)
			throw new Error(`${args[0]}: exit ${ran.status}: ${ran.stdout}` +
				ran.stderr);
		return ran.stdout.trim();
	};
	await run('init', '--org', 'Test Agency', '--admin', login, '--password-file',
		secret);
	const token = await run('token', 'add', login, 'nodes');
	const node = async () => {
		const started = await startServer({ db: url,
			env: { WARDROOM_DATA: await scratchFolder() } });
		await untilReady(started);
		return started;
	};
	const call = async (at, method, where, body, headers = {}) => {
		const answer = await fetch(`${at.url}/api/v1${where}`, { method,
			headers: { authorization: `Bearer ${token}`, ...headers,
				...(body ? { 'content-type': 'application/json' } : {}) },
			body: body && JSON.stringify(body) });
		const text = await answer.text();
		let json = null;
		try { json = JSON.parse(text); } catch { /* no JSON */ }
		return { status: answer.status, text, json, headers: answer.headers };
	};
	return { url, folder, secret, token, run, node, call };
}
