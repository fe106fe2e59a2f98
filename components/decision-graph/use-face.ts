'use client';

import { useCallback } from 'react';
import { useAddress } from '@/components/query/use-address';
import { useShortcut } from '@/components/shell/shortcuts';
import { useIsPhone } from '@/components/table/use-measure';

export type Face = 'picture' | 'table';

const param = 'view';

/** Whether the picture or its table is shown: as the address says, else the table on a phone. T turns it over. */
export function useFace(scope: string) {
  const { query, go } = useAddress();
  const said = new URLSearchParams(query).get(param);
  const chosen: Face | null = said === 'picture' || said === 'table' ? said : null;
  const isPhone = useIsPhone();
  const face: Face = chosen ?? (isPhone ? 'table' : 'picture');
  const setFace = useCallback(
    (next: Face) => {
      const params = new URLSearchParams(query);
      params.set(param, next);
      go(params.toString(), 'replace');
    },
    [go, query],
  );
  useShortcut({
    keys: 't',
    label: 'Turn over between picture and table',
    scope,
    run: () => setFace(face === 'table' ? 'picture' : 'table'),
  });
  // Before the browser has said how wide it is, both are there and the style sheet shows one.
  return { face, isSettled: chosen !== null || isPhone !== null, setFace };
}

export type FaceState = ReturnType<typeof useFace>;
