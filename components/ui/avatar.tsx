import { cn } from './cn';

const COLOURS = [
  'bg-avatar-1',
  'bg-avatar-2',
  'bg-avatar-3',
  'bg-avatar-4',
  'bg-avatar-5',
  'bg-avatar-6',
  'bg-avatar-7',
  'bg-avatar-8',
];

const SIZES = { sm: 'size-4.5 text-[8px]', md: 'size-5 text-[9px]', lg: 'size-6 text-[10px]' };

export type AvatarProps = {
  name: string;
  /** Keeps the colour when the name changes; the name without it. */
  id?: string;
  size?: keyof typeof SIZES;
  /** The name stands beside it already. */
  decorative?: boolean;
  className?: string;
};

/** Initials on a colour that stays with the person. */
export function Avatar({ name, id, size = 'md', decorative = false, className }: AvatarProps) {
  const look = cn(
    'inline-flex shrink-0 items-center justify-center rounded-full font-semibold text-avatar-ink select-none',
    'before:content-[attr(data-initials)]',
    COLOURS[hash(id ?? name) % COLOURS.length],
    SIZES[size],
    className,
  );
  // Drawn and not written: as text they would be a part of the name of the button around them.
  const drawn = { 'data-initials': initials(name), className: look };
  if (decorative) return <span aria-hidden {...drawn} />;
  return <span role="img" aria-label={name} title={name} {...drawn} />;
}

export type AvatarStackProps = { people: readonly { id?: string; name: string }[]; max?: number; className?: string };

/** Who is here; past `max` a number stands for the rest. */
export function AvatarStack({ people, max = 4, className }: AvatarStackProps) {
  const rest = people.length - max;
  return (
    <span className={cn('inline-flex items-center', className)}>
      {people.slice(0, max).map((person) => (
        <Avatar key={person.id ?? person.name} {...person} className="-ml-1 ring-2 ring-bg first:ml-0" />
      ))}
      {rest > 0 ? <span className="ml-1 text-label text-ink-3">+{rest}</span> : null}
    </span>
  );
}

/** First letters of the first and last word; letters are taken whole, so that emoji and accents survive. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = [...(words[0] ?? '?')][0] ?? '?';
  const last = words.length > 1 ? ([...(words[words.length - 1] ?? '')][0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}

// FNV-1a with a last stir, so that names that differ in one letter land on different colours.
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
