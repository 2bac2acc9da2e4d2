// Writes the types of the API from api/openapi.yaml, which a test of the server keeps true.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const described = here('../../api/openapi.yaml');
const target = here('../src/lib/api/schema.d.ts');

const isFresh = existsSync(target) && statSync(target).mtimeMs > statSync(described).mtimeMs;
if (!isFresh) {
  mkdirSync(here('../src/lib/api'), { recursive: true });
  const generator = here('../node_modules/openapi-typescript/bin/cli.js');
  execFileSync(process.execPath, [generator, described, '-o', target, '--alphabetize'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
