// wire.mjs -- between a server and PostgreSQL: a socket of its own that can be cut.
//
//     const wire = await openWire(cluster.folder);  // { folder } for host= of an address
//     wire.cutAfter(3);       // three more pieces come back, then nobody gets in
//     wire.cut                // whether that happened
//     wire.silence();         // what is open stays open, and nothing comes back
//     wire.mend();            // as before
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { onFinish } from './test.mjs';

const NAME = '.s.PGSQL.5432';

export async function openWire(target) {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'wardroom-wire-'));
	const open = new Set();
	let left = Infinity;
	const wire = { folder, cut: false, silent: false };

	const hold = (from, to) => {
		from.on('data', piece => {
			if (to.destroyed)
				return;
			if (!to.write(piece)) {
				from.pause();
				to.once('drain', () => wire.silent || from.resume());
			}
		});
		from.on('close', () => to.destroy());
		from.on('error', () => to.destroy());
	};
	const server = net.createServer(client => {
		if (wire.cut) {
			client.destroy();
			return;
		}
		const behind = net.connect(path.join(target, NAME));
		const pair = { client, behind };
		open.add(pair);
		behind.on('data', () => {
			if (left !== Infinity && left-- <= 0)
				wire.cutNow();
		});
		hold(client, behind);
		hold(behind, client);
		client.on('close', () => open.delete(pair));
		if (wire.silent)
			[client, behind].forEach(socket => socket.pause());
	});

	wire.cutNow = () => {
		wire.cut = true;
		left = Infinity;
		for (const { client, behind } of open) {
			client.destroy();
			behind.destroy();
		}
	};
	wire.cutAfter = pieces => { left = pieces; };
	wire.silence = () => {
		wire.silent = true;
		for (const { client, behind } of open)
			[client, behind].forEach(socket => socket.pause());
	};
	wire.mend = () => {
		left = Infinity;
		wire.cut = wire.silent = false;
		for (const { client, behind } of open)
			[client, behind].forEach(socket => socket.resume());
	};
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(path.join(folder, NAME), resolve);
	});
	onFinish(async () => {
		wire.cutNow();
		server.close();
		await rm(folder, { recursive: true, force: true });
	});
	return wire;
}
