// Prints what a browser loads before the first screen, and fails above the limit of 250 kB gzipped.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 250;
const dist = new URL('../dist/', import.meta.url);
const page = readFileSync(new URL('index.html', dist), 'utf8');
const files = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]);
if (files.length === 0) throw new Error('index.html names no script: the measure would say nothing');

let total = 0;
for (const file of files) {
  total += gzipSync(readFileSync(new URL(file, dist))).length / 1000;
}
process.stdout.write(`first load: ${total.toFixed(1)} kB gzipped (limit ${LIMIT_KB})\n`);
if (total > LIMIT_KB) process.exit(1);
