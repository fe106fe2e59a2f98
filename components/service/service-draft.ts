import type { ServiceFields, ServiceRecord } from '@/server/modules/service/contract';

/** A service as a form holds it: text as it is typed, per cent instead of ratios. */
export type ServiceDraft = {
  key: string;
  name: string;
  description: string;
  team: string | null;
  tier: ServiceFields['tier'] | null;
  external: boolean;
  availability: string;
  availabilitySource: NonNullable<ServiceFields['availabilitySource']> | null;
  availabilityAsOf: string;
  sloTarget: string;
  sloWindowDays: string;
  p50Ms: string;
  p95Ms: string;
};

export const blankDraft: ServiceDraft = {
  key: '',
  name: '',
  description: '',
  team: null,
  tier: null,
  external: false,
  availability: '',
  availabilitySource: null,
  availabilityAsOf: '',
  sloTarget: '',
  sloWindowDays: '',
  p50Ms: '',
  p95Ms: '',
};

function percentDraft(ratio: number | null): string {
  return ratio === null ? '' : String(Number((ratio * 100).toPrecision(12)));
}

const numberDraft = (value: number | null) => (value === null ? '' : String(value));

export function draftOf(service: ServiceRecord): ServiceDraft {
  return {
    key: service.key,
    name: service.name,
    description: service.description,
    team: service.team?.key ?? null,
    tier: service.tier,
    external: service.external,
    availability: percentDraft(service.availability),
    availabilitySource: service.availabilitySource,
    availabilityAsOf: service.availabilityAsOf ?? '',
    sloTarget: percentDraft(service.sloTarget),
    sloWindowDays: numberDraft(service.sloWindowDays),
    p50Ms: numberDraft(service.p50Ms),
    p95Ms: numberDraft(service.p95Ms),
  };
}

/** A number as people type it, with a comma or a point; NaN for what is none, which the server refuses by name. */
function typedNumber(text: string): number | null {
  const trimmed = text.trim().replace(',', '.');
  return trimmed === '' ? null : Number(trimmed);
}

function typedPercent(text: string): number | null {
  const percent = typedNumber(text.replace('%', ''));
  return percent === null ? null : Number((percent / 100).toPrecision(12));
}

/** What the form says, as the API takes it; `tier` is checked by the caller. */
export function fieldsOf(draft: ServiceDraft): Omit<ServiceFields, 'tier'> {
  const availability = typedPercent(draft.availability);
  const { name, description, team, external } = draft;
  return {
    name,
    description,
    team,
    external,
    availability,
    availabilitySource: availability === null ? null : draft.availabilitySource,
    availabilityAsOf: availability === null || draft.availabilityAsOf === '' ? null : draft.availabilityAsOf,
    sloTarget: typedPercent(draft.sloTarget),
    sloWindowDays: typedNumber(draft.sloWindowDays),
    p50Ms: typedNumber(draft.p50Ms),
    p95Ms: typedNumber(draft.p95Ms),
  };
}

const numberNames = ['availability', 'sloTarget', 'sloWindowDays', 'p50Ms', 'p95Ms'] as const;

/** What cannot be sent as it stands: numbers that are none, and a tier nobody chose. */
export function problemsOfDraft(draft: ServiceDraft): Record<string, string> {
  const fields = fieldsOf(draft);
  const wrong = numberNames.filter((name) => Number.isNaN(fields[name]));
  return {
    ...(draft.tier === null ? { tier: 'Choose how much hangs on it.' } : {}),
    ...Object.fromEntries(wrong.map((name) => [name, `A number, such as ${name.endsWith('Ms') ? '120' : '99.95'}.`])),
  };
}

/** The fields that differ, by name, for a change that leaves the rest alone. */
export function changeBetween(before: ServiceDraft, after: ServiceDraft): Partial<ServiceFields> {
  const [old, next] = [
    { ...fieldsOf(before), tier: before.tier },
    { ...fieldsOf(after), tier: after.tier },
  ];
  const was = new Map<string, unknown>(Object.entries(old));
  return Object.fromEntries(Object.entries(next).filter(([name, value]) => value !== was.get(name)));
}

/** A key made of a name: "Checkout flow" as "checkout-flow". */
export function keyFrom(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}

/** Two edits of one service put together: what I did not touch is theirs, what I did stays mine. */
export function mergedDraft(base: ServiceDraft, mine: ServiceDraft, theirs: ServiceDraft): ServiceDraft {
  const was = new Map<string, unknown>(Object.entries(base));
  const touched = Object.entries(mine).filter(([name, value]) => value !== was.get(name));
  return { ...theirs, ...Object.fromEntries(touched) };
}
