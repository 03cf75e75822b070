// vectors.mjs -- the independent verifier against published cases, before it judges ours.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check, equal, finish, section } from '../support/test.mjs';
import { canonical, consistencyHolds, inclusionHolds, leafHash, nodeHash, parseKey,
    parseNote,
  signedBy } from './verify.mjs';

const samples = process.env.WARDROOM_SAMPLES;

// The tree of eight leaves of certificate-transparency's reference tests.
await section('roots of the reference tree of RFC 6962', () => {
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657',
    '606162636465666768696a6b6c6d6e6f'].map((hex) => leafHash(Buffer.from(hex, 'hex')));
  const root = (from, count) => {
    if (count === 1) return leaves[from];
    let left = 1;
    while (left * 2 < count) left *= 2;
    return nodeHash(root(from, left), root(from + left, count - left));
  };
  const published = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'];
  published.forEach((hex, i) => equal(root(0, i + 1).toString('hex'), hex,
      `root ${i + 1}`));
  const proof = [leaves[1], nodeHash(leaves[2], leaves[3]), root(4, 4)];
  check(inclusionHolds(leaves[0], 0, 8, proof, root(0, 8)), 'leaf 0 of 8 is included');
  check(!inclusionHolds(leaves[1], 0, 8, proof, root(0, 8)), 'another leaf is not');
});

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

// Hundreds more, where the files of those projects are at hand.
if (samples) {
await section('inclusion proofs of transparency-dev/merkle', () => {
  const all = cases('inclusion');
  check(all.length > 50, 'inclusion cases', all.length);
  for (const c of all)
    equal(inclusionHolds(bytes(c.leafHash), c.leafIdx, c.treeSize,
        (c.proof ?? []).map(bytes), bytes(c.root)),
      !c.wantErr, c.name);
});

await section('consistency proofs of transparency-dev/merkle', () => {
  const all = cases('consistency');
  check(all.length > 50, 'consistency cases', all.length);
  for (const c of all)
    equal(consistencyHolds(c.size1, c.size2, (c.proof ?? []).map(bytes), bytes(c.root1),
        bytes(c.root2)),
      !c.wantErr, c.name);
});

await section('canonical JSON of RFC 8785', () => {
  const folder = join(samples, 'jcs');
  for (const name of readdirSync(join(folder, 'input')))
    equal(canonical(JSON.parse(readFileSync(join(folder, 'input', name), 'utf8'))),
      readFileSync(join(folder, 'output', name), 'utf8').trimEnd(), `canonical ${name}`);
});
}

await section('the example of c2sp.org/signed-note', () => {
  const key = parseKey('PeterNeumann+c74f20a3+' +
    'ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
  const text = 'If you think cryptography is the answer to your problem,\n' +
    "then you don't know what your problem is.\n\n" +
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1' +
    'FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
  check(signedBy(parseNote(text), key), 'a published note holds');
  check(!signedBy(parseNote(text.replace('answer', 'anszer')), key),
      'a changed one does not');
  let refused = false;
  try {
    parseKey('PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
  } catch { refused = true; }
  check(refused, 'a key with another id is refused');
});

await finish();
