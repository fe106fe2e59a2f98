'use client';

import type { ReactNode } from 'react';
import { Kbd } from '@/components/ui/kbd';
import { Segments } from '@/components/ui/segments';
import type { FaceState } from './use-face';

const faces = [
  { value: 'picture', label: 'Picture' },
  { value: 'table', label: 'Table' },
] as const;

/** Turns between a picture and the table with the same facts. */
export function FaceSwitch({ state }: { state: FaceState }) {
  return (
    <span className="flex items-center gap-2">
      <Segments
        segments={faces}
        value={state.isSettled ? state.face : null}
        onChange={state.setFace}
        label="Shown as"
      />
      <Kbd keys="t" className="touch:hidden" />
    </span>
  );
}

type TwoFacesProps = { state: FaceState; picture: ReactNode; table: ReactNode };

/** The picture or the table. Where the address says neither, the width decides, before any script runs. */
export function TwoFaces({ state, picture, table }: TwoFacesProps) {
  if (state.isSettled) return state.face === 'table' ? table : picture;
  return (
    <>
      <div className="max-sm:hidden">{picture}</div>
      <div className="sm:hidden">{table}</div>
    </>
  );
}
