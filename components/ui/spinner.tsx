import { LoaderCircle } from 'lucide-react';
import { cn } from './cn';

/** A turning circle for work under way inside a control; the control itself says what is happening. */
export function Spinner({ className }: { className?: string }) {
  return <LoaderCircle aria-hidden className={cn('size-4 animate-spin motion-reduce:animate-none', className)} />;
}
