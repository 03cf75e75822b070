// big_documents.mjs -- documents as large as a person may send, one of each format.
//
// Two kinds, because files grow in two ways: pictures around the text of some hundred
// pages (the usual large file), and text alone (a dump or a series of manuals).  Every text
// holds the same few sentences of a plan among much else, so that a check has something to
// find.  Nothing is random but the bytes of the pictures, which must not compress.
import { randomBytes } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';

const sentences = [
	'The harbour office keeps a list of the berths and of the vessels that lie there.',
	'Each spring the moorings are inspected and the findings are written into the log.',
	'The incident coordinator notifies the privacy officer within four hours.',
	'Deliveries are signed for at the gate and stored in the shed behind the crane.',
	'The response team is tested each year in an exercise, and lessons are kept.',
	'Contracts with suppliers are reviewed before they are renewed for another term.',
];

const paragraph = i =>
	`${i}. ${sentences[i % 6]} ${sentences[(i + 2) % 6]} ${sentences[(i + 3) % 6]}`;
const heading = i => `Part ${i / 40 + 1}: what the office does`;

// Lines of text until they are so large; `line` and `title` dress them.
function fill(bytes, line, title) {
	const parts = [];

	for (let i = 0, size = 0; size < bytes; i++) {
		const made = (i % 40 === 0 ? title(heading(i)) : '') + line(paragraph(i));
		parts.push(made);
		size += made.length;
	}
	return parts.join('');
}

// A zip archive: stored or deflated entries, in their order.
function zip(entries) {
	const parts = [], directory = [];
	let at = 0;

	for (const { name, bytes, stored } of entries) {
		const data = stored ? bytes : deflateRawSync(bytes, { level: 1 });
		const head = Buffer.alloc(30), file = Buffer.from(name);
		const listed = Buffer.alloc(46);
		head.writeUInt32LE(0x04034b50, 0);
		head.writeUInt16LE(20, 4);
		head.writeUInt16LE(stored ? 0 : 8, 8);
		head.writeUInt32LE(crc32(bytes), 14);
		head.writeUInt32LE(data.length, 18);
		head.writeUInt32LE(bytes.length, 22);
		head.writeUInt16LE(file.length, 26);
		listed.writeUInt32LE(0x02014b50, 0);
		listed.writeUInt16LE(20, 4);
		head.copy(listed, 6, 4, 30);
		listed.writeUInt32LE(at, 42);
		parts.push(head, file, data);
		directory.push(listed, file);
		at += head.length + file.length + data.length;
	}
	const size = directory.reduce((n, b) => n + b.length, 0);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(entries.length, 8);
	end.writeUInt16LE(entries.length, 10);
	end.writeUInt32LE(size, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...parts, ...directory, end]);
}

const picture = (bytes, name) => ({ name, bytes: randomBytes(bytes), stored: true });

const declared = '<?xml version="1.0" encoding="UTF-8"?>';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml' +
	'.document.main+xml';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const odf = 'urn:oasis:names:tc:opendocument:xmlns';
const odt_type = 'application/vnd.oasis.opendocument.text';

const entry = (name, text) => ({ name, bytes: Buffer.from(declared + text) });

function docx(text_bytes, picture_bytes) {
	const line = (s, style = '') => `<w:p>${style}<w:r><w:t>${s}</w:t></w:r></w:p>`;
	const title = s => line(s, '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>');
	const entries = [
		entry('[Content_Types].xml', `<Types xmlns="${types}">` +
			'<Default Extension="png" ContentType="image/png"/>' +
			'<Override PartName="/word/document.xml" ' +
			`ContentType="${main}"/></Types>`),
		entry('_rels/.rels', `<Relationships xmlns="${relations}">` +
			`<Relationship Id="rId1" Type="${office}/officeDocument" ` +
			'Target="word/document.xml"/></Relationships>'),
		entry('word/document.xml', `<w:document xmlns:w="${word}"><w:body>` +
			fill(text_bytes, line, title) + '</w:body></w:document>'),
	];
	if (picture_bytes > 0)
		entries.push(picture(picture_bytes, 'word/media/image1.png'));
	return zip(entries);
}

