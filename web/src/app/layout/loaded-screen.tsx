import type { ComponentType } from 'react';
import { useLoaderData } from 'react-router';

export type Screen = { readonly Component: ComponentType };

/** The code of a screen could not be fetched: the server is away, or has other code by now. */
export class ScreenAway extends Error {
  constructor(reason: unknown) {
    super('The code of the screen could not be fetched', { cause: reason });
    this.name = 'ScreenAway';
  }
}

/** The screen whose code its route has fetched. */
export function LoadedScreen() {
  const { Component } = useLoaderData<Screen>();
  return <Component />;
}
