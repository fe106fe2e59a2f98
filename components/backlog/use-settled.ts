'use client';

import { useEffect, useRef, useState } from 'react';

const pauseMs = 150;
// Longer than the pause, because a busy browser hands the repeats of a key over late.
const quickMs = 400;

/**
 * A value that changes at once when it has rested before, and waits for the last one while others follow quickly: a key
 * that is held down walks over what lies between.
 */
export function useSettled<Value extends string | number | null>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  const changedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (value === settled) return;
    const isQuick = performance.now() - changedAt.current < quickMs;
    changedAt.current = performance.now();
    if (!isQuick) {
      setSettled(value);
      return;
    }
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, settled]);
  return settled;
}