function odt(text_bytes, picture_bytes) {
	const body = fill(text_bytes, s => `<text:p>${s}</text:p>`,
		s => `<text:h text:outline-level="1">${s}</text:h>`);
	const entries = [
		{ name: 'mimetype', bytes: Buffer.from(odt_type), stored: true },
		entry('META-INF/manifest.xml',
			`<manifest:manifest xmlns:manifest="${odf}:manifest:1.0">` +
			'<manifest:file-entry manifest:full-path="/" ' +
			`manifest:media-type="${odt_type}"/></manifest:manifest>`),
		entry('content.xml', '<office:document-content ' +
			`xmlns:office="${odf}:office:1.0" ` +
			`xmlns:text="${odf}:text:1.0"><office:body><office:text>${body}` +
			'</office:text></office:body></office:document-content>'),
	];
	if (picture_bytes > 0)
		entries.push(picture(picture_bytes, 'Pictures/1.png'));
	return zip(entries);
}

// Pages of some thirty lines; a picture is an object that no page shows.
function pdfObjects(text_bytes, picture_bytes) {
	const objects = [], per_page = 3200;
	const pages = Math.max(1, Math.floor(text_bytes / per_page));
	const kids = Array.from({ length: pages }, (_, i) => `${4 + 2 * i} 0 R`).join(' ');
	const add = (...parts) =>
		objects.push(Buffer.concat(parts.map(p => Buffer.from(p))));

	add('<< /Type /Catalog /Pages 2 0 R >>');
	add(`<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`);
	add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
	for (let i = 0, n = 0; i < pages; i++) {
		let lines = '';
		for (; lines.length < per_page - 300; n++)
			lines += n % 40 ? `(${paragraph(n).slice(0, 100)}) '\n`
				: `(${heading(n)}) '\n`;
		const stream = `BT /F1 10 Tf 14 TL 50 780 Td\n${lines}ET`;
		add('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] ' +
			`/Contents ${5 + 2 * i} 0 R ` +
			'/Resources << /Font << /F1 3 0 R >> >> >>');
		add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
	}
	if (picture_bytes > 0)
		add('<< /Type /XObject /Subtype /Image /Width 1024 /Height 1024 ' +
			'/BitsPerComponent 8 /ColorSpace /DeviceGray ' +
			`/Length ${picture_bytes} >>\nstream\n`,
		randomBytes(picture_bytes), '\nendstream');
	return objects;
}

function pdf(text_bytes, picture_bytes) {
	const parts = [Buffer.from('%PDF-1.4\n')], places = [];
	let at = parts[0].length;

	pdfObjects(text_bytes, picture_bytes).forEach((object, i) => {
		const whole = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object,
			Buffer.from('\nendobj\n')]);
		places.push(`${String(at).padStart(10, '0')} 00000 n \n`);
		parts.push(whole);
		at += whole.length;
	});
	const size = places.length + 1;
	parts.push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}` +
		`trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`));
	return Buffer.concat(parts);
}

const spaced = s => `${s}\n\n`;
const markdown = bytes => Buffer.from(fill(bytes, spaced, s => `# ${s}\n\n`));
const plain = bytes => Buffer.from(fill(bytes, spaced, spaced));
const html = bytes => Buffer.from('<!doctype html><html><title>Plan</title><body>' +
	fill(bytes, s => `<p>${s}</p>\n`, s => `<h1>${s}</h1>\n`) + '</body></html>');

// name -> bytes: `whole` of them, either all text or with `text` of it among pictures.
export function bigDocuments(whole, text) {
	const around = whole - text - 64 * 1024, words = whole - 64 * 1024;

	return {
		'pictures.docx': () => docx(text, around),
		'pictures.odt': () => odt(text, around),
		'pictures.pdf': () => pdf(text, around),
		'words.docx': () => docx(words, 0),
		'words.odt': () => odt(words, 0),
		'words.pdf': () => pdf(words * 0.93, 0),
		'words.html': () => html(words),
		'words.md': () => markdown(words),
		'words.txt': () => plain(words),
	};
}
