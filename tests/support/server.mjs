// server.mjs -- a fresh organisation and a server of it on a free loopback port.
//
//     const server = await startServer();      // { url, db, folder, child, log(), stop() }
//     const demo = await startDemo();          // the demonstration organisation
//
// Servers are stopped, and their folders removed, by finish() of test.mjs.
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freshPostgres } from './postgres.mjs';
import { check, onFinish } from './test.mjs';

const run = promisify(execFile);

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const build = process.env.WARDROOM_BUILD ?? path.join(root, 'build-check');
export const wardroom = path.join(build, 'wardroom');
export const long = process.env.WARDROOM_LONG === 'yes';
// With WARDROOM_TEST_DB=postgres organisations live there; a folder keeps what is beside.
export const onPostgres = process.env.WARDROOM_TEST_DB === 'postgres';
export const login = 'officer';
export const password = 'correct horse battery staple';

export function freePort() {
	return new Promise((resolve, reject) => {
		const probe = net.createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address();
			probe.close(() => resolve(port));
		});
	});
}

export async function scratchFolder() {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'wardroom-test-'));
	onFinish(() => rm(folder, { recursive: true, force: true }));
	process.env.WARDROOM_DATA ??= folder;
	return folder;
}

// What a command printed and how it ended; a non-zero exit does not throw.
export async function command(...args) {
	try {
		return { status: 0, ...await run(wardroom, args, { maxBuffer: 1 << 26 }) };
	} catch (error) {
		const { code, stdout = '', stderr = '' } = error;
		return { status: code, stdout, stderr };
	}
}

export async function freshDatabase(folder) {
	const db = onPostgres ? await freshPostgres() : path.join(folder, 'wardroom.db');
	const secret = path.join(folder, 'password');
	await writeFile(secret, password + '\n', { mode: 0o600 });
	const made = await command('init', '--db', db, '--org', 'Test Agency',
		'--admin', login, '--password-file', secret);
	if (made.status !== 0)
		throw new Error(`init: exit ${made.status}: ${made.stderr}`);
	return db;
}

// Waits until something answers at the port, or the child ended.
async function untilListening(port, child, log) {
	for (let tries = 0; tries < 300; tries++) {
		if (child.exitCode !== null)
			throw new Error(`the server ended (${child.exitCode}):\n${log()}`);
		const open = await new Promise(resolve => {
			const socket = net.connect(port, '127.0.0.1', () => {
				socket.destroy();
				resolve(true);
			});
			socket.once('error', () => resolve(false));
		});
		if (open)
			return;
		await new Promise(resolve => setTimeout(resolve, 100));
	}
	throw new Error(`nothing listens on port ${port}:\n${log()}`);
}

async function start(args, port, more, env = {}) {
	const child = spawn(wardroom, args, { stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, ...env } });
	// A test that throws or is stopped leaves no server behind.
	process.once('exit', () => child.kill('SIGKILL'));
	let text = '';
	child.stdout.on('data', piece => { text += piece; });
	child.stderr.on('data', piece => { text += piece; });
	const ended = new Promise(resolve => child.once('exit', (code, signal) =>
		resolve({ code, signal })));
	const log = () => text;
	const stop = async (signal = 'SIGTERM') => {
		if (child.exitCode === null && child.signalCode === null)
			child.kill(signal);
		return ended;
	};
	let stopped = false;
	const server = { url: `http://127.0.0.1:${port}`, port, child, log, ended, ...more,
		stop: async signal => { stopped = true; return stop(signal); } };
	onFinish(async () => {
		if (stopped)
			return;
		const end = await stop();
		check(end.code === 0, 'the server stops in good order', end,
			text.slice(-3000));
	});
	await untilListening(port, child, log);
	return server;
}

export async function startServer({ db, args = [], env } = {}) {
	const folder = await scratchFolder();
	const database = db ?? await freshDatabase(folder);
	const port = await freePort();
	return start(['serve', '--db', database, '--listen', `127.0.0.1:${port}`, ...args],
		port, { db: database, folder }, env);
}

export async function startDemo({ args = [] } = {}) {
	const folder = await scratchFolder();
	const port = await freePort();
	return start(['demo', '--listen', `127.0.0.1:${port}`, ...args], port, { folder });
}

// The process that answers, a child of the supervisor; 0: none runs.
export async function coreOf(supervisor) {
	for (const pid of (await readdir('/proc')).filter(name => /^\d+$/.test(name))) {
		const [stat, line] = await Promise.all(['stat', 'cmdline'].map(file =>
			readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')));
		const parent = Number(stat.slice(stat.lastIndexOf(')')).split(' ')[2]);
		if (parent === supervisor && line.includes('--role=core'))
			return Number(pid);
	}
	return 0;
}
