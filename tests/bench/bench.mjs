// bench.mjs -- timing in turns with a baseline, and the table of figures at the end.
//
//     const { ours, bare } = await inTurns({ ours: () => page(), bare: () => query() });
//     ratio('list page of 25', ours, bare, 3, 'the same SQL alone');
//     figure('binary size', 'MB', 5.1, 8, '');
import { readFileSync, readdirSync } from 'node:fs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

export function median(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	if (sorted.length % 2)
		return sorted[middle];
	return (sorted[middle - 1] + sorted[middle]) / 2;
}

// Runs every task `rounds` times, one after the other in each round; medians in ms.  A task
// that returns a number has timed itself.
export async function inTurns(tasks, rounds = 9) {
	const times = Object.fromEntries(Object.keys(tasks).map(name => [name, []]));
	for (let round = -1; round < rounds; round++) {
		for (const [name, task] of Object.entries(tasks)) {
			const started = process.hrtime.bigint();
			const own = await task();
			const passed = Number(process.hrtime.bigint() - started) / 1e6;
			if (round >= 0)          // the first round only warms up
				times[name].push(typeof own === 'number' ? own : passed);
		}
	}
	return Object.fromEntries(Object.entries(times)
		.map(([name, list]) => [name, median(list)]));
}

export function figure(name, unit, value, aim, baseline) {
	const shown = Number.isFinite(value) ? value.toPrecision(3) : String(value);
	const fields = ['result', name, unit, shown, aim === undefined ? '-' : `<= ${aim}`,
		baseline ?? ''];
	console.log(fields.join('\t'));
}

export function ratio(name, ours, bare, aim, baseline) {
	figure(name, 'ratio', ours / bare, aim, baseline);
}

// Proportional memory of a process and all its descendants, in MB.
export function treeMemory(pid) {
	const children = new Map();
	for (const entry of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
		try {
			const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
			const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
			children.set(parent, [...children.get(parent) ?? [], entry]);
		} catch {
			// it ended meanwhile
		}
	}
	const tree = [String(pid)];
	for (let at = 0; at < tree.length; at++)
		tree.push(...children.get(tree[at]) ?? []);
	const memory = tree.map(one => {
		const rollup = readFileSync(`/proc/${one}/smaps_rollup`, 'utf8');
		return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)[1]) / 1024;
	});
	return { processes: tree.length, megabytes: memory.reduce((a, b) => a + b, 0) };
}

function isMissed(value, aim) {
	const m = /^([<>]=) ([\d.]+)$/.exec(aim);
	if (!m)
		return false;
	return m[1] === '<=' ? +value > +m[2] : +value < +m[2];
}

function table(file) {
	const rows = readFileSync(file, 'utf8').split('\n').filter(Boolean)
		.map(line => line.split('\t').slice(1));
	let missed = 0;
	for (const [name, unit, value, aim = '-', baseline = ''] of rows) {
		const late = isMissed(value, aim);
		const verdict = late ? 'MISSED' : aim === '-' ? '' : 'met';
		missed += late;
		console.log(`${name.padEnd(47)} ${value.padStart(8)} ${unit.padEnd(6)} ` +
			`${aim.padEnd(8)} ${verdict.padEnd(7)} ${baseline}`);
	}
	console.log(`${rows.length} figures, ${missed} aims missed`);
	process.exit(missed ? 1 : 0);
}

const isProgram = import.meta.url === pathToFileURL(process.argv[1]).href;
if (isProgram && process.argv[2] === '--table')
	table(process.argv[3]);
