const KEPT = ['minLength', 'maxLength', 'minimum', 'maximum', 'maxItems', 'pattern'];

/** The limits of every field of every record of an OpenAPI document, as a TypeScript module. */
export function limitsOf(document) {
  const records = Object.entries(document.components.schemas)
    .map(([name, schema]) => [name, fieldsOf(schema)])
    .filter(([, fields]) => Object.keys(fields).length > 0)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  const lines = records.map(
    ([name, fields]) => `export const ${name} = ${JSON.stringify(fields, null, 2)} as const;\n`,
  );
  return ['// Written by scripts/generate-api.mjs from api/openapi.yaml.\n', ...lines].join('\n');
}

function fieldsOf(schema) {
  const fields = {};
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const limits = {};
    for (const key of KEPT) {
      if (property[key] !== undefined) limits[key] = key === 'pattern' ? patternOf(property[key]) : property[key];
    }
    if (Object.keys(limits).length > 0) fields[name] = limits;
  }
  return fields;
}

/** A pattern of Java as one of JavaScript, which has no possessive quantifiers and where `(?s)` is a flag. */
export function patternOf(java) {
  const dotsFindAll = java.startsWith('(?s)') ? java.slice(4).replaceAll(/(?<!\\)\./g, '[^]') : java;
  const pattern = dotsFindAll.replaceAll(/([*+?}])\+/g, '$1');
  new RegExp(`^(?:${pattern})$`, 'u');
  return pattern;
}
