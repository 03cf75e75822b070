// malformed.mjs -- malformed and ambiguous requests against the real server, with what
// each gets.  Every one is refused and its connection closed, so nothing behind it can be
// taken for a request of its own.
import { exchange } from '../support/raw.mjs';
import { startServer } from '../support/server.mjs';
import { check, finish, section } from '../support/test.mjs';

const host = 'Host: a\r\n';
const post = 'POST /sign-in HTTP/1.1\r\n' + host;
const behind = 'GET /livez HTTP/1.1\r\n' + host + '\r\n';

// what, bytes, status
const table = [
	['two different Content-Length', post +
		'Content-Length: 4\r\nContent-Length: 5\r\n\r\na=bc', 400],
	['Content-Length and chunked', post +
		'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
	['Transfer-Encoding: xchunked', post +
		'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n', 400],
	['chunked, identity', post +
		'Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n', 400],
	['Content-Length: +4', post + 'Content-Length: +4\r\n\r\na=bc', 400],
	['chunk size 2^64', post +
		'Transfer-Encoding: chunked\r\n\r\n10000000000000000\r\nab\r\n0\r\n\r\n',
		400],
	['bare LF in a chunk extension', post +
		'Transfer-Encoding: chunked\r\n\r\n4;a\nb\r\na=bc\r\n0\r\n\r\n', 400],
	['space before the colon', 'GET /livez HTTP/1.1\r\nHost : a\r\n\r\n', 400],
	['no Host', 'GET /livez HTTP/1.1\r\n\r\n', 400],
	['two Hosts', 'GET /livez HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 400],
	['bare CR in a header', 'GET /livez HTTP/1.1\r\n' + host + 'A: b\rc\r\n\r\n', 400],
	['NUL in a header', 'GET /livez HTTP/1.1\r\n' + host + 'A: b\0c\r\n\r\n', 400],
	['NUL in the path', 'GET /livez\0x HTTP/1.1\r\n' + host + '\r\n', 400],
	['%00 in the path', 'GET /livez%00x HTTP/1.1\r\n' + host + '\r\n', 400],
	['bare LF lines', 'GET /livez HTTP/1.1\nHost: a\n\n', 400],
	['folded header', 'GET /livez HTTP/1.1\r\n' + host + 'A: b\r\n c\r\n\r\n', 400],
	['64 KB header', 'GET /livez HTTP/1.1\r\n' + host + 'A: ' + 'a'.repeat(65536) +
		'\r\n\r\n', 431],
	['2,000 headers', 'GET /livez HTTP/1.1\r\n' + host + 'A: b\r\n'.repeat(2000) +
		'\r\n', 431],
	['a target of 9 KB', 'GET /' + 'a'.repeat(9000) + ' HTTP/1.1\r\n' + host + '\r\n',
		414],
	['header without a name', 'GET /livez HTTP/1.1\r\n' + host + ': b\r\n\r\n', 400],
	['HTTP/2.0 in words', 'GET /livez HTTP/2.0\r\n' + host + '\r\n', 505],
	['unknown method', 'BREW /livez HTTP/1.1\r\n' + host + '\r\n', 501],
	['Content-Length: -4', post + 'Content-Length: -4\r\n\r\na=bc', 400],
	['the same Content-Length twice', post +
		'Content-Length: 4\r\nContent-Length: 4\r\n\r\na=bc', 400],
	['a body past every limit', post + 'Content-Length: 99999999999\r\n\r\n', 413],
	['a whole address as target', 'GET http://a/livez HTTP/1.1\r\n' + host + '\r\n',
		400],
	['an empty line before', '\r\nGET /livez HTTP/1.1\r\n' + host + '\r\n', 400],
	['chunked in HTTP/1.0',
		'POST /sign-in HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
		400],
	['Expect: something', post + 'Expect: x\r\n\r\n', 417],
];

await section('malformed requests', async () => {
	const server = await startServer();
	for (const [what, bytes, status] of table) {
		const got = await exchange(server.port, bytes + behind);
		check(got.status === status && got.closed && got.answers === 1,
			`${what}: ${status}`, got);
	}
	// The same, byte by byte for those that are short: how they arrive decides nothing.
	for (const [what, bytes, status] of table.filter(row => row[1].length < 80)) {
		const got = await exchange(server.port, [...bytes], { between: 1 });
		check(got.status === status && got.closed,
			`${what}, byte by byte: ${status}`, got);
	}
	const sound = await exchange(server.port, behind.replace('\r\n\r\n',
		'\r\nConnection: close\r\n\r\n'));
	check(sound.status === 200, 'a sound request is answered afterwards', sound);
});
await finish();
