import { useState } from 'react';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** An id out of the address of a screen; nothing where it is none. */
export function idOf(text: string): string | undefined {
  return UUID.test(text) ? text : undefined;
}

/** A random UUID; made by hand where the page is served without TLS on a network, since randomUUID is missing there. */
export function randomId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The key of one form: the same on every retry, so that the server books it once. */
export function useIdempotencyKey(): string {
  const [key] = useState(randomId);
  return key;
}
