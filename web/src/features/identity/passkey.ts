import { api, read, type Schema } from '@/lib/api/client';
import { ApiProblem } from '@/lib/api/problem';

/** What went wrong at the device, in words for the person in front of it. */
function refused(detail: string): ApiProblem {
  return new ApiProblem(422, { code: 'passkey-device', detail });
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const letters = Array.from(new Uint8Array(buffer), (each) => String.fromCharCode(each)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Asks the device; who turns away at it gets `undefined`, which is no error. */
async function ask(work: () => Promise<Credential | null>): Promise<PublicKeyCredential | undefined> {
  if (!('PublicKeyCredential' in globalThis)) throw refused('This browser knows no passkeys.');
  try {
    return ((await work()) as PublicKeyCredential | null) ?? undefined;
  } catch (cause) {
    const name = cause instanceof DOMException ? cause.name : '';
    if (name === 'NotAllowedError' || name === 'AbortError') return undefined;
    if (name === 'InvalidStateError') throw refused('This device has a passkey of yours already.');
    throw refused('The device did not do it. Passkeys work at the address that the program is set up with.');
  }
}

async function shown(options: Schema<'PasskeyRequest'>): Promise<Schema<'PasskeyAssertion'> | undefined> {
  const credential = await ask(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: bytes(options.challenge),
        rpId: options.rpId,
        timeout: options.timeout * 1000,
        userVerification: 'required',
      },
    }),
  );
  if (credential === undefined) return undefined;
  const response = credential.response as AuthenticatorAssertionResponse;
  return {
    credentialId: credential.id,
    clientDataJson: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    userHandle: response.userHandle === null ? undefined : text(response.userHandle),
  };
}

/** Signs in by a passkey; the access token, or `undefined` if the person turned away. */
export async function signInByPasskey(): Promise<string | undefined> {
  const assertion = await shown(await read(api.POST('/api/auth/passkey/options')));
  if (assertion === undefined) return undefined;
  return (await read(api.POST('/api/auth/passkey', { body: { assertion, cookie: true } }))).accessToken;
}

/** Shows a passkey again, for what is critical; false if the person turned away. */
export async function confirmByPasskey(): Promise<boolean> {
  const body = await shown(await read(api.POST('/api/profile/confirm/passkey/options')));
  if (body === undefined) return false;
  await api.POST('/api/profile/confirm/passkey', { body });
  return true;
}

/** Has the device make a passkey, and keeps it; `undefined` if the person turned away. */
export async function addPasskey(name: string, currentPassword: string): Promise<Schema<'PasskeyAdded'> | undefined> {
  const options = await read(api.POST('/api/profile/passkeys/options', { body: { currentPassword } }));
  const credential = await ask(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: bytes(options.challenge),
        rp: { id: options.rpId, name: options.rpName },
        user: { id: bytes(options.userId), name: options.userName, displayName: options.userDisplayName },
        pubKeyCredParams: options.algorithms.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: options.exclude.map((id) => ({ type: 'public-key', id: bytes(id) })),
        authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
        attestation: 'none',
        timeout: options.timeout * 1000,
      },
    }),
  );
  if (credential === undefined) return undefined;
  const response = credential.response as AuthenticatorAttestationResponse;
  return read(
    api.POST('/api/profile/passkeys', {
      body: {
        name,
        clientDataJson: text(response.clientDataJSON),
        attestationObject: text(response.attestationObject),
      },
    }),
  );
}
