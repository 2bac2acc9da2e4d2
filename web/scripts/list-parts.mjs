// Writes the list of the packages that the page is made of, with their licenses, to sbom/web.cdx.json (CycloneDX).
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

const list = JSON.parse(
  execFileSync(
    'npm',
    ['sbom', '--package-lock-only', '--omit', 'dev', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'],
    { encoding: 'utf8', maxBuffer: 32 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] },
  ),
);
// The same parts make the same list.
delete list.serialNumber;
delete list.metadata.timestamp;
mkdirSync('sbom', { recursive: true });
writeFileSync('sbom/web.cdx.json', `${JSON.stringify(list, null, 2)}\n`);
