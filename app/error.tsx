'use client';

import { AppFailure } from '@/components/shell/app-failure';

export default AppFailure;
