// @ts-check
// Real pictures, films and documents, no two alike, and a content folder as large as staff could make one: 2,000 files, gigabytes of them media.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureCommands } from '../../electron/launch/system-packages.mjs';
import { folderOf } from './scale.mjs';

const MB = 1_000_000;
/** So many of each kind make a gigabyte, and how large they are. */
const KINDS = /** @type {const} */ ([
  { ending: 'jpg', count: 48, bytes: 5 * MB },
  { ending: 'mp4', count: 8, bytes: 90 * MB },
  { ending: 'pdf', count: 4, bytes: 10 * MB },
]);
const FILES = 2_000;

/**
 * Makes the folder, media spread among texts, and tells how many of its files are media.
 * @param {string} root
 * @param {number} gigabytes
 */
export function mediaFolder(root, gigabytes) {
  ensureCommands({ ffmpeg: 'ffmpeg' });
  const media = gigabytes * KINDS.reduce((sum, { count }) => sum + count, 0);
  const folder = folderOf(root, FILES - media);
  const kinds = KINDS.map((kind) => ({ ...kind, parts: PARTS[kind.ending]() }));
  let number = 0;
  for (const { ending, count, bytes, parts } of kinds) {
    for (let file = 0; file < count * gigabytes; file += 1) {
      number += 1;
      const name = `${String((number * 5) % FILES).padStart(4, '0')}-media-${number}.${ending}`;
      writeFilled(join(folder, 'slides', name), parts, bytes);
    }
  }
  return { folder, media };
}

/**
 * Adds a picture, a film and a document of real size behind the other slides.
 * @param {string} folder
 */
export function addMedia(folder) {
  ensureCommands({ ffmpeg: 'ffmpeg' });
  for (const { ending, bytes } of KINDS) writeFilled(join(folder, 'slides', `99-media.${ending}`), PARTS[ending](), bytes);
}

const FILLING = randomBytes(MB);

/**
 * What stands before and behind the filling, and how the filling is parted: `frame` gives what begins a part of so many bytes, `most` how
 * large one may be.
 * @typedef {{ before: Buffer, behind: (at: number) => Buffer, frame: (bytes: number) => Buffer, most: number }} Parts
 */

/** @type {Record<'jpg' | 'mp4' | 'pdf', () => Parts>} */
const PARTS = {
  // Comments before the last marker.
  jpg() {
    const picture = encoded('testsrc2=size=4032x3024:rate=1', 'jpg', '-frames:v', '1', '-q:v', '3');
    return {
      before: picture.subarray(0, -2),
      behind: () => picture.subarray(-2),
      frame: (bytes) => Buffer.from([0xff, 0xfe, (bytes + 2) >> 8, (bytes + 2) & 255]),
      most: 65_000,
    };
  },
  // A box that players pass over, behind all others.
  mp4() {
    const options = ['-t', '10', '-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p'];
    const film = encoded('testsrc2=size=1920x1080:rate=30', 'mp4', ...options);
    return { before: film, behind: () => Buffer.alloc(0), frame: (bytes) => boxHead(bytes), most: 16 * MB };
  },
  // A stream that no page uses.
  pdf() {
    const objects = [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]/Contents 4 0 R/Resources<<>>>>',
      '<</Length 33>>stream\n0.2 0.4 0.6 rg 99 99 600 300 re f \nendstream',
    ];
    let head = '%PDF-1.7\n';
    const offsets = objects.map((object, index) => {
      const at = head.length;
      head += `${index + 1} 0 obj\n${object}\nendobj\n`;
      return at;
    });
    const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    const tail = `xref\n0 5\n0000000000 65535 f \n${table}trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n`;
    return {
      before: Buffer.from(head),
      behind: (at) => Buffer.from(`\nendstream\nendobj\n${tail}${at + '\nendstream\nendobj\n'.length}\n%%EOF\n`),
      frame: (bytes) => Buffer.from(`5 0 obj\n<</Length ${bytes}>>stream\n`),
      most: 100 * MB,
    };
  },
};

/** @param {number} bytes */
function boxHead(bytes) {
  const head = Buffer.from('\0\0\0\0free', 'latin1');
  head.writeUInt32BE(bytes + 8);
  return head;
}

/**
 * @param {string} path
 * @param {Parts} parts
 * @param {number} bytes
 */
function writeFilled(path, { before, behind, frame, most }, bytes) {
  const file = openSync(path, 'w');
  // Its own first bytes make it a file like no other.
  const own = Buffer.concat([randomBytes(16), FILLING.subarray(16)]);
  let at = writeSync(file, before);
  for (let left = bytes - before.length; left > 0; ) {
    const part = Math.min(left, most);
    at += writeSync(file, frame(part));
    for (let written = 0; written < part; ) written += writeSync(file, own, 0, Math.min(own.length, part - written));
    at += part;
    left -= part;
  }
  writeSync(file, behind(at));
  closeSync(file);
}

/**
 * @param {string} source
 * @param {string} ending
 * @param {readonly string[]} options
 */
function encoded(source, ending, ...options) {
  const folder = mkdtempSync(join(tmpdir(), 'signage-media-'));
  const file = join(folder, `made.${ending}`);
  execFileSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', source, ...options, file]);
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
}
