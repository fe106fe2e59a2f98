import type { ZodError } from 'zod';
import type { FieldError } from './errors';

/** Each issue of a refused input as a field and a sentence: what would be right, and what was sent where zod tells. */
export function describeIssues(error: ZodError): FieldError[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String).join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, message: 'is not a known field' }));
    }
    return [{ path: path || 'input', message: issue.message }];
  });
}
