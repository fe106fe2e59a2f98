'use client';

import { Toaster as Sonner } from 'sonner';

/** Once, at the root of the document. */
export function Toaster() {
  return <Sonner position="bottom-center" gap={8} visibleToasts={3} offset={24} containerAriaLabel="Messages" />;
}
