// verify.mjs -- checks what `wardroom ledger` gives out, from the public specifications
// alone.
//
// Shares no code with src/.  Nothing but Node's own library.
//
//   node verify.mjs proof FILE [--key KEY] [--checkpoint FILE]   a proof of one record
//   node verify.mjs export FOLDER [--key KEY] [--since FILE]     a folder of tiles
//
// --checkpoint, --since: a checkpoint that was kept elsewhere; the tree must be the same
// one,
// or have grown from it.  Exit 0: everything holds; 1: something does not, and it is named.
//
// Sources: RFC 6962 section 2.1 (tree), RFC 9162 sections 2.1.3.2 and 2.1.4.2 (checking
// proofs), RFC 8785 (canonical JSON), c2sp.org/signed-note, c2sp.org/tlog-checkpoint,
// c2sp.org/tlog-tiles, RFC 8032 (Ed25519), RFC 2104 (HMAC).
import { createHash, createHmac, createPublicKey,
    verify as verifySignature } from 'node:crypto';
import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export class Differs extends Error {}
const differs = (text) => { throw new Differs(text); };

// ---- RFC 6962: hashes ----
const sha256 = (...parts) => {
  const h = createHash('sha256');
  for (const p of parts) h.update(p);
  return h.digest();
};
export const emptyRoot = () => sha256();
export const leafHash = (leaf) => sha256(Buffer.from([0]), leaf);
export const nodeHash = (left, right) => sha256(Buffer.from([1]), left, right);

// ---- RFC 9162, 2.1.3.2 ----
export function inclusionHolds(leaf, index, size, proof, root) {
  let fn = BigInt(index), sn = BigInt(size);
  if (fn < 0n || fn >= sn || leaf.length !== 32) return false;
  sn -= 1n;
  let r = leaf;
  for (const p of proof) {
    if (p.length !== 32 || sn === 0n) return false;
    if ((fn & 1n) === 1n || fn === sn) {
      r = nodeHash(p, r);
      while ((fn & 1n) === 0n && fn !== 0n) { fn >>= 1n; sn >>= 1n; }
    } else {
      r = nodeHash(r, p);
    }
    fn >>= 1n;
    sn >>= 1n;
  }
  return sn === 0n && r.equals(root);
}

// ---- RFC 9162, 2.1.4.2 ----
export function consistencyHolds(first, second, proof, firstRoot, secondRoot) {
  const a = BigInt(first), b = BigInt(second);
  if (a <= 0n || a > b) return false;
  if (a === b) return proof.length === 0 && firstRoot.equals(secondRoot);
  if (proof.length === 0 || proof.some((p) => p.length !== 32)) return false;
  const path = (a & (a - 1n)) === 0n ? [firstRoot, ...proof] : [...proof];
  let fn = a - 1n, sn = b - 1n;
  while ((fn & 1n) === 1n) { fn >>= 1n; sn >>= 1n; }
  let fr = path[0], sr = path[0];
  for (const c of path.slice(1)) {
    if (sn === 0n) return false;
    if ((fn & 1n) === 1n || fn === sn) {
      fr = nodeHash(c, fr);
      sr = nodeHash(c, sr);
      while ((fn & 1n) === 0n && fn !== 0n) { fn >>= 1n; sn >>= 1n; }
    } else {
      sr = nodeHash(sr, c);
    }
    fn >>= 1n;
    sn >>= 1n;
  }
  return sn === 0n && fr.equals(firstRoot) && sr.equals(secondRoot);
}

// The root of a list of leaf hashes, by the definition itself.
export function rootOf(hashes) {
  if (hashes.length === 0) return emptyRoot();
  if (hashes.length === 1) return hashes[0];
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return nodeHash(rootOf(hashes.slice(0, k)), rootOf(hashes.slice(k)));
}

// ---- RFC 8785 ----
export function canonical(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const names = Object.keys(value).sort((x, y) => (x < y ? -1 : x > y ? 1 :
      0)); // UTF-16 units
  return `{${names.map((n) => `${JSON.stringify(n)}:${canonical(value[n])}`).join(',')}}`;
}

// ---- base64, strictly: one text for each value ----
function base64(text, what) {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) differs(`${what} is not base64`);
  return bytes;
}

// ---- c2sp.org/signed-note ----
const ED25519 = 1;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;
const BLANK = /[\s\u0085\u180e\u200b]/u;

function keyId(name, key) {
  return sha256(name, '\n', Buffer.from([ED25519]), key).subarray(0, 4);
}

