// vectors.mjs -- the independent verifier against published cases, before it judges ours.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check, equal, finish, section } from '../support/test.mjs';
import { canonical, consistencyHolds, inclusionHolds, parseKey, parseNote, signedBy } from './verify.mjs';

const samples = process.env.WARDROOM_SAMPLES;
if (!samples) throw new Error('WARDROOM_SAMPLES is not set');

function cases(kind) {
  return readdirSync(join(samples, 'merkle', kind), { recursive: true })
    .filter((name) => name.endsWith('.json'))
    // indices past 2^53 must not be rounded by JSON.parse
    .map((name) => {
      const text = readFileSync(join(samples, 'merkle', kind, name), 'utf8');
      return { name, ...JSON.parse(text.replace(/: (\d{16,})/g, ': "$1"')) };
    });
}
const bytes = (s) => Buffer.from(s ?? '', 'base64');

await section('inclusion proofs of transparency-dev/merkle', () => {
  const all = cases('inclusion');
  check(all.length > 50, 'inclusion cases', all.length);
  for (const c of all)
    equal(inclusionHolds(bytes(c.leafHash), c.leafIdx, c.treeSize, (c.proof ?? []).map(bytes), bytes(c.root)),
      !c.wantErr, c.name);
});

await section('consistency proofs of transparency-dev/merkle', () => {
  const all = cases('consistency');
  check(all.length > 50, 'consistency cases', all.length);
  for (const c of all)
    equal(consistencyHolds(c.size1, c.size2, (c.proof ?? []).map(bytes), bytes(c.root1), bytes(c.root2)),
      !c.wantErr, c.name);
});

await section('canonical JSON of RFC 8785', () => {
  const folder = join(samples, 'jcs');
  for (const name of readdirSync(join(folder, 'input')))
    equal(canonical(JSON.parse(readFileSync(join(folder, 'input', name), 'utf8'))),
      readFileSync(join(folder, 'output', name), 'utf8').trimEnd(), `canonical ${name}`);
});

await section('the example of c2sp.org/signed-note', () => {
  const key = parseKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
  const text = 'If you think cryptography is the answer to your problem,\n' +
    "then you don't know what your problem is.\n\n" +
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
  check(signedBy(parseNote(text), key), 'a published note holds');
  check(!signedBy(parseNote(text.replace('answer', 'anszer')), key), 'a changed one does not');
  let refused = false;
  try {
    parseKey('PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
  } catch { refused = true; }
  check(refused, 'a key with another id is refused');
});

await finish();
