/** A property of what came from elsewhere; undefined where there is none. Without zod, which is a tenth of what a page loads. */
export function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