export function parseKey(text) {
  const [name, id, ...rest] = text.trim().split('+');
  const bytes = base64(rest.join('+'), 'the verification key');
  if (!name || BLANK.test(name) || bytes.length !== 33 || bytes[0] !== ED25519)
    differs('this is not a verification key');
  const key = bytes.subarray(1);
  if (keyId(name,
      key).toString('hex') !== id) differs('the verification key has a wrong id');
  return { name, id, key };
}

export function parseNote(text) {
  if (CONTROL.test(text)) differs('the note holds control characters');
  const at = text.lastIndexOf('\n\n');
  if (at < 0 || !text.endsWith('\n') ||
      at + 2 >= text.length) differs('this is not a note');
  const body = text.slice(0, at + 1);
  const signatures = text.slice(at + 2, -1).split('\n').map((line) => {
    const match = /^— (\S+) (\S+)$/u.exec(line);
    if (!match ||
        match[1].includes('+')) differs('a signature line of the note is malformed');
    const bytes = base64(match[2], 'a signature');
    if (bytes.length < 5) differs('a signature is too short');
    return { name: match[1], id: bytes.subarray(0, 4).toString('hex'),
        bytes: bytes.subarray(4) };
  });
  return { body, signatures };
}

export function signedBy(note, key) {
  // SubjectPublicKeyInfo of Ed25519 (RFC 8410) is this prefix and the key.
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.key]);
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  const ours = note.signatures.filter((s) => s.name === key.name && s.id === key.id);
  return ours.length > 0 && ours.every((s) =>
    s.bytes.length === 64 && verifySignature(null, Buffer.from(note.body), publicKey,
        s.bytes));
}

// ---- c2sp.org/tlog-checkpoint ----
export function parseCheckpoint(text) {
  const note = parseNote(text);
  const [origin, size, root] = note.body.split('\n');
  if (!origin || !/^(0|[1-9][0-9]*)$/.test(size ?? '')) differs('this is not a checkpoint');
  const hash = base64(root ?? '', 'the root of the checkpoint');
  if (hash.length !== 32) differs('the root of the checkpoint is no hash');
  return { note, origin, size: Number(size), root: hash };
}

function trusted(text, key, what) {
  const c = parseCheckpoint(text);
  if (c.origin !== key.name) differs(`${what} is of another history: ${c.origin}`);
  if (!signedBy(c.note, key)) differs(`the signature of ${what} does not hold`);
  return c;
}

// ---- a leaf and what it commits to ----
const MEMBERS = ['at', 'by', 'commitments', 'record', 'type', 'v', 'version', 'what'];

export function checkLeaf(text, where) {
  const leaf = JSON.parse(text);
  if (canonical(leaf) !== text) differs(`${where}: the leaf is not canonical JSON`);
  for (const name of Object.keys(leaf))
    if (!MEMBERS.includes(name)) differs(`${where}: the leaf has a member ${name}`);
  if (leaf.v !== 1) differs(`${where}: the leaf is of another kind`);
  return leaf;
}

export function checkOpened(leaf, opened, where) {
  const names = Object.keys(leaf.commitments);
  if (names.length !== opened.length) 
    differs(`${where}: ${opened.length} values for ${names.length} commitments`);
  for (const { field, salt, value } of opened) {
    const made = createHmac('sha256', Buffer.from(salt,
        'hex')).update(canonical(value)).digest('hex');
    if (!Object.hasOwn(leaf.commitments,
        field)) differs(`${where}: nothing is committed for ${field}`);
    if (leaf.commitments[field] !== made)
      differs(`${where}: ${field} is not what was committed`);
  }
}

// ---- a proof of one record ----
export function checkProof(text, { key, kept } = {}) {
  const proof = JSON.parse(text);
  const used = parseKey(key ?? proof.key);
  const c = trusted(proof.checkpoint, used, 'the checkpoint');
  if (kept) {
    const k = trusted(kept, used, 'the kept checkpoint');
    if (k.size === c.size &&
        !k.root.equals(c.root)) differs('the kept checkpoint has another root');
  }
  if (proof.entries.length === 0) differs('the proof has no entries');
  let last = -1, version = 0;
  for (const e of proof.entries) {
    const where = `entry ${e.seq}`;
    const leaf = checkLeaf(e.leaf, where);
    const path = e.proof.map((p) => base64(p, `${where}: a hash`));
    if (!inclusionHolds(leafHash(e.leaf), e.seq, c.size, path, c.root))
      differs(`${where} is not under the checkpoint`);
    if (leaf.record !== proof.record) differs(`${where} is of another record`);
    if (e.seq <= last ||
        leaf.version !== version + 1) differs(`${where}: something before it is missing`);
    last = e.seq;
    version = leaf.version;
    if (e.opened && !e.erased) checkOpened(leaf, e.opened, where);
  }
  return { entries: proof.entries.length, size: c.size };
}

