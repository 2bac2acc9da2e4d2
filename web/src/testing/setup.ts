import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import '@/lib/i18n';

configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);
