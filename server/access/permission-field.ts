import { z } from 'zod';
import { permissions, roles } from './permissions';

export const role = z.enum(roles);
export const permission = z.enum(permissions);