// ---- c2sp.org/tlog-tiles ----
function tilePath(level, index, width) {
  let n = String(index % 1000).padStart(3, '0');
  for (let i = Math.floor(index / 1000); i > 0; i = Math.floor(i / 1000))
    n = `x${String(i % 1000).padStart(3, '0')}/${n}`;
  return `tile/${level}/${n}${width < 256 ? `.p/${width}` : ''}`;
}

function readTile(folder, level, index, width) {
  const path = tilePath(level, index, width);
  if (!existsSync(join(folder, path))) differs(`${path} is missing`);
  return readFileSync(join(folder, path));
}

function* entries(folder, size) {
  for (let i = 0; i * 256 < size; i++) {
    const width = Math.min(256, size - i * 256);
    const bytes = readTile(folder, 'entries', i, width);
    let at = 0;
    for (let k = 0; k < width; k++) {
      const n = at + 2 <= bytes.length ? bytes.readUInt16BE(at) : -1;
      if (n < 0 || at + 2 + n > bytes.length) differs(`the entries ${i} end too early`);
      yield bytes.subarray(at + 2, at + 2 + n);
      at += 2 + n;
    }
    if (at !== bytes.length) differs(`the entries ${i} hold too much`);
  }
}

function checkTiles(folder, hashes) {
  let level = 0, row = hashes;
  while (row.length > 0) {
    for (let i = 0; i * 256 < row.length; i++) {
      const part = row.slice(i * 256, i * 256 + 256);
      const tile = readTile(folder, level, i, part.length);
      if (!tile.equals(Buffer.concat(part)))
        differs(`${tilePath(level, i, part.length)} is not of its leaves`);
    }
    const above = [];
    for (let i = 0; (i + 1) * 256 <= row.length; i++) above.push(rootOf(row.slice(i * 256,
        i * 256 + 256)));
    row = above;
    level++;
  }
}

export function checkExport(folder, { key, since } = {}) {
  const text = readFileSync(join(folder, 'checkpoint'), 'utf8');
  if (!key) differs('say which key signs: --key');
  const used = parseKey(key);
  const c = trusted(text, used, 'the checkpoint');
  const hashes = [];
  let at = '';
  for (const bytes of entries(folder, c.size)) {
    const where = `entry ${hashes.length}`;
    const leaf = checkLeaf(bytes.toString('utf8'), where);
    if (Date.parse(leaf.at) < Date.parse(at ||
        leaf.at)) differs(`${where} is before the one before it`);
    at = leaf.at;
    hashes.push(leafHash(bytes));
  }
  if (!rootOf(hashes).equals(c.root))
    differs('the entries are not those of the checkpoint');
  checkTiles(folder, hashes);
  if (since) {
    const k = trusted(since, used, 'the kept checkpoint');
    if (k.size > c.size)
      differs(`the kept checkpoint has ${k.size} entries, the export ${c.size}`);
    if (!rootOf(hashes.slice(0, k.size)).equals(k.root))
      differs('the history did not grow from the kept checkpoint');
  }
  return { entries: hashes.length };
}

// ---- the command ----
function main(argv) {
  const options = {};
  const words = [];
  for (let i = 0; i < argv.length; i++)
    if (argv[i].startsWith('--')) options[argv[i].slice(2)] = argv[++i];
    else words.push(argv[i]);
  const file = (name) => (name ? readFileSync(name, 'utf8') : undefined);
  const key = options.key;
  if (words[0] === 'proof' && words.length === 2)
    return checkProof(file(words[1]), { key, kept: file(options.checkpoint) });
  if (words[0] === 'export' && words.length === 2)
    return checkExport(words[1], { key, since: file(options.since) });
  throw new Error('say: proof FILE, or export FOLDER --key KEY');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(JSON.stringify({ holds: true, ...main(process.argv.slice(2)) }));
  } catch (e) {
    console.log(JSON.stringify({ holds: false, why: e.message }));
    process.exitCode = e instanceof Differs ? 1 : 2;
  }
}
