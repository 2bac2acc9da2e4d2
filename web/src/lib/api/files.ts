import { absolute, authFetch } from '@/lib/api/auth-fetch';

/** Fetches a file with the caller's token, since a plain link would carry none. */
export async function fetchFile(path: string, accept = '*/*'): Promise<Blob> {
  const response = await authFetch(new Request(absolute(path), { headers: { Accept: accept } }));
  return response.blob();
}

/** Saves a file of the API under a name. */
export async function saveFile(path: string, name: string, accept?: string): Promise<void> {
  const address = URL.createObjectURL(await fetchFile(path, accept));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Sends files as a multipart form; `fields` go along as text. */
export async function sendForm<Answer>(
  path: string,
  form: FormData,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await authFetch(new Request(absolute(path), { method: 'POST', body: form, headers }));
  return (await response.json()) as Answer;
}

/** A path with those filters that are set. */
export function withQuery(
  path: string,
  query: Record<string, string | readonly string[] | boolean | undefined>,
): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '' || value === false) continue;
    for (const each of Array.isArray(value) ? value : [value]) parameters.append(name, String(each));
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}
