/** One refused field of a form, as the server names it. */
export type FieldError = { readonly field: string; readonly message: string };

type ProblemBody = {
  title?: string;
  detail?: string;
  code?: string;
  errors?: FieldError[];
  challenge?: string;
};

type Wording = (text: string) => string;

let wording: Wording = (text) => text;

/** Says how days and amounts within the server's sentences are written for whoever reads them. */
export function wordProblemsBy(way: Wording | undefined): void {
  wording = way ?? ((text) => text);
}

/** A refusal of the server (RFC 9457), or `status` 0 when the server could not be reached. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: readonly FieldError[];
  /** Seconds to wait before trying again, where the server says so. */
  readonly retryAfter: number | undefined;

  /** What goes back with the second factor, where one is asked for. */
  readonly challenge: string | undefined;

  constructor(status: number, body: ProblemBody, retryAfter?: number) {
    super(wording(body.detail ?? body.title ?? ''));
    this.name = 'ApiProblem';
    this.status = status;
    this.code = body.code ?? '';
    this.fields = (Array.isArray(body.errors) ? body.errors : [])
      .filter((e) => typeof e.field === 'string')
      .map(({ field, message }) => ({ field, message: wording(message) }));
    this.retryAfter = retryAfter;
    this.challenge = body.challenge;
  }
}

/** What the server says of a field, `must be above zero`, as a sentence of its own. */
export function asSentence(message: string): string {
  const text = message.trim();
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) || text === '' ? '' : '.'}`;
}

/** Reads a refusal; an answer that is no problem document still becomes a usable one. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const body: unknown = await response.json().catch(() => null);
  const usable = typeof body === 'object' && body !== null ? (body as ProblemBody) : {};
  return new ApiProblem(response.status, usable, Number.isFinite(retryAfter) ? retryAfter : undefined);
}
