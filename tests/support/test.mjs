// test.mjs -- counting and reporting for tests in JavaScript.
//
//     import { check, equal, finish, section } from '../support/test.mjs';
//     check(answer.status === 200, 'the list answers', answer.status);
//     equal(answer.status, 200, 'the list answers');
//     await finish();
//
// The last line of a test program is `N passed, N failed`.
import process from 'node:process';

let passed = 0;
let failed = 0;
const atEnd = [];

export function check(holds, name, ...shown) {
	if (holds) {
		passed++;
		console.log(`ok ${name}`);
	} else {
		failed++;
		console.log(`not ok ${name}`);
		for (const value of shown)
			console.log(show(value).split('\n').slice(0, 40).join('\n    '));
	}
	return Boolean(holds);
}

function show(value) {
	if (typeof value === 'string')
		return value;
	return JSON.stringify(value, null, 1) ?? String(value);
}

export function equal(got, wanted, name) {
	const same = JSON.stringify(got) === JSON.stringify(wanted);
	return check(same, name, same ? '' : `got ${show(got)}, wanted ${show(wanted)}`);
}

// A part of a test that may throw without ending the others.
export async function section(name, body) {
	try {
		await body();
	} catch (error) {
		check(false, `${name}: ${error?.message ?? error}`, `${error?.stack}`);
	}
}

export function onFinish(undo) {
	atEnd.push(undo);
}

export async function finish() {
	for (const undo of atEnd.splice(0).reverse()) {
		try {
			await undo();
		} catch (error) {
			check(false, `tidying up: ${error?.message ?? error}`);
		}
	}
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed === 0 && passed > 0 ? 0 : 1);
}

process.on('unhandledRejection', async error => {
	check(false, `nobody waits for: ${error?.message ?? error}`, `${error?.stack}`);
	await finish();
});

process.on('uncaughtException', async error => {
	check(false, `thrown: ${error?.message ?? error}`, `${error?.stack}`);
	await finish();
});

for (const signal of ['SIGINT', 'SIGTERM'])
	process.once(signal, () => process.exit(1));
