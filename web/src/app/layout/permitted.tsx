import type { ComponentType } from 'react';
import { useParams } from 'react-router';
import { NotFound } from '@/app/layout/not-found';
import { NotPermitted } from '@/app/layout/not-permitted';
import { useMayOpen } from '@/lib/screens';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A screen for those who may open it; everybody else reads so at once, and so does who mistyped an address. */
export function permitted(path: string, Screen: ComponentType): ComponentType {
  return function PermittedScreen() {
    const mayOpen = useMayOpen();
    const { id } = useParams();
    if (!mayOpen(path)) return <NotPermitted />;
    if (id !== undefined && !ID.test(id)) return <NotFound />;
    return <Screen />;
  };
}
