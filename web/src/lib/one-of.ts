/** A text that is one of the words allowed, such as a filter somebody typed into the address; nothing otherwise. */
export function oneOf<Word extends string>(allowed: readonly Word[], text: string): Word | undefined {
  return allowed.find((word) => word === text);
}
