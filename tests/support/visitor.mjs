// visitor.mjs -- a person at a browser, as far as requests go: cookies, forms, no script.
//
//     const rai = await visitor(server, 'rai', password);
//     await rai.post('/plan/new', { title: 'Incident plan' });
export async function visitor(server, login, password, language = 'en') {
	const jar = new Map();
	const remember = answer => {
		for (const cookie of answer.headers.getSetCookie()) {
			const [pair] = cookie.split(';');
			jar.set(pair.slice(0, pair.indexOf('=')),
				pair.slice(pair.indexOf('=') + 1));
		}
	};
	const send = async (where, options = {}) => {
		const answer = await fetch(server.url + where, { redirect: 'manual',
			...options, headers: { 'accept-language': language, cookie:
				[...jar].map(([k, v]) => `${k}=${v}`).join('; ') } });
		remember(answer);
		return { status: answer.status, where: answer.headers.get('location'),
			text: await answer.text() };
	};
	const token = page => page.text.match(/name="_csrf" value="([^"]+)"/)?.[1];
	const signIn = await send('/sign-in');
	const done = await send('/sign-in', { method: 'POST', body: new URLSearchParams(
		{ login, password, next: '/', _csrf: token(signIn) }) });
	if (done.status !== 303)
		throw new Error(`${login} is not signed in: ${done.status} ${done.text}`);
	const csrf = token(await send('/account'));
	return {
		cookies: () => [...jar].map(([k, v]) => `${k}=${v}`).join('; '),
		get: where => send(where),
		post: (where, fields = {}) => send(where, { method: 'POST',
			body: new URLSearchParams({ _csrf: csrf, ...fields }) }),
		upload: (where, fields, name, content) => {
			const form = new FormData();
			for (const [key, value] of Object.entries({ _csrf: csrf,
				...fields }))
				form.set(key, value);
			form.set('file', new Blob([content], { type: 'text/plain' }), name);
			return send(where, { method: 'POST', body: form });
		},
	};
}
