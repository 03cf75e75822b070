// postgres.mjs -- databases of a test's own on PostgreSQL; see postgres.sh.
//
//     const cluster = await startPostgres();          // or { settings: ['fsync=on'] }
//     const url = await cluster.database();           // fresh and empty
//     await cluster.stop('immediate');                // else finish() of test.mjs does it
//     const second = await cluster.standby();         // { folder, promote() }
//     await cluster.kill();
//
// Where WARDROOM_TEST_CLUSTER names a running cluster, freshPostgres() takes one there.
import { execFile } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { onFinish } from './test.mjs';

const run = promisify(execFile);
const script = path.join(path.dirname(fileURLToPath(import.meta.url)), 'postgres.sh');
let count = 0;

async function ask(...args) {
	const { stdout } = await run(script, args);
	return stdout.trim();
}

function databaseIn(folder) {
	count += 1;
	return ask('url', folder, `t_${process.pid}_${count}`);
}

export async function startPostgres({ settings = [] } = {}) {
	const folder = await ask('start', ...settings);
	let stopped = false;
	const stop = async (mode = 'fast') => {
		if (!stopped)
			await ask('stop', folder, mode);
		stopped = true;
	};
	onFinish(() => stop('immediate'));
	const standby = async () => {
		const other = await ask('standby', folder);
		onFinish(() => ask('stop', other, 'immediate'));
		return { folder: other, promote: () => ask('promote', other) };
	};
	return { folder, stop, standby, kill: () => ask('kill', folder),
		database: () => databaseIn(folder) };
}

let own = null;

export async function freshPostgres() {
	const shared = process.env.WARDROOM_TEST_CLUSTER;
	if (shared)
		return databaseIn(shared);
	own ??= startPostgres();
	return (await own).database();
}
