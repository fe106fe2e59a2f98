'use client';

import { useState } from 'react';
import type { DecisionStatus } from '@/server/domain/decision/status';

/** What is being asked over the page; one thing at a time. */
export type Asked = { kind: 'step'; to: DecisionStatus } | { kind: 'succeed' | 'reaffirm' | 'conditionMet' };

export function useAsked() {
  const [asked, setAsked] = useState<Asked | null>(null);
  return { asked, ask: setAsked, close: () => setAsked(null) };
}
