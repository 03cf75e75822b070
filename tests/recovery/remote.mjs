// remote.mjs -- a database on other machines: several hosts of which one takes writes,
// a password (SCRAM), certificates that are checked to the name; for the server in its
// walls and for commands.
import { execFile } from 'node:child_process';
import { appendFile, chmod, chown, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { untilReady } from '../support/nodes.mjs';
import { startPostgres } from '../support/postgres.mjs';
import { command, coreOf, freePort, login, password, scratchFolder, startServer } from
	'../support/server.mjs';
import { check, equal, finish, section } from '../support/test.mjs';

const run = promisify(execFile);
const secret = 'no/t:for@the%log';
const folder = await scratchFolder();
const file = name => path.join(folder, name);
await chmod(folder, 0o711);             // PostgreSQL runs as somebody else

async function makeCertificates() {
	const openssl = (...args) => run('openssl', args, { cwd: folder });
	for (const ca of ['ca', 'other'])
		await openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2',
			'-subj', `/CN=Test ${ca}`, '-keyout', `${ca}.key`, '-out',
			`${ca}.crt`);
	await writeFile(file('names'), 'subjectAltName=DNS:localhost\n');
	await openssl('req', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost',
		'-keyout', 'server.key', '-out', 'server.csr');
	await openssl('x509', '-req', '-in', 'server.csr', '-CA', 'ca.crt', '-CAkey',
		'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names', '-out',
		'server.crt');
}

// On a port of this machine, by TLS and password alone but for who looks after it.
async function remote() {
	const port = await freePort();
	process.env.PGPORT = String(port);      // for the programs that make it
	const cluster = await startPostgres({ settings: ['listen_addresses=127.0.0.1',
		`port=${port}`] });
	const data = path.join(cluster.folder, 'data');
	const { uid, gid } = await stat(data);
	for (const name of ['server.key', 'server.crt']) {
		await writeFile(path.join(data, name), await readFile(file(name)));
		await chown(path.join(data, name), uid, gid);
		await chmod(path.join(data, name), 0o600);
	}
	await writeFile(path.join(data, 'pg_hba.conf'), 'local all all trust\n' +
		'hostssl all wardroom 127.0.0.1/32 scram-sha-256\n');
	await appendFile(path.join(data, 'postgresql.conf'), 'ssl = on\n');
	const ask = async (sql, database = 'postgres') => (await run('psql', ['-h',
		cluster.folder, '-p', String(port), '-U', 'postgres', '-d', database,
		'-AXqt', '-c', sql])).stdout.trim();
	await ask(`alter role wardroom password '${secret}'`);
	await ask('select pg_reload_conf()');
	return { port, cluster, ask };
}

await makeCertificates();
const writes = await remote();
const name = new URL(await writes.cluster.database()).pathname.slice(1);
const keeps = await remote();           // as a standby does
await keeps.ask(`create database ${name}`);
await keeps.ask('alter system set default_transaction_read_only = on');
await keeps.ask('select pg_reload_conf()');
const nobody = await freePort();
const hosts = [nobody, keeps.port, writes.port].map(port => `localhost:${port}`).join();
const address = (how, user = `wardroom:${encodeURIComponent(secret)}`, at = hosts) =>
	`postgres://${user}@${at}/${name}?${how}`;
const checked = `target_session_attrs=read-write&sslmode=verify-full&sslrootcert=${
	file('ca.crt')}`;
process.env.WARDROOM_DATA = folder;
delete process.env.PGPORT;

await section('commands', async () => {
	await writeFile(file('password'), password + '\n', { mode: 0o600 });
	const made = await command('init', '--db', address(checked), '--org', 'Test Agency',
		'--admin', login, '--password-file', file('password'));
	equal(made.status, 0, `an organisation is made ${made.stderr}`);
	await writeFile(file('pgpass'), `localhost:*:*:wardroom:${secret.replace(':',
		'\\:')}\n`, { mode: 0o600 });
	const filed = await command('verify', '--db',
		address(`${checked}&passfile=${file('pgpass')}`, 'wardroom'));
	equal(filed.status, 0, `with the password in a file ${filed.stderr}`);
	for (const [what, why, url] of [
		['a certificate of somebody else', 'certificate verify failed',
			address(checked.replace('ca.crt', 'other.crt'))],
		['another name than in it', 'does not match host name',
			address(checked, undefined, `127.0.0.1:${writes.port}`)],
		['no TLS', 'no encryption', address('sslmode=disable')],
		['a wrong password', 'password authentication failed',
			address(checked, 'wardroom:nonsense')]]) {
		const refused = await command('verify', '--db', url);
		check(refused.status !== 0 && refused.stderr.includes(why),
			`${what} is refused`, refused);
		check(!refused.stderr.includes(secret), 'without telling the password');
	}
});

await section('the server', async () => {
	const token = (await command('token', 'add', login, 'remote', '--db',
		address(checked))).stdout.trim();
	const server = await startServer({ db: address(checked) });
	check(await untilReady(server), 'is ready', server.log());
	const answer = await fetch(`${server.url}/api/v1/person`, { method: 'POST',
		headers: { authorization: `Bearer ${token}`,
			'content-type': 'application/json' },
		body: JSON.stringify({ fields: { name: 'Far Away' } }) });
	equal(answer.status, 201, 'keeps a record');
	equal(await writes.ask('select count(*) > 0 and bool_and(coalesce(ssl, false)) ' +
		'from pg_stat_activity a left join pg_stat_ssl s on s.pid = a.pid ' +
		"where usename = 'wardroom'"), 't', 'by TLS alone');
	const core = await coreOf(server.child.pid);
	const lines = await Promise.all([core, server.child.pid].map(pid =>
		readFile(`/proc/${pid}/cmdline`, 'utf8')));
	check(!(lines.join() + server.log()).includes(secret) &&
		!lines.join().includes(encodeURIComponent(secret)),
		'and keeps the password to itself');
	// Its connections end, and it makes new ones from inside its walls.
	await writes.ask("select pg_terminate_backend(pid) from pg_stat_activity " +
		"where usename = 'wardroom'");
	check(await untilReady(server), 'is ready after they were closed');
	equal((await fetch(`${server.url}/api/v1/person`, { headers: {
		authorization: `Bearer ${token}` } })).status, 200, 'and answers');
	check(!/"event":"bug"|core\.ended|Sanitizer|runtime error/.test(server.log()),
		'no bug', server.log().slice(-3000));
});
await finish();
