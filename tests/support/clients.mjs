// clients.mjs -- many writers at once, who remember what they were told.
//
//     const crowd = writers(server, token, 64, n => ({ name: `round 3, ${n}` }));
//     crowd.acknowledged      // Map: name -> { id, code } of every create answered 201
//     crowd.waiting           // requests that are on their way now
//     await crowd.end();      // no new ones; waits for the last to be answered or lost
import http from 'node:http';

export function writers(server, token, count, fields, type = 'person') {
	const agent = new http.Agent({ keepAlive: true, maxSockets: count });
	const crowd = { acknowledged: new Map(), sent: new Set(), refused: [], waiting: 0 };
	let going = true;
	let number = 0;

	const one = () => new Promise(resolve => {
		const record = fields(number++);
		const body = JSON.stringify({ fields: record });
		crowd.sent.add(record.name);
		crowd.waiting++;
		const done = () => { crowd.waiting--; resolve(); };
		const request = http.request({ agent, host: '127.0.0.1', port: server.port,
			method: 'POST', path: `/api/v1/${type}`,
			headers: { authorization: `Bearer ${token}`,
				'content-type': 'application/json',
				'content-length': Buffer.byteLength(body) } }, answer => {
			let text = '';
			answer.setEncoding('utf8');
			answer.on('data', piece => { text += piece; });
			answer.on('end', () => {
				// Only a whole answer is an acknowledgement.
				try {
					if (answer.statusCode === 201)
						crowd.acknowledged.set(record.name,
							JSON.parse(text));
					else
						crowd.refused.push({ text,
							status: answer.statusCode });
				} catch { /* the answer was cut off */ }
				done();
			});
			answer.on('error', done);
			answer.on('aborted', done);
		});
		let over = false;
		request.on('error', () => { if (!over) { over = true; done(); } });
		request.end(body);
	});
	const writer = async () => {
		while (going)
			await one();
	};
	const all = Array.from({ length: count }, writer);
	crowd.stop = () => { going = false; };
	crowd.end = async () => {
		going = false;
		await Promise.race([Promise.all(all),
			new Promise(resolve => setTimeout(resolve, 5000).unref())]);
		agent.destroy();
	};
	return crowd;
}

// The names of all records of a type, as the list of the server gives them.
export async function namesOf(server, token, type = 'person') {
	const answer = await fetch(`${server.url}/api/v1/${type}/csv`,
		{ headers: { authorization: `Bearer ${token}` } });
	if (answer.status !== 200)
		throw new Error(`the list answers ${answer.status}`);
	return await answer.text();
}
