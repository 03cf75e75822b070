// raw.mjs -- bytes over a socket, as no library would send them.
import net from 'node:net';

// Sends the pieces, waits for the end or for silence; gives the bytes as latin1 text.
export function exchange(port, pieces, { quiet = 4000, between = 0 } = {}) {
	return new Promise(resolve => {
		const socket = net.connect(port, '127.0.0.1');
		let text = '';
		const end = closed => {
			socket.destroy();
			const first = /^HTTP\/1\.[01] (\d{3})/.exec(text);
			const answers = (text.match(/HTTP\/1\.1 \d{3}/g) ?? []).length;
			resolve({ text, closed, status: Number(first?.[1] ?? 0), answers });
		};
		socket.setTimeout(quiet, () => end(false));
		socket.on('error', () => end(true));
		socket.on('close', () => end(true));
		socket.on('data', piece => { text += piece.toString('latin1'); });
		socket.on('connect', async () => {
			for (const piece of [pieces].flat()) {
				socket.write(Buffer.from(piece, 'latin1'));
				if (between)
					await new Promise(wait => setTimeout(wait,
						between));
			}
		});
	});
}

export function open(port, bytes = '') {
	return new Promise((resolve, reject) => {
		const socket = net.connect(port, '127.0.0.1', () => {
			if (bytes)
				socket.write(Buffer.from(bytes, 'latin1'));
			resolve(socket);
		});
		socket.closed_ = false;
		socket.once('close', () => { socket.closed_ = true; });
		socket.once('error', error => { socket.closed_ = true; reject(error); });
		socket.on('error', () => {});
	});
}

export const pause = ms => new Promise(resolve => setTimeout(resolve, ms));

// Milliseconds that each of `count` requests took, one after the other.
export async function times(url, count, options) {
	const took = [];
	for (let i = 0; i < count; i++) {
		const began = performance.now();
		const answer = await fetch(url, options);
		await answer.arrayBuffer();
		if (!answer.ok)
			throw new Error(`${url}: ${answer.status}`);
		took.push(performance.now() - began);
	}
	return took.sort((a, b) => a - b);
}
export const part = (sorted, p) => sorted[Math.min(sorted.length - 1,
	Math.floor(sorted.length * p))];
