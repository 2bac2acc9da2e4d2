// Writes the types of the API and the limits of its fields from api/openapi.yaml, which a test of the server keeps true.
import { load } from 'js-yaml';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { limitsOf } from './limits.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const described = here('../../api/openapi.yaml');
const types = here('../src/lib/api/schema.d.ts');
const limits = here('../src/lib/api/limits.ts');

const changed = Math.max(
  ...[described, here('generate-api.mjs'), here('limits.mjs')].map((file) => statSync(file).mtimeMs),
);
const isFresh = (made) => existsSync(made) && statSync(made).mtimeMs > changed;

mkdirSync(here('../src/lib/api'), { recursive: true });
if (!isFresh(types)) {
  const generator = here('../node_modules/openapi-typescript/bin/cli.js');
  execFileSync(process.execPath, [generator, described, '-o', types, '--alphabetize'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
if (!isFresh(limits)) writeFileSync(limits, limitsOf(load(readFileSync(described, 'utf8'))));
