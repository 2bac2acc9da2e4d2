// Prints what a browser loads for a first visit, the page's own code included, and fails above 250 kB gzipped.
import { readFileSync, rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 250;
const dist = new URL('../dist/', import.meta.url);

/** First visits: what is fetched to show them. A new screen that people start with belongs in here. */
const VISITS = {
  'sign in': ['src/features/identity/routes/login-page.tsx'],
  dashboard: ['src/app/layout/signed-in.tsx', 'src/app/pages/home-page.tsx'],
};

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
// The page does not need it, and it is not for the public.
rmSync(new URL('.vite/', dist), { recursive: true });

/** The files of a chunk and of all that it imports at once. */
function filesOf(name, found = new Set()) {
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`no chunk ${name}: the measure would say nothing`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const style of chunk.css ?? []) found.add(style);
  for (const other of chunk.imports ?? []) filesOf(other, found);
  return found;
}

for (const [visit, chunks] of Object.entries(VISITS)) {
  const files = new Set(['index.html', ...chunks].flatMap((name) => [...filesOf(name)]));
  const total = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist))).length / 1000, 0);
  process.stdout.write(`first load, ${visit}: ${total.toFixed(1)} kB gzipped (limit ${LIMIT_KB})\n`);
  if (total > LIMIT_KB) process.exitCode = 1;
}
