// Writes the types of the API from api/openapi.yaml, which a test of the server keeps true.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const described = here('../../api/openapi.yaml');
const draft = here('../openapi-draft.json');
const target = here('../src/lib/api/schema.d.ts');

const sources = [described, draft].filter(existsSync);
const isFresh = existsSync(target) && sources.every((source) => statSync(target).mtimeMs > statSync(source).mtimeMs);
if (!isFresh) {
  mkdirSync(here('../src/lib/api'), { recursive: true });
  const generator = here('../node_modules/openapi-typescript/bin/cli.js');
  const whole = here('../node_modules/.api.json');
  writeFileSync(whole, JSON.stringify(merged()));
  execFileSync(process.execPath, [generator, whole, '-o', target, '--alphabetize'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** What the server serves, and from the draft only what it does not serve yet. */
function merged() {
  const [served, planned] = [described, draft].map((path) =>
    existsSync(path) ? load(readFileSync(path, 'utf8')) : {},
  );
  return {
    openapi: '3.1.0',
    info: { title: 'Loanwright', version: '1' },
    paths: { ...planned.paths, ...served.paths },
    components: { schemas: { ...planned.components?.schemas, ...served.components?.schemas } },
  };
}
