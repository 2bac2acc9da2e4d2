type Ask = () => Promise<boolean>;

let ask: Ask | undefined;
let asking: Promise<boolean> | undefined;

/** Says how a person is asked for the second factor once more; the answer is whether it was shown. */
export function confirmBy(way: Ask | undefined): void {
  ask = way;
}

/** Asks the person who sits there; calls that want it at the same time share one question. */
export function isConfirmed(): Promise<boolean> {
  asking ??= (ask?.() ?? Promise.resolve(false)).finally(() => {
    asking = undefined;
  });
  return asking;
}
