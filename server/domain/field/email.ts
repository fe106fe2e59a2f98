import { z } from 'zod';

/** An e-mail address in small letters, so that one person is found however the address was typed. */
export const email = z
  .string()
  .max(254, 'at most 254 characters')
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.email('an e-mail address, such as ana@northwind.example'));
