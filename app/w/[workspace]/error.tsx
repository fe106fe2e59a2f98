'use client';

import { PageFailure } from '@/components/home/page-failure';

export default PageFailure;
